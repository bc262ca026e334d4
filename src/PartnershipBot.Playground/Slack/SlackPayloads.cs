using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>The JSON that Slack sends, with every field that it carries.</summary>
internal sealed class SlackPayloads(SlackTownOptions options, SlackState state, TimeProvider time, Func<string, Uri> responseUrl)
{
    const string VerificationToken = "not-to-be-relied-on";

    public JsonObject Envelope(JsonObject inner) => new()
    {
        ["token"] = VerificationToken,
        ["team_id"] = options.TeamId,
        ["context_team_id"] = options.TeamId,
        ["context_enterprise_id"] = null,
        ["api_app_id"] = options.AppId,
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = state.NewId("Ev"),
        ["event_time"] = time.GetUtcNow().ToUnixTimeSeconds(),
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = options.TeamId,
            ["user_id"] = options.BotUserId,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        }),
        ["is_ext_shared_channel"] = false,
        ["event_context"] = state.NewId("EC"),
    };

    public JsonObject Said(string type, SlackMessage message, string? channelType)
    {
        var said = new JsonObject
        {
            ["type"] = type,
            ["client_msg_id"] = $"{Guid.NewGuid():D}",
            ["user"] = message.User,
            ["text"] = message.Text,
            ["team"] = options.TeamId,
            ["ts"] = message.Ts,
            ["blocks"] = RichText(message.Text),
            ["channel"] = message.Channel,
            ["event_ts"] = message.Ts,
        };
        if (channelType is not null) said["channel_type"] = channelType;
        if (message.ThreadTs is not null) said["thread_ts"] = message.ThreadTs;
        return said;
    }

    public JsonObject Interaction(string type, SlackPerson person) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = person.Id, ["username"] = UserName(person), ["name"] = UserName(person), ["team_id"] = options.TeamId },
        ["api_app_id"] = options.AppId,
        ["token"] = VerificationToken,
        ["team"] = new JsonObject { ["id"] = options.TeamId, ["domain"] = options.TeamDomain },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    public JsonObject OnMessage(JsonObject payload, SlackPerson person, SlackMessage message)
    {
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.EphemeralFor is not null,
        };
        payload["channel"] = Channel(message.Channel);
        payload["message"] = Message(message);
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = responseUrl(state.NewResponseUrl(message.Channel, person.Id, message.Ts)).ToString();
        return payload;
    }

    public JsonObject OnView(JsonObject payload, SlackView view)
    {
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = View(view);
        return payload;
    }

    /// <summary>A message as the Web API and interactions show it.</summary>
    public JsonObject Message(SlackMessage message)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = message.User, ["text"] = message.Text, ["ts"] = message.Ts, ["team"] = options.TeamId };
        if (message.User == options.BotUserId) (json["bot_id"], json["app_id"]) = (options.BotId, options.AppId);
        if (message.Blocks is { } blocks) json["blocks"] = JsonSerializer.SerializeToNode(blocks);
        if (message.ThreadTs is not null) json["thread_ts"] = message.ThreadTs;
        if (message.Edited) json["edited"] = new JsonObject { ["user"] = message.User, ["ts"] = message.Ts };
        return json;
    }

    /// <summary>A view as views.open answers it and as submissions carry it.</summary>
    public JsonObject View(SlackView view)
    {
        var json = JsonSerializer.SerializeToNode(view.Json)!.AsObject();
        json["id"] = view.Id;
        json["team_id"] = options.TeamId;
        json["state"] = new JsonObject { ["values"] = Values(view) };
        json["hash"] = view.Hash;
        json["root_view_id"] = view.RootId;
        json["previous_view_id"] = view.PreviousId;
        json["app_id"] = options.AppId;
        json["app_installed_team_id"] = options.TeamId;
        json["bot_id"] = options.BotId;
        json["private_metadata"] ??= "";
        json["callback_id"] ??= "";
        json["external_id"] ??= "";
        json["clear_on_close"] ??= false;
        json["notify_on_close"] ??= false;
        return json;
    }

    public JsonObject Action(JsonElement block, JsonElement element, string? choice)
    {
        var type = element.GetProperty("type").GetString()!;
        var action = type is "button" ? new JsonObject { ["type"] = type } : SlackInputs.Value(element, choice);
        action["action_id"] = element.GetProperty("action_id").GetString();
        action["block_id"] = block.GetProperty("block_id").GetString();
        action["action_ts"] = state.NewTs();
        foreach (var name in (string[])["text", "value", "style", "placeholder"])
            if (type is "button" && element.TryGetProperty(name, out var carried)) action[name] = JsonSerializer.SerializeToNode(carried);
        return action;
    }

    public JsonObject Channel(string id) => new()
    {
        ["id"] = id,
        ["name"] = options.Rooms.FirstOrDefault(room => room.Id == id)?.Name ?? "directmessage",
    };

    public static string UserName(SlackPerson person) =>
        new([.. person.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '.')]);

    static JsonObject Values(SlackView view)
    {
        var values = new JsonObject();
        foreach (var (block, element, _) in SlackInputs.In(view.Blocks))
        {
            var (blockId, actionId) = (block.GetProperty("block_id").GetString()!, element.GetProperty("action_id").GetString()!);
            if (values[blockId] is not JsonObject inBlock) values[blockId] = inBlock = [];
            inBlock[actionId] = view.Values.TryGetValue((blockId, actionId), out var typed) ? typed.DeepClone() : SlackInputs.Initial(element);
        }
        return values;
    }

    JsonArray RichText(string text) =>
    [
        new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = state.NewId("b"),
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            }),
        },
    ];
}
