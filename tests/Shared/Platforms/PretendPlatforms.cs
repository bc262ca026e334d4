using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Tests.Shared;

/// <summary>What the bot posted or changed.</summary>
/// <param name="Call">Slack's method, or the Connector's: POST, PUT.</param>
/// <param name="Place">Slack: the channel. Teams: the path below the Connector's address.</param>
/// <param name="Body">JSON, as it came.</param>
internal sealed record SentMessage(string Call, string Place, string Body);

/// <summary>The platforms' side, which says yes to everything: Slack's Web API, the keys that Teams signs with, its token service and its Connector.</summary>
internal sealed class PretendPlatforms : IAsyncDisposable
{
    public const string SlackSecret = "0123456789abcdef0123456789abcdef";
    public const string SlackToken = "xoxb-pretend";
    public const string SlackTeam = "T0HARBOUR1";
    public const string SlackApp = "A0PARTNER1";
    public const string TeamsApp = "11111111-2222-3333-4444-555555555555";
    public const string TeamsTenant = "a1b2c3d4-e5f6-4890-abcd-ef1234567890";
    public const string TeamsIssuer = "https://api.botframework.com";

    const string KeyId = "pretend-1";

    readonly RSA rsa = RSA.Create(2048);
    readonly Func<SentMessage, Task>? heard;
    readonly WebApplication app;
    int sent;

    PretendPlatforms(Func<SentMessage, Task>? heard)
    {
        this.heard = heard;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/api/{method}", SlackAsync);
        app.MapGet("/keys/configuration", () => Results.Text($$"""{"issuer":"{{TeamsIssuer}}","jwks_uri":"{{Address}}keys/list"}""", "application/json"));
        app.MapGet("/keys/list", () => Results.Text(Keys(), "application/json"));
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", () => Results.Text("""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"pretend"}""", "application/json"));
        app.Map("/connector/{**path}", ConnectorAsync);
    }

    /// <summary>Ends with a slash.</summary>
    public string Address => app.Urls.First() + "/";

    public string ServiceUrl => Address + "connector/";

    /// <summary>How many messages the bot has posted or changed.</summary>
    public int Sent => sent;

    /// <summary>The bot's settings, as environment variables, that make it speak to these platforms. In Development only: their addresses are on this machine.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Slack__SigningSecret"] = SlackSecret,
        ["Slack__BotToken"] = SlackToken,
        ["Slack__ApiUrl"] = Address + "api/",
        ["Teams__Bots__0__AppId"] = TeamsApp,
        ["Teams__Bots__0__TenantId"] = TeamsTenant,
        ["Teams__Bots__0__ClientSecret"] = "pretend",
        ["Teams__OpenIdMetadata"] = Address + "keys/configuration",
        ["Teams__TokenUrl"] = Address + "login/",
        ["Teams__ServiceHosts__0"] = "127.0.0.1",
    };

    /// <param name="heard">Told each message before it is answered; null when only their number matters.</param>
    public static async Task<PretendPlatforms> StartAsync(Func<SentMessage, Task>? heard = null)
    {
        var platforms = new PretendPlatforms(heard);
        await platforms.app.StartAsync();
        return platforms;
    }

    /// <summary>As the service signs them: RS256, good for an hour.</summary>
    public string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var text = Part($$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"JWT"}""") + "."
            + Part($$"""{"serviceurl":"{{ServiceUrl}}","nbf":{{now - 10}},"exp":{{now + 3590}},"iss":"{{TeamsIssuer}}","aud":"{{TeamsApp}}"}""");
        return $"{text}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The public key, as it is listed.</summary>
    public string Keys()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}","endorsements":["msteams"]}]}""";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    async Task SlackAsync(HttpContext http, string method)
    {
        if (method.StartsWith("chat.", StringComparison.Ordinal))
        {
            var number = Interlocked.Increment(ref sent);
            var channel = await HearAsync(http, method, body => System.Text.Json.Nodes.JsonNode.Parse(body)!["channel"]!.GetValue<string>());
            await AnswerAsync(http, $$"""{"ok":true,"channel":"{{channel}}","ts":"1795600000.{{number % 1_000_000:D6}}"}""");
            return;
        }
        await AnswerAsync(http, method switch
        {
            "auth.test" => $$"""{"ok":true,"team":"Harbour Homes","user":"bot","team_id":"{{SlackTeam}}","user_id":"U0PARTBOT1","bot_id":"B0PARTBOT1","is_enterprise_install":false}""",
            "users.info" => """{"ok":true,"user":{"id":"U0","tz":"Europe/London","locale":"en-GB","real_name":"Nia Rees","profile":{"display_name":"Nia"}}}""",
            _ => """{"ok":true}""",
        });
    }

    async Task ConnectorAsync(HttpContext http, string path)
    {
        var number = Interlocked.Increment(ref sent);
        await HearAsync(http, http.Request.Method, _ => path);
        await AnswerAsync(http, $$"""{"id":"{{1_795_600_000_000 + number}}"}""");
    }

    /// <returns>The place; "D0" when nobody listens.</returns>
    async Task<string> HearAsync(HttpContext http, string call, Func<string, string> place)
    {
        if (heard is null) return "D0";
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var message = new SentMessage(call, place(body), body);
        await heard(message);
        return message.Place;
    }

    static Task AnswerAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(json);
    }

    static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
