using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>Brings signed requests to the bot. Signatures carry the system's time, as the bot checks them by it.</summary>
internal sealed class SlackDelivery(SlackTownOptions options, HttpClient http)
{
    (SlackRequestKind Kind, byte[] Body)? _last;
    int _retries;

    public Uri? BotAddress { get; set; }

    public Task<BotAnswer> EventAsync(JsonObject envelope, CancellationToken cancel) =>
        SendAsync(SlackRequestKind.Event, Encoding.UTF8.GetBytes(envelope.ToJsonString()), cancel);

    public Task<BotAnswer> InteractionAsync(JsonObject payload, CancellationToken cancel) =>
        FormAsync(SlackRequestKind.Interaction, new Dictionary<string, string> { ["payload"] = payload.ToJsonString() }, cancel);

    public async Task<BotAnswer> FormAsync(SlackRequestKind kind, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await SendAsync(kind, await form.ReadAsByteArrayAsync(cancel), cancel);
    }

    public Task<BotAnswer> SendAsync(SlackRequestKind kind, byte[] body, CancellationToken cancel)
    {
        (_last, _retries) = ((kind, body), 0);
        return PostAsync(kind, body, Signed(body), cancel);
    }

    /// <summary>The last request again, as Slack retries it.</summary>
    public Task<BotAnswer> AgainAsync(string reason, CancellationToken cancel)
    {
        if (_last is not { } last) throw new InvalidOperationException("Nothing was sent yet, so nothing can be sent again.");
        var headers = Signed(last.Body);
        headers["X-Slack-Retry-Num"] = (++_retries).ToString(CultureInfo.InvariantCulture);
        headers["X-Slack-Retry-Reason"] = reason;
        return PostAsync(last.Kind, last.Body, headers, cancel);
    }

    public async Task<BotAnswer> PostAsync(SlackRequestKind kind, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
    {
        var bot = BotAddress ?? throw new InvalidOperationException("The town does not know where the bot is. Set BotAddress.");
        var (path, type) = kind switch
        {
            SlackRequestKind.Event => ("slack/events", "application/json"),
            SlackRequestKind.Interaction => ("slack/interactions", "application/x-www-form-urlencoded"),
            SlackRequestKind.Command => ("slack/commands", "application/x-www-form-urlencoded"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.UserAgent.ParseAdd("Slackbot/1.0");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancel);
        var text = await response.Content.ReadAsStringAsync(cancel);
        return new BotAnswer((int)response.StatusCode, text, Stopwatch.GetElapsedTime(started));
    }

    Dictionary<string, string> Signed(byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new Dictionary<string, string>
        {
            ["X-Slack-Request-Timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
            ["X-Slack-Signature"] = SlackSigner.Sign(options.SigningSecret, timestamp, body),
        };
    }
}

/// <summary>Which of the bot's three Slack addresses a request goes to.</summary>
public enum SlackRequestKind
{
    /// <summary><c>/slack/events</c>, JSON.</summary>
    Event,

    /// <summary><c>/slack/interactions</c>, a form with one field, payload.</summary>
    Interaction,

    /// <summary><c>/slack/commands</c>, a form.</summary>
    Command,
}
