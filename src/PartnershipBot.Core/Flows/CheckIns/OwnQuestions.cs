using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Adds, rewords and stops a partnership's own questions. New words are a new question, so that no series goes on under other words.</summary>
static class OwnQuestions
{
    const string Words = "words";
    const string ScaleOf = "scale";
    const string Which = "which";
    const string What = "what";
    const string Reword = "reword";
    const string Stop = "stop";

    /// <summary>What an own question may be answered on.</summary>
    static readonly IReadOnlyList<string> Scales = ["TRUE5", "FREQ5"];

    public static async Task<InvokeResponse> AddAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return (await AskedAsync(turn, cancel)).Count >= OwnQuestion.Most ? new InvokeResponse.Show(Full(reader)) : new InvokeResponse.Open(AddForm(reader));
    }

    public static async Task<InvokeResponse> AddedAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var own = await RoundQuestions.OwnAsync(turn, cancel);
        var (words, scale) = (OneLine(turn.Activity.Input(Words)), turn.Activity.Input(ScaleOf));
        List<InputError> wrong = [.. Wrong(reader, words, own)];
        if (!Scales.Contains(scale, StringComparer.Ordinal)) wrong.Add(new InputError(ScaleOf, reader["Questions.PickScale"]));
        if (wrong.Count > 0) return new InvokeResponse.Invalid(AddForm(reader).With(turn.Activity.Inputs), wrong);
        if (own.Count(question => question.IsAsked) >= OwnQuestion.Most) return new InvokeResponse.Show(Full(reader));

        var added = new OwnQuestion(turn.NewId("q"), words, scale, turn.Now, null, null);
        turn.Save(added.ToRow());
        return new InvokeResponse.Show(QuestionsFlow.Draw(reader, await RoundQuestions.LeftOutAsync(turn, cancel), [.. own, added]));
    }

    public static async Task<InvokeResponse> ChangeAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return await AskedAsync(turn, cancel) is { Count: > 0 } asked
            ? new InvokeResponse.Open(ChangeForm(reader, asked))
            : new InvokeResponse.Show(Reader.Say(reader["Questions.NoneOwn"], reader.Button(CheckInVerbs.QuestionsAdd, "Questions.Add")));
    }

    public static async Task<InvokeResponse> ChangedAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var own = await RoundQuestions.OwnAsync(turn, cancel);
        var (asked, what, words) = (own.Where(question => question.IsAsked).ToList(), turn.Activity.Input(What), OneLine(turn.Activity.Input(Words)));
        if (asked.Count == 0) return new InvokeResponse.Show(Reader.Say(reader["Questions.NoneOwn"], reader.Button(CheckInVerbs.QuestionsAdd, "Questions.Add")));

        var old = asked.Find(question => question.Id == turn.Activity.Input(Which));
        List<InputError> wrong = what == Reword ? [.. Wrong(reader, words, own)] : [];
        if (old is null) wrong.Add(new InputError(Which, reader["Questions.Which"]));
        if (what is not (Reword or Stop)) wrong.Add(new InputError(What, reader["Questions.What"]));
        if (wrong.Count > 0 || old is null) return new InvokeResponse.Invalid(ChangeForm(reader, asked).With(turn.Activity.Inputs), wrong);

        var removed = old with { RemovedAt = turn.Now };
        turn.Save(removed.ToRow());
        List<OwnQuestion> now = [.. own.Where(question => question.Id != old.Id), removed];
        if (what == Reword)
        {
            var added = new OwnQuestion(turn.NewId("q"), words, old.Scale, turn.Now, null, null);
            turn.Save(added.ToRow());
            now.Add(added);
        }
        return new InvokeResponse.Show(QuestionsFlow.Draw(reader, await RoundQuestions.LeftOutAsync(turn, cancel), now));
    }

    /// <summary>The question, and from what to what it is answered.</summary>
    public static string Line(Reader reader, OwnQuestion question)
    {
        var scale = PackLibrary.Scale(question.Scale, reader.Language);
        return reader["Questions.OwnLine", question.Words, scale.Labels[0], scale.Labels[^1]];
    }

    static async Task<IReadOnlyList<OwnQuestion>> AskedAsync(TurnContext turn, CancellationToken cancel) =>
        [.. (await RoundQuestions.OwnAsync(turn, cancel)).Where(question => question.IsAsked)];

    static IEnumerable<InputError> Wrong(Reader reader, string words, IReadOnlyList<OwnQuestion> own)
    {
        if (words.Length == 0) yield return new InputError(Words, reader["Questions.NoWords"]);
        if (words.Length > OwnQuestion.MaxLength) yield return new InputError(Words, reader["Questions.TooLong", words.Length, OwnQuestion.MaxLength]);
        if (own.Any(question => question.IsAsked && string.Equals(question.Words, words, StringComparison.OrdinalIgnoreCase)))
            yield return new InputError(Words, reader["Questions.Asked"]);
    }

    static Form AddForm(Reader reader) => new(CheckInVerbs.QuestionsAdded, reader["Questions.AddTitle"],
    [
        new FormNote(reader["Questions.AddNote"]),
        new TextInput(Words, reader["Questions.Words"], reader["Questions.WordsHint"], MaxLength: OwnQuestion.MaxLength),
        new ChoiceInput(ScaleOf, reader["Questions.Scale"], [.. Scales.Select(id => new Choice(id, Range(reader, PackLibrary.Scale(id, reader.Language))))]),
    ], reader["Questions.Save"]);

    static Form ChangeForm(Reader reader, IReadOnlyList<OwnQuestion> asked) => new(CheckInVerbs.QuestionsOwnSet, reader["Questions.OwnTitle"],
    [
        new FormNote(reader["Questions.OwnNote"]),
        new ChoiceInput(Which, reader["Questions.Which"], [.. asked.Select(question => new Choice(question.Id, Short(question.Words)))]),
        new ChoiceInput(What, reader["Questions.What"], [new Choice(Reword, reader["Questions.Reword"]), new Choice(Stop, reader["Questions.Stop"])]),
        new TextInput(Words, reader["Questions.NewWords"], reader["Questions.NewWordsHint"], Required: false, MaxLength: OwnQuestion.MaxLength),
    ], reader["Questions.Save"], ByChat: false);

    static Card Full(Reader reader) => Reader.Say(reader["Questions.Full", OwnQuestion.Most], reader.Button(CheckInVerbs.QuestionsOwn, "Questions.OwnChange"));

    static string Range(Reader reader, Scale scale) => reader["Questions.ScaleRange", scale.Labels[0], scale.Labels[^1]];

    static string Short(string words) => words.Length <= CardLimits.ChoiceText ? words : words[..(CardLimits.ChoiceText - 1)] + "…";

    static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
