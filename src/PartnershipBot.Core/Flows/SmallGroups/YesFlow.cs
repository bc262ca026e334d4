using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>Sharing by name takes everybody's yes, given privately. Short of that, all are told the same, and a no cannot be told from no answer.</summary>
static class YesFlow
{
    const int DaysToSay = 2;

    /// <summary>The coordinator chose it. Who said yes before, among the same people, is not asked again.</summary>
    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var (words, few) = (Words.Of(turn), (await Few.ReadAsync(turn, cancel))!);
        var last = await NamedRound.CurrentAsync(turn, cancel);
        if (!few.AreFew || few.Members.Count <= 1 || last is { IsUnderWay: true }) return await ChoiceFlow.ChooseAsync(turn, cancel);

        await turn.MoveOnAsync(SmallGroupVerbs.Choose, "", cancel);
        var until = Schedule.At(Schedule.WorkingDayFrom(Schedule.Today(turn.Now, words.Zone).AddDays(DaysToSay), few.Partnership.Nation), new TimeOnly(Schedule.ClosingHour, 0), words.Zone);
        var round = new NamedRound(turn.NewId("n"), NamedState.Asking, until, [.. few.Members.Select(member => member.Id)], last is null, last?.Version);
        if (few.Partnership.Sharing == Sharing.ByName && last!.Holds(few))
        {
            NamedFlow.Begin(turn, few, round);
            return Words.Show(words.Line("Named.Begun"));
        }
        turn.Save(round.ToRow());
        foreach (var member in few.Members) turn.Send(member.PersonId, Question(Words.Of(member), few, member, round), started: true, budget: Budget.CheckIn(round.Id));
        turn.Schedule(SmallGroupVerbs.Decide, until, round.Id);
        return Words.Show(words.Line("Asking", words.Moment(until)));
    }

    public static Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel) => SayAsync(turn, true, cancel);

    public static Task<InvokeResponse> NoAsync(TurnContext turn, CancellationToken cancel) => SayAsync(turn, false, cancel);

    static async Task<InvokeResponse> SayAsync(TurnContext turn, bool yes, CancellationToken cancel)
    {
        var words = Words.Of(turn);
        if (await NamedRound.AskedAsync(turn, cancel) is not { State: NamedState.Asking } round || !round.People.Contains(turn.Member!.Id))
            return Words.Show(words.Line("Yes.TooLate"));

        var key = NamedRound.Word(round.Id, turn.Member.Id);
        var few = (await Few.ReadAsync(turn, cancel))!;
        if (yes && await AllSaidYesAsync(turn, few, round, turn.Member.Id, cancel))
        {
            await BeginAsync(turn, few, round, cancel);
            return Words.Show(words.Line("Named.Begun"));
        }
        turn.Save(new Row(key, new Columns { ["yes"] = yes }, (await turn.GetAsync(key, cancel))?.ETag));
        // Saved each time, so that of two who say it at once the second sees the first.
        turn.Save(round.ToRow());
        return Words.Show(
            words.Line(yes ? "Yes.Kept" : "Yes.NoKept", words.Moment(round.Until)),
            words.Small("Yes.WhoSees"),
            new ActionSet([yes ? words.Button(SmallGroupVerbs.No, "Yes.No", round.Id) : words.Button(SmallGroupVerbs.Yes, "Yes.Yes", round.Id)]));
    }

    /// <summary>The time to say it is over.</summary>
    public static async Task<InvokeResponse> DecideAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await NamedRound.AskedAsync(turn, cancel) is not { State: NamedState.Asking } round) return InvokeResponse.Ok;
        var few = (await Few.ReadAsync(turn, cancel))!;
        if (await AllSaidYesAsync(turn, few, round, "", cancel))
        {
            await BeginAsync(turn, few, round, cancel);
            return InvokeResponse.Ok;
        }
        await ForgetWordsAsync(turn, round, cancel);
        turn.Save((round with { State = NamedState.Declined }).ToRow());
        if (!few.AreFew) return InvokeResponse.Ok;
        few.Share(turn, Sharing.PrivateNotes);
        PrivateNoteFlow.Offer(turn, few, "Note.Instead", Budget.CheckIn(round.Id));
        return InvokeResponse.Ok;
    }

    /// <param name="saysNow">Who says yes in this turn; empty for nobody.</param>
    static async Task<bool> AllSaidYesAsync(TurnContext turn, Few few, NamedRound round, string saysNow, CancellationToken cancel)
    {
        if (!few.AreFew || few.Members.Count <= 1 || !round.Holds(few)) return false;
        foreach (var member in few.Members)
            if (member.Id != saysNow && (await turn.GetAsync(NamedRound.Word(round.Id, member.Id), cancel))?.Flag("yes") != true) return false;
        return true;
    }

    static async Task BeginAsync(TurnContext turn, Few few, NamedRound round, CancellationToken cancel)
    {
        await ForgetWordsAsync(turn, round, cancel);
        few.Share(turn, Sharing.ByName);
        NamedFlow.Begin(turn, few, round);
    }

    static async Task ForgetWordsAsync(TurnContext turn, NamedRound round, CancellationToken cancel)
    {
        foreach (var member in round.People)
            if (await turn.GetAsync(NamedRound.Word(round.Id, member), cancel) is { } row) turn.Remove(row);
    }

    static Card Question(Words words, Few few, Member member, NamedRound round) => Words.Card(
        words.CannotHide(few.Members.Count),
        words.Line("Yes.What", NamedFlow.Others(few.Members, member.Id)),
        words.Line("Yes.Else", words.Moment(round.Until)),
        words.Small("Yes.WhoSees"),
        new ActionSet([words.Button(SmallGroupVerbs.Yes, "Yes.Yes", round.Id), words.Button(SmallGroupVerbs.No, "Yes.No", round.Id)]));
}
