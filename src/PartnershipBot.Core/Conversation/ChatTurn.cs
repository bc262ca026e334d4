using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Conversation;

/// <summary>Fills in forms by chatting, where words were typed and no form can be opened.</summary>
sealed class ChatTurn(Router router)
{
    static readonly Texts Texts = new(typeof(ChatTurn), "ConversationText");

    /// <summary>A form that was to be opened is asked question by question when words were typed; anything else stays as it is.</summary>
    public static async Task<InvokeResponse> OpenAsync(TurnContext turn, Route route, InvokeResponse response, CancellationToken cancel)
    {
        if (turn.Activity is not { Type: ActivityType.Message, AnswersInline: false } || turn.Person is not { } person) return response;
        switch (response)
        {
            case InvokeResponse.Open { Form.ByChat: false } open:
                return new InvokeResponse.Show(ConversationCards.Opens(turn.Ready(open.Form), route.Verb, turn.Activity.Value, turn.Language));
            case InvokeResponse.Open open:
                var draft = FormChat.FromRow(await turn.GetAsync(Storage.Keys.Session(person.Id), cancel));
                return Keep(turn, person, FormChat.Begin(turn.Ready(open.Form), draft));
            case InvokeResponse.Invalid invalid:
                var words = string.Join(' ', invalid.Errors.Select(error => error.Message));
                return new InvokeResponse.Show(new Card(words, [new TextBlock(words)]));
            default:
                return response;
        }
    }

    /// <summary>Takes typed words, or a press on a question's button, as the answer that the chat waits for.</summary>
    public async Task<InvokeResponse> AnswerAsync(TurnContext turn, FormChat chat, CancellationToken cancel)
    {
        var person = turn.Person!;
        var (verb, value) = (turn.Activity.Verb, turn.Activity.Value);
        if (verb.Length == 0) verb = turn.Activity.Text.Trim().TrimEnd('.').ToLowerInvariant() switch
        {
            "back" => FormChat.BackVerb,
            "skip" => FormChat.SkipVerb,
            "cancel" or "stop" or "exit" => FormChat.CancelVerb,
            _ => "",
        };
        else if (value.Split(':')[0] != chat.Number) return new InvokeResponse.Show(chat.Ask(turn.Language));

        switch (verb)
        {
            case FormChat.CancelVerb:
                turn.Save(chat.Cancel().ToRow(person.Id));
                return new InvokeResponse.Show(ConversationCards.Say("Form.Cancelled", turn.Language));
            case FormChat.BackVerb:
                return Keep(turn, person, chat.Back());
            case FormChat.SkipVerb:
                return chat.Skip() is { } skipped
                    ? await NextAsync(turn, person, skipped, cancel)
                    : new InvokeResponse.Show(chat.Ask(turn.Language, Texts["Form.NotSkipped", turn.Language]));
            case FormChat.AnswerVerb:
                return await NextAsync(turn, person, chat.Answer(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]), cancel);
            default:
                var today = DateOnly.FromDateTime(PlainTime.In(turn.Now, person.Zone).Date);
                var (next, wrong) = chat.Hear(turn.Activity.Text.Trim(), today, turn.Language);
                return next is null ? new InvokeResponse.Show(chat.Ask(turn.Language, wrong)) : await NextAsync(turn, person, next, cancel);
        }
    }

    async Task<InvokeResponse> NextAsync(TurnContext turn, Person person, FormChat chat, CancellationToken cancel)
    {
        if (!chat.IsComplete) return Keep(turn, person, chat);

        var route = router.Find(chat.Form.Verb) ?? throw new InvalidOperationException($"Verb '{chat.Form.Verb}' of a form has no handler. Add it to Routes.cs.");
        turn.FillIn(chat.Form, chat.Given);
        if (!Allowed.May(route, turn)) return new InvokeResponse.Show(ConversationCards.Refused(route.Who, turn.Language));
        var response = await route.Handler(turn, cancel);
        if (response is InvokeResponse.Invalid invalid)
        {
            var mended = chat.Mend(invalid.Errors);
            turn.Save(mended.ToRow(person.Id));
            return new InvokeResponse.Show(mended.Ask(turn.Language, string.Join(' ', invalid.Errors.Select(error => error.Message))));
        }
        // A handler may have begun the next form; only then is the session already changed.
        if (!turn.Changes.ContainsKey(Storage.Keys.Session(person.Id))) turn.Remove(chat.ToRow(person.Id));
        return await OpenAsync(turn, route, response, cancel);
    }

    static InvokeResponse.Show Keep(TurnContext turn, Person person, FormChat chat)
    {
        turn.Save(chat.ToRow(person.Id));
        return new InvokeResponse.Show(chat.Ask(turn.Language));
    }
}
