using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Every payload of the corpus with a good token: from the platform's documentation and its own packages' tests.</summary>
public sealed class TeamsCorpusTests : IAsyncLifetime
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    TeamsService service = null!;

    public async ValueTask InitializeAsync() => service = await TeamsService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Nothing_from_elsewhere_is_an_error_or_leaves_a_trace()
    {
        var bodies = Bodies();
        Assert.True(bodies.Count > 300, $"Only {bodies.Count} payloads.");
        await using var host = await TeamsHost.StartAsync(service, more: ("Teams:Bots:0:TenantId", "0e1f2d3c-4b5a-4697-8879-0a1b2c3d4e5f"));
        foreach (var (name, body) in bodies)
        {
            var answer = await PostAsync(host, body);
            Assert.True(answer.Status is 400 or 401 or 403, $"{name}: {answer.Status}.");
        }
        Assert.Empty(host.Heard);
        Assert.Equal(0, await host.RowsAsync());
        TellsNothing(host, bodies);
    }

    [Fact]
    public async Task Nothing_that_Teams_was_ever_seen_to_send_is_an_error_and_what_leads_nowhere_leaves_no_row()
    {
        var bodies = Bodies().Select(one => (one.Name, Body: Ours(one.Body))).ToList();
        await using var host = await TeamsHost.StartAsync(service);
        var (heard, rows) = (0, 0);
        foreach (var (name, body) in bodies)
        {
            var answer = await PostAsync(host, body);
            await host.SettleAsync();
            Assert.True(answer.Status < 500 || (answer.Status == 501 && Encoding.UTF8.GetString(body).Contains("\"invoke\"", StringComparison.Ordinal)), $"{name}: {answer.Status}.");
            var now = await host.RowsAsync();
            if (host.Heard.Count == heard) Assert.True(rows == now, $"{name}: {now - rows} rows more, though nothing was asked.");
            (heard, rows) = (host.Heard.Count, now);
        }
        Assert.True(heard > 50, $"Only {heard} led anywhere.");
        TellsNothing(host, bodies);
    }

    static void TellsNothing(TeamsHost host, IEnumerable<(string Name, byte[] Body)> bodies)
    {
        var log = host.Log.Text;
        foreach (var (name, body) in bodies)
            foreach (var text in PersonalTexts.In(body))
                Assert.False(log.Contains(text, StringComparison.Ordinal), $"{name}: \"{text}\" is in the log.");
    }

    /// <summary>The token is for the address that the body names, as the service's tokens are.</summary>
    Task<Answer> PostAsync(TeamsHost host, byte[] body)
    {
        var serviceUrl = Parse(body) is JsonObject activity && activity["serviceUrl"] is JsonValue said && said.TryGetValue<string>(out var url) ? url : service.ServiceUrl;
        return host.PostAsync(Encoding.UTF8.GetString(body), $"Bearer {service.Signer.Token(TeamsHost.AppId, serviceUrl)}");
    }

    /// <summary>The same as it would be said to our bot in its own tenant.</summary>
    byte[] Ours(byte[] body)
    {
        if (Parse(body) is not JsonObject activity) return body;
        activity["serviceUrl"] = service.ServiceUrl;
        activity["channelId"] = "msteams";
        if (activity["conversation"] is JsonObject conversation) conversation["tenantId"] = TeamsHost.Tenant;
        activity["channelData"] = activity["channelData"] is JsonObject data ? data : [];
        activity["channelData"]!["tenant"] = new JsonObject { ["id"] = TeamsHost.Tenant };
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    /// <summary>Each file, and each activity in those that hold several.</summary>
    static IReadOnlyList<(string Name, byte[] Body)> Bodies() =>
    [
        .. Corpus.Files("teams", "*.*").Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).SelectMany(file =>
        {
            var (name, content) = (Path.GetRelativePath(Corpus.FilePath("teams"), file), File.ReadAllBytes(file));
            return Parse(content) is JsonArray several
                ? several.OfType<JsonObject>().Select((one, number) => ($"{name}[{number}]", Encoding.UTF8.GetBytes(one.ToJsonString()))).Prepend((name, content))
                : [(name, content)];
        }),
    ];

    static JsonNode? Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Lenient);
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
