using System.Text.Json.Nodes;
using PartnershipBot.Web.Teams;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Every way a token can be wrong: refused, nothing heard, nothing written.</summary>
public sealed class BadTokenTests
{
    const string Url = "https://smba.trafficmanager.net/emea/" + TeamsHost.Tenant + "/";
    static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task A_request_without_a_good_token_is_refused_and_leaves_nothing_behind()
    {
        await using var service = await TeamsService.StartAsync();
        await using var host = await TeamsHost.StartAsync(service);
        using var stranger = new Signer(service.Signer.Kid, "msteams");
        using var otherChannel = new Signer("key-webchat", "webchat", "directline");
        using var unendorsed = new Signer("key-bare");
        service.ListedKeys[otherChannel.Kid] = otherChannel.Listed;
        service.ListedKeys[unendorsed.Kid] = unendorsed.Listed;

        var cases = All(service.Signer, stranger, otherChannel, unendorsed).ToList();
        Assert.True(cases.Count >= 40, $"There are {cases.Count} cases.");
        var body = Payload.Read("message-personal").Text;
        foreach (var (what, authorization) in cases)
        {
            var answer = await host.PostAsync(body, authorization);
            Assert.True(answer.Status is 401 or 403, $"\"{what}\" was answered with {answer.Status}.");
            Assert.Equal("", answer.Body);
        }
        Assert.Empty(host.Heard);
        Assert.Equal(0, await host.RowsAsync());
        Assert.Empty(service.Requests);
        Assert.Equal(0, service.TokenReads);

        // The same request with a good token shows that it was the tokens.
        Assert.Equal(200, (await host.PostAsync(Payload.Read("message-personal"))).Status);
        Assert.Single(host.Heard);
    }

    static IEnumerable<(string What, string? Authorization)> All(Signer good, Signer stranger, Signer otherChannel, Signer unendorsed)
    {
        var token = good.Token(TeamsHost.AppId, Url);
        yield return ("no header", null);
        yield return ("empty header", "");
        yield return ("another scheme", $"Basic {token}");
        yield return ("no scheme", token);
        yield return ("scheme alone", "Bearer");
        yield return ("empty token", "Bearer ");
        yield return ("garbage", "Bearer not-a-token");
        yield return ("dots", "Bearer ..");
        yield return ("garbage in three parts", "Bearer a.b.c");
        yield return ("two parts", $"Bearer {token[..token.LastIndexOf('.')]}");
        yield return ("five parts", $"Bearer {token}.x.y");
        yield return ("empty signature", $"Bearer {token[..(token.LastIndexOf('.') + 1)]}");
        yield return ("changed signature", $"Bearer {token[..^6]}AAAAAA");
        yield return ("far too long", $"Bearer {token}{new string('A', 20_000)}");
        yield return ("two tokens", $"Bearer {token}, Bearer {token}");
        yield return ("payload is a list", $"Bearer {good.Token(new JsonArray())}");
        yield return ("signed by a stranger with our key id", $"Bearer {stranger.Token(TeamsHost.AppId, Url)}");
        yield return ("key of another channel", $"Bearer {otherChannel.Token(TeamsHost.AppId, Url)}");
        yield return ("key endorsed for nothing", $"Bearer {unendorsed.Token(TeamsHost.AppId, Url)}");
        foreach (var algorithm in new[] { "none", "HS256", "RS384", "RS512", "PS256", "rs256", "ES256", "" })
            yield return ($"algorithm {algorithm}", $"Bearer {good.Token(Signer.Payload(TeamsHost.AppId, Url), Header(good, "alg", algorithm))}");
        yield return ("no key id", $"Bearer {good.Token(Signer.Payload(TeamsHost.AppId, Url), Header(good, "kid", null))}");
        yield return ("unknown key id", $"Bearer {good.Token(Signer.Payload(TeamsHost.AppId, Url), Header(good, "kid", "key-9"))}");
        yield return ("critical extension", $"Bearer {good.Token(Signer.Payload(TeamsHost.AppId, Url), Header(good, "crit", new JsonArray("x")))}");
        foreach (var (what, name, value) in new (string, string, JsonNode?)[]
        {
            ("no issuer", "iss", null), ("issuer of Entra", "iss", $"https://sts.windows.net/{TeamsHost.Tenant}/"),
            ("issuer of Entra v2", "iss", $"https://login.microsoftonline.com/{TeamsHost.Tenant}/v2.0"),
            ("issuer of another cloud", "iss", "https://api.botframework.us"), ("issuer that begins well", "iss", "https://api.botframework.com.evil.example"),
            ("issuer with a slash", "iss", "https://api.botframework.com/"), ("issuer in capitals", "iss", "HTTPS://API.BOTFRAMEWORK.COM"),
            ("no audience", "aud", null), ("empty audience", "aud", ""), ("another bot", "aud", "99999999-2222-3333-4444-555555555555"),
            ("audience of a tab", "aud", $"api://{TeamsHost.AppId}"), ("audience of a bot tab", "aud", $"api://botid-{TeamsHost.AppId}"),
            ("two audiences", "aud", new JsonArray(TeamsHost.AppId, "99999999-2222-3333-4444-555555555555")), ("audience is the issuer", "aud", Signer.Issuer),
            ("expired", "exp", Now - 360), ("expired long ago", "exp", Now - 86_400), ("no expiry", "exp", null), ("expiry is a word", "exp", "tomorrow"),
            ("not yet valid", "nbf", Now + 360), ("no service url", "serviceurl", null), ("empty service url", "serviceurl", ""),
            ("service url is a number", "serviceurl", 7), ("another service url", "serviceurl", "https://smba.trafficmanager.net/amer/"),
            ("service url of another host", "serviceurl", "https://evil.example/"), ("service url without encryption", "serviceurl", Url.Replace("https", "http", StringComparison.Ordinal)),
        })
        {
            var payload = Signer.Payload(TeamsHost.AppId, Url);
            if (value is null) payload.Remove(name);
            else payload[name] = value;
            yield return (what, $"Bearer {good.Token(payload)}");
        }
    }

