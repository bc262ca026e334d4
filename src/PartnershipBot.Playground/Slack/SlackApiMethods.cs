using System.Text.Json.Nodes;

namespace PartnershipBot.Playground.Slack;

/// <summary>The Web API's methods by name. To add one: a line in the table and a function that returns <see cref="Ok"/> or <see cref="Refusal"/>.</summary>
internal sealed class SlackApiMethods
{
    readonly Dictionary<string, Func<SlackArguments, JsonObject>> _methods;
    readonly SlackChatMethods _chat;

    public SlackApiMethods(SlackTownOptions options, SlackState state, SlackPayloads payloads)
    {
        _chat = new SlackChatMethods(options, state, payloads);
        var views = new SlackViewMethods(options, state, payloads);
        var people = new SlackPeopleMethods(options, state);
        _methods = new Dictionary<string, Func<SlackArguments, JsonObject>>
        {
            ["auth.test"] = _ => people.AuthTest(),
            ["chat.postMessage"] = _chat.Post,
            ["chat.postEphemeral"] = _chat.PostEphemeral,
            ["chat.update"] = _chat.Update,
            ["chat.delete"] = _chat.Delete,
            ["views.open"] = views.Open,
            ["views.push"] = views.Push,
            ["views.update"] = views.Update,
            ["views.publish"] = views.Publish,
            ["conversations.open"] = people.OpenConversation,
            ["conversations.info"] = people.ConversationInfo,
            ["conversations.members"] = people.ConversationMembers,
            ["users.info"] = people.UserInfo,
        };
    }

    public JsonObject Call(string method, SlackArguments arguments) =>
        _methods.TryGetValue(method, out var known) ? known(arguments) : Refusal("unknown_method");

    public JsonObject Respond(SlackState.ResponseUrl url, SlackArguments arguments) => _chat.Respond(url, arguments);

    public static JsonObject Ok() => new() { ["ok"] = true };

    public static JsonObject Refusal(string error) => new() { ["ok"] = false, ["error"] = error };

    /// <summary>A refusal that says where, as Slack does for blocks and views.</summary>
    public static JsonObject Refusal(string error, IEnumerable<string> messages)
    {
        var refusal = Refusal(error);
        refusal["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => JsonValue.Create("[ERROR] " + message))]) };
        return refusal;
    }
}
