using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>What a partnership of fewer than five does in place of a check-in with figures: each keeps a private note, or all share by name.</summary>
static class ChoiceFlow
{
    /// <summary>Stands before what opens a check-in: where too few people are for figures, and none is open, it leads to the choice.</summary>
    public static Handler Before(Handler open) => async (turn, cancel) =>
        await Few.ReadAsync(turn, cancel) is { AreFew: true } few && CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).Open.Length == 0
            ? await ShowAsync(turn, few, cancel)
            : await open(turn, cancel);

    public static async Task<InvokeResponse> ChooseAsync(TurnContext turn, CancellationToken cancel) =>
        await ShowAsync(turn, (await Few.ReadAsync(turn, cancel))!, cancel);

    /// <summary>Two weeks after the first day, once: still too few for figures, and no check-in ever.</summary>
    public static async Task<InvokeResponse> OfferAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Few.ReadAsync(turn, cancel) is not { AreFew: true, Members.Count: > 1, Partnership.Sharing: Sharing.Sealed } few) return InvokeResponse.Ok;
        if (!CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).NoneEver || await NamedRound.CurrentAsync(turn, cancel) is not null) return InvokeResponse.Ok;
        foreach (var coordinator in few.Coordinators)
        {
            var words = Words.Of(coordinator);
            turn.Send(coordinator.PersonId, turn.Live(Draw(words, few), turn.NewId("few"), SmallGroupVerbs.Choose), started: true);
        }
        return InvokeResponse.Ok;
    }

    /// <summary>The day of a check-in has come, where too few are for figures: what was agreed happens, and nothing else.</summary>
    public static async Task<InvokeResponse> OccurAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Few.ReadAsync(turn, cancel) is not { AreFew: true, Members.Count: > 1 } few) return InvokeResponse.Ok;
        var last = await NamedRound.CurrentAsync(turn, cancel);
        if (last is { IsUnderWay: true }) return InvokeResponse.Ok;
        if (few.Partnership.Sharing == Sharing.PrivateNotes) PrivateNoteFlow.Offer(turn, few, "Note.Offer");
        if (few.Partnership.Sharing == Sharing.ByName && last is not null && last.Holds(few)) NamedFlow.Begin(turn, few, last with { Id = turn.NewId("n"), First = false });
        return InvokeResponse.Ok;
    }

    /// <summary>Somebody came, was confirmed or left. A yes was given to the people who were there; who is new has not said yes to anything.</summary>
    public static async Task<InvokeResponse> PeopleAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Few.ReadAsync(turn, cancel) is not { } few || few.Partnership.Sharing == Sharing.Sealed) return InvokeResponse.Ok;
        var isAgreed = few.Partnership.Sharing == Sharing.PrivateNotes || await NamedRound.CurrentAsync(turn, cancel) is { } round && round.Holds(few);
        if (!few.AreFew || !isAgreed) few.Share(turn, Sharing.Sealed);
        return InvokeResponse.Ok;
    }

    static async Task<InvokeResponse> ShowAsync(TurnContext turn, Few few, CancellationToken cancel)
    {
        var words = Words.Of(turn);
        if (!few.AreFew) return Words.Show(words.Line("Enough"), new ActionSet([words.First("checkin.open", "Enough.Open")]));
        if (few.Members.Count <= 1) return Words.Show(words.CannotHide(1), new ActionSet([words.First("invite", "Invite")]));
        return await NamedRound.CurrentAsync(turn, cancel) switch
        {
            { State: NamedState.Asking } asking => Words.Show(words.Line("Asking", words.Moment(asking.Until))),
            { State: NamedState.Open } open => Words.Show(words.Line("Named.Open", words.Moment(open.Until)), new ActionSet([words.First(SmallGroupVerbs.Answer, "Named.Answer", open.Id)])),
            { State: NamedState.Closing } => Words.Show(words.Line("Named.Closing")),
            _ => new InvokeResponse.Show(turn.Live(Draw(words, few), turn.NewId("few"), SmallGroupVerbs.Choose)),
        };
    }

    static Card Draw(Words words, Few few) => Words.Card(
        words.CannotHide(few.Members.Count),
        words.Line("Choose.Notes"),
        words.Line(few.Partnership.Sharing == Sharing.ByName ? "Choose.ByNameAgain" : "Choose.ByName"),
        words.Small("Choose.Private"),
        new ActionSet([words.Button(SmallGroupVerbs.Notes, "Choose.Notes.Button"), words.Button(SmallGroupVerbs.ByName, "Choose.ByName.Button")]));
}