    static JsonObject Header(Signer signer, string name, JsonNode? value)
    {
        var header = signer.Header();
        if (value is null) header.Remove(name);
        else header[name] = value;
        return header;
    }

    [Theory]
    [InlineData("channelId", "webchat", 401)]
    [InlineData("channelId", "MSTEAMS", 401)]
    [InlineData("channelId", null, 401)]
    [InlineData("serviceUrl", null, 401)]
    [InlineData("channelData.tenant.id", "ffffffff-0000-0000-0000-000000000000", 403)]
    [InlineData("conversation.tenantId", "ffffffff-0000-0000-0000-000000000000", 403)]
    public async Task What_is_said_must_fit_the_token_and_the_tenant(string path, string? value, int status)
    {
        await using var service = await TeamsService.StartAsync();
        await using var host = await TeamsHost.StartAsync(service);
        var token = $"Bearer {service.Signer.Token(TeamsHost.AppId, Url)}";
        Assert.Equal(status, (await host.PostAsync(Payload.Read("message-personal").With(path, value).Text, token)).Status);
        Assert.Empty(host.Heard);
        Assert.Equal(200, (await host.PostAsync(Payload.Read("message-personal").Text, token)).Status);
    }

    [Fact]
    public async Task No_tenant_at_all_is_the_wrong_tenant()
    {
        await using var service = await TeamsService.StartAsync();
        await using var host = await TeamsHost.StartAsync(service);
        Assert.Equal(403, (await host.PostAsync(Payload.Read("message-personal").With("channelData", null).With("conversation.tenantId", null))).Status);
        Assert.Equal(200, (await host.PostAsync(Payload.Read("message-personal").With("channelData", null))).Status);
    }

    [Fact]
    public async Task Small_differences_that_do_not_matter_are_let_in()
    {
        await using var service = await TeamsService.StartAsync();
        await using var host = await TeamsHost.StartAsync(service);
        var body = Payload.Read("message-personal").Text;
        async Task Admits(JsonObject payload) => Assert.Equal(200, (await host.PostAsync(body, $"bearer {service.Signer.Token(payload)}")).Status);

        var late = Signer.Payload(TeamsHost.AppId, Url);
        late["exp"] = Now - 240;
        late["nbf"] = Now - 4_000;
        await Admits(late);
        var early = Signer.Payload(TeamsHost.AppId, Url);
        early["nbf"] = Now + 240;
        await Admits(early);
        await Admits(Signer.Payload(TeamsHost.AppId.ToUpperInvariant(), Url));
        await Admits(Signer.Payload(TeamsHost.AppId, Url.TrimEnd('/')));
        await Admits(Signer.Payload(TeamsHost.AppId, Url.Replace("smba", "SMBA", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_settings_nobody_is_let_in()
    {
        await using var service = await TeamsService.StartAsync();
        await using var host = await TeamsHost.StartAsync(service, "Development", ("Teams:Bots:0:AppId", null), ("Teams:Bots:0:TenantId", null), ("Teams:Bots:0:ClientSecret", null));
        Assert.Equal(401, (await host.PostAsync(Payload.Read("message-personal"))).Status);
        Assert.Contains(nameof(Refusal.NotConfigured), host.Log.Text, StringComparison.Ordinal);
    }
}
