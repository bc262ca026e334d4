using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>The npm package "emulate": a Slack Web API that keeps what it is told. It is strict about scopes and gives our token those we ask for.</summary>
internal sealed partial class EmulatedSlack : IAsyncDisposable
{
    public const string Installation = "A0BRIDGE|none|T000000001";
    public const string Token = "xoxb-harbour-token";

    const string Reader = "xoxp-somebody-who-looks";
    const string Town = $$"""
        slack:
          strict_scopes: true
          users: [{ name: nia, real_name: Nia Roberts }]
          channels: [{ name: visits }]
          oauth_apps:
            - { client_id: "1.2", client_secret: unused, app_id: A0BRIDGE, name: PartnershipBot, bot_name: partnershipbot, redirect_uris: [], scopes: [chat:write, users:read] }
          tokens:
            - { token: {{Token}}, type: bot, user: partnershipbot, app_id: A0BRIDGE, scopes: [chat:write, users:read] }
            - { token: {{Reader}}, user: nia, app_id: A0BRIDGE, scopes: [users:read, im:history, im:write, channels:read, channels:history] }
        """;

    readonly ListeningProcess process;
    readonly HttpClient http;

    EmulatedSlack(ListeningProcess process)
    {
        this.process = process;
        http = new() { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}/"), DefaultRequestHeaders = { Authorization = new("Bearer", Reader) } };
    }

    /// <summary>As Slack:ApiUrl.</summary>
    public string Address => $"{http.BaseAddress}api/";

    public static async Task<EmulatedSlack> StartAsync(CancellationToken cancel)
    {
        var program = Peers.Require("emulate", "dist/index.js");
        var seed = Path.Combine(Path.GetTempPath(), $"partnershipbot-emulate-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(seed, Town, cancel);
        try
        {
            return new(await NodeProcess.StartAsync(program, port => ["start", "--service", "slack", "--port", $"{port}", "--seed", seed], cancel));
        }
        finally
        {
            File.Delete(seed);
        }
    }

    /// <summary>Asks as somebody who looks, not as the bot.</summary>
    public async Task<JsonElement> AskAsync(string method, object arguments, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("api/" + method, arguments, cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
        Assert.True(answer.GetProperty("ok").GetBoolean(), $"{method}: {answer}");
        return answer;
    }

    /// <summary>A trigger id for a press of Nia's, good once and for 3 seconds.</summary>
    public async Task<string> TriggerAsync(CancellationToken cancel) =>
        (await AskAsync("views.generateTriggerId", new { user_id = "nia" }, cancel)).GetProperty("trigger_id").GetString()!;

    /// <summary>The id of a channel that Nia is in.</summary>
    public async Task<string> RoomAsync(CancellationToken cancel) => (await AskAsync("conversations.list", new { }, cancel)).GetProperty("channels").EnumerateArray()
        .Single(channel => channel.GetProperty("name").GetString() == "visits").GetProperty("id").GetString()!;

    public async Task<string> UserAsync(string name, CancellationToken cancel) => (await AskAsync("users.list", new { }, cancel)).GetProperty("members").EnumerateArray()
        .Single(user => user.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    /// <summary>The newest message of a conversation.</summary>
    public async Task<JsonElement> NewestAsync(string channel, CancellationToken cancel) =>
        (await AskAsync("conversations.history", new { channel }, cancel)).GetProperty("messages")[0];

    /// <summary>The views as its own page lists them, home and modal.</summary>
    public async Task<IReadOnlyList<EmulatedView>> ViewsAsync(CancellationToken cancel)
    {
        var page = await http.GetStringAsync("?tab=views", cancel);
        return [.. Row().Matches(page)
            .Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(Tag().Replace(cell.Groups["text"].Value, ""))).ToArray())
            .Where(cells => cells.Length == 8)
            .Select(cells => new EmulatedView(cells[0], cells[1], cells[4], cells[5]))];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(?<text>.*?)</td>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}

/// <param name="Words">The first words of it.</param>
internal sealed record EmulatedView(string Id, string Kind, string Words, string Hash);
