using System.Text.Json;

namespace PartnershipBot.Playground.Teams;

/// <summary>Does with the answer to an invoke what Teams does with it.</summary>
internal static class TeamsInvokeAnswer
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    const string MessageType = "application/vnd.microsoft.activity.message";
    const string SomethingWrong = "Something went wrong. Please try again.";

    public static BotAnswer OfExecute(TeamsState state, TeamsMessage message, string mri, BotAnswer answer)
    {
        if (answer.Status is not 200 || answer.Json() is not { } reply)
        {
            state.SetToast(mri, SomethingWrong);
            return answer.Status is 200 ? answer with { Refused = "an invoke answer without a JSON body" } : answer;
        }
        var status = reply.TryGetProperty("statusCode", out var code) && code.TryGetInt32(out var number) ? number : 0;
        var type = CardParts.Text(reply, "type");
        reply.TryGetProperty("value", out var value);
        if (status is 200 && type is CardType)
        {
            if (AdaptiveCardRules.Of(value) is { Count: > 0 } wrong) return Refused(state, mri, answer, string.Join("; ", wrong));
            state.ShowTo(message, mri, value.Clone());
            return answer;
        }
        if (status is 200 && type is MessageType && value.ValueKind is JsonValueKind.String)
        {
            state.SetToast(mri, value.GetString());
            return answer;
        }
        if (status < 400) return Refused(state, mri, answer, $"statusCode {status} with type \"{type}\"");
        state.SetToast(mri, CardParts.Text(value, "message") ?? SomethingWrong);
        return answer;
    }

    /// <summary>The answer to a dialog being asked for or submitted; an empty one closes it.</summary>
    public static BotAnswer OfDialog(TeamsState state, string mri, (string, TeamsMessage)? extension, string conversation, BotAnswer answer)
    {
        if (answer.Status is < 200 or >= 300)
        {
            state.SetToast(mri, SomethingWrong);
            return answer;
        }
        if (answer.Json() is not { } reply || reply.EnumerateObject().FirstOrDefault().Value.ValueKind is JsonValueKind.Undefined || reply.TryGetProperty("composeExtension", out _))
        {
            state.SetDialog(mri, null);
            return answer;
        }
        if (!reply.TryGetProperty("task", out var task) || !task.TryGetProperty("value", out var value)) return Refused(state, mri, answer, "neither task nor composeExtension");
        switch (CardParts.Text(task, "type"))
        {
            case "message" when value.ValueKind is JsonValueKind.String:
                state.SetDialog(mri, null);
                state.SetToast(mri, value.GetString());
                return answer;
            case "continue" when CardParts.Text(value, "url") is { } url:
                state.SetDialog(mri, new TeamsDialog(CardParts.Text(value, "title") ?? "", null, url) { Extension = extension, Conversation = conversation });
                return answer;
            case "continue" when value.TryGetProperty("card", out var card) && CardParts.Text(card, "contentType") is CardType && card.TryGetProperty("content", out var content):
                if (AdaptiveCardRules.Of(content) is { Count: > 0 } wrong) return Refused(state, mri, answer, string.Join("; ", wrong));
                state.SetDialog(mri, new TeamsDialog(CardParts.Text(value, "title") ?? "", content.Clone(), null) { Extension = extension, Conversation = conversation });
                return answer;
            default:
                return Refused(state, mri, answer, "a task that is neither a message nor a card");
        }
    }

    static BotAnswer Refused(TeamsState state, string mri, BotAnswer answer, string why)
    {
        state.SetToast(mri, SomethingWrong);
        return answer with { Refused = why };
    }
}
