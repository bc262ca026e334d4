using System.Globalization;
using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>A form that is being filled in by chatting, one question a message; kept as the person's session row.</summary>
/// <param name="Asking">The number of the input that is being asked, from 0.</param>
/// <param name="Open">False after <c>cancel</c>: the answers are kept as a draft, and words are no longer taken for answers.</param>
sealed record FormChat(Form Form, IReadOnlyDictionary<string, string> Given, int Asking, bool Open, string? Version)
{
    public const string AnswerVerb = "form.answer";
    public const string BackVerb = "form.back";
    public const string SkipVerb = "form.skip";
    public const string CancelVerb = "form.cancel";
    static readonly Texts Texts = new(typeof(FormChat), "ConversationText");

    IReadOnlyList<FormInput> Inputs => [.. Form.Inputs];

    /// <summary>Whether a press belongs to the chat itself, and not to a flow.</summary>
    public static bool IsVerb(string verb) => verb is AnswerVerb or BackVerb or SkipVerb or CancelVerb;

    /// <summary>Every input has been asked.</summary>
    public bool IsComplete => Asking >= Inputs.Count;

    public static FormChat Begin(Form form, FormChat? draft) =>
        draft is not null && draft.Form.Verb == form.Verb && draft.Form.Value == form.Value
            ? new(form, draft.Given, draft.Asking < draft.Inputs.Count ? draft.Asking : 0, true, draft.Version)
            : new(form, Activity.NoInputs, 0, true, draft?.Version);

    public FormChat Back() => this with { Asking = Math.Max(0, Asking - 1) };

    public FormChat Cancel() => this with { Open = false };

    /// <summary>Leaves the input as the form has it; one that must be filled in keeps what was said before.</summary>
    /// <returns>Null when the input may not be left empty.</returns>
    public FormChat? Skip()
    {
        var input = Inputs[Asking];
        if (!input.Required) return Answer(input.Given);
        return Said(input) is { Length: > 0 } said ? Answer(said) : null;
    }

    string Said(FormInput input) => Given.TryGetValue(input.Id, out var earlier) ? earlier : input.Given;

    /// <summary>Takes typed words as the answer.</summary>
    /// <returns>The next state, or null with what is wrong.</returns>
    public (FormChat? Next, string? Wrong) Hear(string text, DateOnly today, string language)
    {
        var input = Inputs[Asking];
        switch (input)
        {
            case TextInput t when text.Length > t.MaxLength:
                return (null, Texts["Form.TooLong", language, text.Length, t.MaxLength]);
            case TextInput:
                return (Answer(text), null);
            case ChoiceInput choice:
                return Choose(choice, text) is { } value ? (Answer(value), null) : (null, Texts["Form.NotAChoice", language, string.Join(", ", choice.Choices.Select(c => c.Label))]);
            case DateInput:
                return Domain.PlainDate.Parse(text, today) is { } day
                    ? (Answer(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null)
                    : (null, Texts["Form.NotADay", language]);
            default:
                throw new InvalidOperationException($"Input '{input.GetType().Name}' cannot be asked by chat. Add it to FormChat.");
        }
    }

    /// <summary>Goes back to the first input that was not good.</summary>
    public FormChat Mend(IReadOnlyList<InputError> errors)
    {
        var first = Inputs.ToList().FindIndex(input => errors.Any(error => error.InputId == input.Id));
        return this with { Asking = Math.Max(0, first) };
    }

    /// <summary>The current question as a card.</summary>
    /// <param name="wrong">What was wrong with the last answer; null when nothing.</param>
    public Card Ask(string language, string? wrong = null)
    {
        var input = Inputs[Asking];
        List<CardElement> elements = [];
        if (Asking == 0 && wrong is null)
        {
            elements.Add(new TextBlock(Form.Title, TextStyle.Heading));
            elements.AddRange(Form.Elements.TakeWhile(e => e is FormNote).Cast<FormNote>().Select(note => new TextBlock(note.Text)));
        }
        if (wrong is not null) elements.Add(new TextBlock(wrong));
        elements.Add(new TextBlock(input.Label));
        var given = Said(input);
        if (given.Length > 0) elements.Add(new TextBlock(Texts["Form.Now", language, Shown(input, given)], TextStyle.Small));
        if (input.Hint.Length > 0) elements.Add(new TextBlock(input.Hint, TextStyle.Small));
        elements.Add(new TextBlock(Texts["Form.Place", language, Asking + 1, Inputs.Count], TextStyle.Small));

        List<CardAction> actions = [];
        if (input is ChoiceInput { Choices.Count: <= 4 } choice)
            actions.AddRange(choice.Choices.Select(c => new Button(AnswerVerb, c.Label, $"{Asking}:{c.Value}")));
        if (!input.Required || given.Length > 0) actions.Add(new Button(SkipVerb, Texts["Form.Skip", language], Number));
        actions.Add(new Button(CancelVerb, Texts["Form.Cancel", language], Number));
        elements.Add(new ActionSet([.. actions]));
        return new Card(input.Label, elements);
    }

    public string Number => Asking.ToString(CultureInfo.InvariantCulture);

    public FormChat Answer(string value) => this with
    {
        Given = new Dictionary<string, string>(Given, StringComparer.Ordinal) { [Inputs[Asking].Id] = value },
        Asking = Asking + 1,
    };

    public Row ToRow(string personId) => new(Keys.Session(personId), new Columns
    {
        ["form"] = JsonSerializer.Serialize(Form, CardJson.Default.Form),
        ["given"] = JsonSerializer.Serialize(new Dictionary<string, string>(Given, StringComparer.Ordinal), CardJson.Default.DictionaryStringString),
        ["asking"] = (long)Asking,
        ["open"] = Open,
    }, Version);

    public static FormChat? FromRow(Row? row) => row is null ? null : new(
        JsonSerializer.Deserialize(row.Text("form"), CardJson.Default.Form)!,
        JsonSerializer.Deserialize(row.Text("given"), CardJson.Default.DictionaryStringString)!,
        (int)row.Number("asking"), row.Flag("open"), row.ETag);

    static string? Choose(ChoiceInput input, string text)
    {
        var typed = text.Trim();
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= input.Choices.Count
            && !input.Choices.Any(c => c.Label == typed)) return input.Choices[number - 1].Value;
        var near = input.Choices.Where(c => string.Equals(c.Label, typed, StringComparison.OrdinalIgnoreCase)).ToList();
        if (near.Count == 0 && typed.Length >= 2) near = [.. input.Choices.Where(c => c.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
        if (near.Count == 0 && typed.Length >= 3) near = [.. input.Choices.Where(c => c.Label.Contains(typed, StringComparison.OrdinalIgnoreCase))];
        return near.Count == 1 ? near[0].Value : null;
    }

    static string Shown(FormInput input, string given) =>
        input is ChoiceInput choice ? choice.Choices.FirstOrDefault(c => c.Value == given)?.Label ?? given : given;
}
