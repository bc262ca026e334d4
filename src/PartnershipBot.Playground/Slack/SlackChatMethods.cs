using System.Text.Json;
using System.Text.Json.Nodes;
using static PartnershipBot.Playground.Slack.SlackApiMethods;

namespace PartnershipBot.Playground.Slack;

/// <summary>chat.* and response addresses.</summary>
internal sealed class SlackChatMethods(SlackTownOptions options, SlackState state, SlackPayloads payloads)
{
    const int LongestText = 40_000, LongestUpdate = 4_000;

    public JsonObject Post(SlackArguments arguments)
    {
        if (Channel(arguments, out var channel) is { } refused) return refused;
        if (Content(arguments, LongestText) is { } wrong) return wrong;
        return Posted(state.Post(channel, options.BotUserId, arguments.Text("text") ?? "", Blocks(arguments), arguments.Text("thread_ts"), null));
    }

    public JsonObject PostEphemeral(SlackArguments arguments)
    {
        if (Channel(arguments, out var channel) is { } refused) return refused;
        if (arguments.Text("user") is not { } user || !state.MembersOf(channel)!.Contains(user)) return Refusal("user_not_in_channel");
        if (Content(arguments, LongestText) is { } wrong) return wrong;
        var message = state.Post(channel, options.BotUserId, arguments.Text("text") ?? "", Blocks(arguments), arguments.Text("thread_ts"), user);
        var reply = Ok();
        reply["message_ts"] = message.Ts;
        return reply;
    }

    public JsonObject Update(SlackArguments arguments)
    {
        var channel = arguments.Text("channel") ?? "";
        if (state.MembersOf(channel) is null) return Refusal("channel_not_found");
        if (Content(arguments, LongestUpdate) is { } wrong) return wrong;
        JsonObject? refusal = null;
        var message = state.Edit(channel, arguments.Text("ts") ?? "", before =>
        {
            if (before.EphemeralFor is not null) refusal = Refusal("message_not_found");
            else if (before.User != options.BotUserId) refusal = Refusal("cant_update_message");
            return refusal is not null ? before : before with
            {
                Text = arguments.Text("text") ?? before.Text,
                Blocks = Blocks(arguments) ?? (arguments.Text("text") is null ? before.Blocks : null),
                Edited = true,
            };
        });
        return refusal ?? (message is null ? Refusal("message_not_found") : Updated(message));
    }

    public JsonObject Delete(SlackArguments arguments)
    {
        var (channel, ts) = (arguments.Text("channel") ?? "", arguments.Text("ts") ?? "");
        if (state.MembersOf(channel) is null) return Refusal("channel_not_found");
        var mine = true;
        var gone = state.Edit(channel, ts, before => (mine = before.User == options.BotUserId) ? null : before);
        if (gone is null) return Refusal("message_not_found");
        if (!mine) return Refusal("cant_delete_message");
        var reply = Ok();
        (reply["channel"], reply["ts"]) = (channel, ts);
        return reply;
    }

    /// <summary>A message posted to a response address.</summary>
    public JsonObject Respond(SlackState.ResponseUrl url, SlackArguments arguments)
    {
        if (arguments.Flag("delete_original"))
        {
            if (url.MessageTs is not null) state.Edit(url.Channel, url.MessageTs, _ => null);
            return Ok();
        }
        if (Content(arguments, LongestText) is { } wrong) return wrong;
        var text = arguments.Text("text") ?? "";
        if (arguments.Flag("replace_original") && url.MessageTs is { } original)
            state.Edit(url.Channel, original, before => before with { Text = text, Blocks = Blocks(arguments), Edited = true });
        else
            state.Post(url.Channel, options.BotUserId, text, Blocks(arguments), arguments.Text("thread_ts"), arguments.Text("response_type") is "in_channel" ? null : url.User);
        return Ok();
    }

    JsonObject? Channel(SlackArguments arguments, out string channel)
    {
        var asked = arguments.Text("channel") ?? "";
        channel = options.People.FirstOrDefault(person => person.Id == asked)?.DirectMessages ?? asked;
        if (state.MembersOf(channel) is not { } members) return Refusal("channel_not_found");
        return members.Contains(options.BotUserId) ? null : Refusal("not_in_channel");
    }

    static JsonObject? Content(SlackArguments arguments, int longest)
    {
        if (arguments.Text("text") is { } text && text.Length > longest) return Refusal("msg_too_long");
        if (arguments.Json("blocks") is not { } blocks) return string.IsNullOrEmpty(arguments.Text("text")) ? Refusal("no_text") : null;
        if (blocks.ValueKind is not JsonValueKind.Array) return Refusal("invalid_blocks_format");
        return BlockKitRules.Message(blocks) is { Count: > 0 } wrong ? Refusal("invalid_blocks", wrong) : null;
    }

    static JsonElement? Blocks(SlackArguments arguments) => arguments.Json("blocks");

    JsonObject Posted(SlackMessage message)
    {
        var reply = Ok();
        (reply["channel"], reply["ts"], reply["message"]) = (message.Channel, message.Ts, payloads.Message(message));
        return reply;
    }

    JsonObject Updated(SlackMessage message)
    {
        var reply = Posted(message);
        reply["text"] = message.Text;
        return reply;
    }
}
