using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>A request that a platform can deliver again: the same body, signed anew.</summary>
/// <param name="Attempt">From 0. Given to <paramref name="Body"/>.</param>
internal sealed record PlatformRequest(string Path, string ContentType, Func<int, string> Body)
{
    public HttpRequestMessage At(Uri bot, int attempt, PretendPlatforms platforms)
    {
        var body = Encoding.UTF8.GetBytes(Body(attempt));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, Path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        if (Path.StartsWith("slack", StringComparison.Ordinal)) Sign(request, body, attempt);
        else request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", platforms.Token());
        return request;
    }

    static void Sign(HttpRequestMessage request, byte[] body, int attempt)
    {
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{time}:"), .. body];
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(PretendPlatforms.SlackSecret), signed)));
        if (attempt == 0) return;
        request.Headers.Add("X-Slack-Retry-Num", $"{attempt}");
        request.Headers.Add("X-Slack-Retry-Reason", "http_error");
    }
}

/// <summary>What somebody in Slack does, as Slack delivers it.</summary>
/// <param name="User">A user id, U and more.</param>
internal sealed record SlackActor(string User)
{
    static int number;

    public string DirectMessages => "D" + User[1..];

    /// <summary>Slack delivers an event again, as it was, until it is acknowledged.</summary>
    public PlatformRequest Says(string text)
    {
        var ts = Moment();
        var body = new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = PretendPlatforms.SlackTeam,
            ["api_app_id"] = PretendPlatforms.SlackApp,
            ["event_id"] = "Ev" + ts,
            ["event_time"] = long.Parse(ts.Split('.')[0], CultureInfo.InvariantCulture),
            ["event"] = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = DirectMessages, ["user"] = User, ["text"] = text, ["ts"] = ts, ["event_ts"] = ts, ["team"] = PretendPlatforms.SlackTeam },
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = PretendPlatforms.SlackTeam, ["user_id"] = "U0PARTBOT1", ["is_bot"] = true, ["is_enterprise_install"] = false }),
        }.ToJsonString();
        return new PlatformRequest("slack/events", "application/json", _ => body);
    }

    /// <summary>Slack shows an error when a press is not acknowledged; the person presses again, which is another press.</summary>
    public PlatformRequest Presses(string verb, string value, string origin = "")
    {
        var message = Moment();
        return Interaction(_ => new JsonObject
        {
            ["type"] = "block_actions",
            ["trigger_id"] = Moment(),
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message, ["channel_id"] = DirectMessages, ["is_ephemeral"] = false },
            ["channel"] = new JsonObject { ["id"] = DirectMessages, ["name"] = "directmessage" },
            ["message"] = new JsonObject { ["type"] = "message", ["ts"] = message, ["text"] = "a card" },
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = verb + "#0", ["block_id"] = "b", ["value"] = $"{origin}\n{value}", ["action_ts"] = Moment() }),
        });
    }

    /// <summary>A form that was not acknowledged stays open; the person sends the same one again.</summary>
    public PlatformRequest Submits(string verb, string value, string origin, params (string Id, string Value)[] inputs)
    {
        var view = "V" + Moment();
        var state = new JsonObject
        {
            ["origin"] = origin,
            ["value"] = value,
            ["conversation"] = new JsonObject { ["channel"] = "slack", ["installation"] = $"{PretendPlatforms.SlackApp}|none|{PretendPlatforms.SlackTeam}", ["address"] = DirectMessages, ["kind"] = "Personal" },
        }.ToJsonString();
        return Interaction(_ => new JsonObject
        {
            ["type"] = "view_submission",
            ["trigger_id"] = Moment(),
            ["view"] = new JsonObject
            {
                ["id"] = view,
                ["type"] = "modal",
                ["hash"] = "h1",
                ["callback_id"] = verb,
                ["app_installed_team_id"] = PretendPlatforms.SlackTeam,
                ["private_metadata"] = state,
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Id, (JsonNode?)new JsonObject
                    {
                        ["answer"] = new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = new JsonObject { ["value"] = input.Value } },
                    }))),
                },
            },
        });
    }

    PlatformRequest Interaction(Func<int, JsonObject> what) => new("slack/interactions", "application/x-www-form-urlencoded", attempt =>
    {
        var payload = what(attempt);
        payload["api_app_id"] = PretendPlatforms.SlackApp;
        payload["team"] = new JsonObject { ["id"] = PretendPlatforms.SlackTeam, ["domain"] = "harbour" };
        payload["user"] = new JsonObject { ["id"] = User, ["team_id"] = PretendPlatforms.SlackTeam };
        return "payload=" + Uri.EscapeDataString(payload.ToJsonString());
    });

    static string Moment() => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Interlocked.Increment(ref number) % 1_000_000:D6}");
}

/// <summary>What somebody in Teams does, as Teams delivers it.</summary>
/// <param name="User">An object id.</param>
internal sealed record TeamsActor(string User)
{
    static int number;

    /// <summary>Teams delivers twice with one id, and then anew with another.</summary>
    public PlatformRequest Presses(PretendPlatforms platforms, string verb, string value, string origin, params (string Id, string Value)[] inputs)
    {
        var data = new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Id, (JsonNode?)JsonValue.Create(input.Value)))) { ["_value"] = value, ["_origin"] = origin };
        var first = Interlocked.Increment(ref number);
        return new PlatformRequest("api/messages", "application/json", attempt => new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{first}-{attempt / 2}"),
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = platforms.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:1-" + User, ["name"] = "Sam Reed", ["aadObjectId"] = User },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = PretendPlatforms.TeamsTenant, ["id"] = "a:1-" + User },
            ["recipient"] = new JsonObject { ["id"] = "28:" + PretendPlatforms.TeamsApp, ["name"] = "PartnershipBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = PretendPlatforms.TeamsTenant } },
            ["locale"] = "en-GB",
            ["localTimezone"] = "Europe/London",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = "manual" },
        }.ToJsonString());
    }
}
