using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What a partnership asks in its check-ins: what the packs ask, less what it leaves out, and its own.</summary>
static class QuestionsFlow
{
    const string Ask = "ask";
    const string Leave = "leave";

    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return new InvokeResponse.Show(Draw(reader, await RoundQuestions.LeftOutAsync(turn, cancel), await RoundQuestions.OwnAsync(turn, cancel)));
    }

    public static async Task<InvokeResponse> ChooseAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return new InvokeResponse.Open(Form(reader, await RoundQuestions.LeftOutAsync(turn, cancel)));
    }

    public static async Task<InvokeResponse> ChosenAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var leftOut = await RoundQuestions.LeftOutAsync(turn, cancel);
        var wrong = All(reader).Where(question => turn.Activity.Input(question.Id) is not (Ask or Leave))
            .Select(question => new InputError(question.Id, reader["Questions.PickOne"])).ToList();
        if (wrong.Count > 0) return new InvokeResponse.Invalid(Form(reader, leftOut).With(turn.Activity.Inputs), wrong);

        var ids = All(reader).Select(question => question.Id).Where(id => turn.Activity.Input(id) == Leave).ToHashSet(StringComparer.Ordinal);
        var chosen = leftOut with { Ids = ids };
        if (!ids.SetEquals(leftOut.Ids)) turn.Save(chosen.ToRow());
        return new InvokeResponse.Show(Draw(reader, chosen, await RoundQuestions.OwnAsync(turn, cancel)));
    }

    /// <summary>The lists, and what can be done with them.</summary>
    /// <param name="own">Also those that are asked no more.</param>
    public static Card Draw(Reader reader, LeftOut leftOut, IReadOnlyList<OwnQuestion> own)
    {
        var asked = own.Where(question => question.IsAsked).ToList();
        List<CardElement> elements =
        [
            new TextBlock(reader["Questions.Title"], TextStyle.Heading),
            new TextBlock(reader["Questions.Short", List(reader, Rated(PackLibrary.Pulse, reader).Where(IsIn))]),
            new TextBlock(reader["Questions.Long", List(reader, Rated(PackLibrary.Full, reader).Where(IsIn))]),
        ];
        if (asked.Count > 0) elements.Add(new TextBlock(reader["Questions.Own", string.Join('\n', asked.Select(question => OwnQuestions.Line(reader, question)))]));
        if (leftOut.Ids.Count > 0) elements.Add(new TextBlock(reader["Questions.LeftOut", List(reader, All(reader).Where(question => !IsIn(question)))]));
        elements.Add(new TextBlock(reader["Questions.When"], TextStyle.Small));
        List<CardAction> actions = [reader.Button(CheckInVerbs.QuestionsChoose, "Questions.Choose"), reader.Button(CheckInVerbs.QuestionsAdd, "Questions.Add")];
        if (asked.Count > 0) actions.Add(reader.Button(CheckInVerbs.QuestionsOwn, "Questions.OwnChange"));
        elements.Add(new ActionSet(actions));
        return new Card(reader["Questions.Title"], elements);

        bool IsIn(Question question) => !leftOut.Ids.Contains(question.Id);
    }

    static Form Form(Reader reader, LeftOut leftOut) => new(CheckInVerbs.QuestionsChosen, reader["Questions.ChooseTitle"],
    [
        new FormNote(reader["Questions.ChooseNote"]),
        .. All(reader).Select(question => new ChoiceInput(question.Id, question.Text, [new Choice(Leave, reader["Questions.ChooseLeave"]), new Choice(Ask, reader["Questions.ChooseAsk"])])
        {
            Given = leftOut.Ids.Contains(question.Id) ? Leave : Ask,
        }),
    ], reader["Questions.Save"], ByChat: false);

    /// <summary>What the packs rate, each once.</summary>
    static IEnumerable<Question> All(Reader reader) =>
        Rated(PackLibrary.Pulse, reader).Concat(Rated(PackLibrary.Full, reader)).DistinctBy(question => question.Id);

    static IReadOnlyList<Question> Rated(Pack pack, Reader reader) => pack.In(reader.Language).Rated(firstRound: false);

    static string List(Reader reader, IEnumerable<Question> questions) =>
        questions.Select(question => reader["Questions.Line", question.Text]).ToList() is { Count: > 0 } lines ? string.Join('\n', lines) : reader["Questions.None"];
}
