using System.Text.Json;

namespace PartnershipBot.Playground.Slack;

/// <summary>Does with the bot's answer what Slack does with it.</summary>
internal static class SlackAcknowledgement
{
    public static BotAnswer OfSubmission(SlackState state, string user, SlackView view, BotAnswer answer)
    {
        if (answer.Body.Length is 0)
        {
            state.Close(user, all: false);
            return answer;
        }
        if (answer.Json() is not { } reply || !reply.TryGetProperty("response_action", out var action)) return answer with { Refused = "a body without response_action" };
        switch (action.GetString())
        {
            case "clear":
                state.Close(user, all: true);
                return answer;
            case "errors" when reply.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Object:
                var said = errors.EnumerateObject().ToDictionary(error => error.Name, error => error.Value.ToString());
                var inputs = SlackInputs.In(view.Blocks).Where(input => input.Block.GetProperty("type").GetString() is "input")
                    .Select(input => input.Block.GetProperty("block_id").GetString()!).ToHashSet();
                if (said.Keys.FirstOrDefault(id => !inputs.Contains(id)) is { } unknown) return answer with { Refused = $"errors for \"{unknown}\", which is not an input block" };
                state.Change(open => open.Id == view.Id, open => open with { Errors = said });
                return answer;
            case "update" or "push" when reply.TryGetProperty("view", out var next):
                if (BlockKitRules.OfView(next) is { Count: > 0 } wrong) return answer with { Refused = string.Join("; ", wrong) };
                var fresh = state.NewView(next);
                if (action.GetString() is "push")
                    return state.Push(user, fresh) is null ? answer with { Refused = "a fourth view" } : answer;
                state.Change(open => open.Id == view.Id, open => fresh with { Id = open.Id, RootId = open.RootId, PreviousId = open.PreviousId, Values = open.Values });
                return answer;
            default:
                return answer with { Refused = $"response_action \"{action}\"" };
        }
    }

    public static BotAnswer OfCommand(SlackState state, string bot, SlackPerson person, BotAnswer answer)
    {
        if (answer.Body.Length is 0) return answer;
        if (answer.Json() is not { } reply)
        {
            state.Post(person.DirectMessages, bot, answer.Body, null, null, person.Id);
            return answer;
        }
        JsonElement? blocks = reply.TryGetProperty("blocks", out var given) ? given : null;
        if (blocks is { } sent && BlockKitRules.Message(sent) is { Count: > 0 } wrong) return answer with { Refused = string.Join("; ", wrong) };
        var text = reply.TryGetProperty("text", out var words) ? words.GetString() ?? "" : "";
        var everybody = reply.TryGetProperty("response_type", out var type) && type.GetString() is "in_channel";
        state.Post(person.DirectMessages, bot, text, blocks, null, everybody ? null : person.Id);
        return answer;
    }
}
