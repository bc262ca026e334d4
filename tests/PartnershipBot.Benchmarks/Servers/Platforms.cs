using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Benchmarks.Servers;

/// <summary>The platforms' side, which says yes at once: Slack's Web API, the keys that Teams signs with, its token service and its Connector.</summary>
internal sealed class Platforms : IAsyncDisposable
{
    public const string SlackSecret = "0123456789abcdef0123456789abcdef";
    public const string SlackToken = "xoxb-load";
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "a1b2c3d4-e5f6-4890-abcd-ef1234567890";
    public const string Issuer = "https://api.botframework.com";

    const string KeyId = "load-1";

    readonly RSA rsa = RSA.Create(2048);
    readonly WebApplication app;
    int sent;

    Platforms()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/api/{method}", SlackAsync);
        app.MapGet("/keys/configuration", () => Results.Text($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Address}}keys/list"}""", "application/json"));
        app.MapGet("/keys/list", () => Results.Text(Keys(), "application/json"));
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", () => Results.Text("""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"load"}""", "application/json"));
        app.Map("/connector/{**path}", () =>
        {
            Interlocked.Increment(ref sent);
            return Results.Text("""{"id":"1795600000000"}""", "application/json");
        });
    }

    /// <summary>Ends with a slash.</summary>
    public string Address => app.Urls.First() + "/";

    public string ServiceUrl => Address + "connector/";

    /// <summary>How many messages the bot has posted or changed.</summary>
    public int Sent => sent;

    public static async Task<Platforms> StartAsync()
    {
        var platforms = new Platforms();
        await platforms.app.StartAsync();
        return platforms;
    }

    /// <summary>As the service signs them: RS256, good for an hour.</summary>
    public string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var text = Part($$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"JWT"}""") + "."
            + Part($$"""{"serviceurl":"{{ServiceUrl}}","nbf":{{now - 10}},"exp":{{now + 3590}},"iss":"{{Issuer}}","aud":"{{AppId}}"}""");
        return $"{text}.{Base64Url.EncodeToString(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

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

    Task SlackAsync(HttpContext http, string method)
    {
        if (method.StartsWith("chat.", StringComparison.Ordinal)) Interlocked.Increment(ref sent);
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(method switch
        {
            "auth.test" => """{"ok":true,"team":"Harbour Homes","user":"bot","team_id":"T0HARBOUR1","user_id":"U0PARTBOT1","bot_id":"B0PARTBOT1","is_enterprise_install":false}""",
            "users.info" => """{"ok":true,"user":{"id":"U0","tz":"Europe/London","locale":"en-GB","real_name":"Nia Rees","profile":{"display_name":"Nia"}}}""",
            _ => """{"ok":true,"channel":"D0","ts":"1795600000.000001"}""",
        });
    }

    static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
