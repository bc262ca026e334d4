using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>Each keeps a private note: the same questions, kept for the person alone and shown back to them the next time.</summary>
static class PrivateNoteFlow
{
    /// <summary>The coordinator chose it: everybody is offered their note.</summary>
    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var (words, few) = (Words.Of(turn), (await Few.ReadAsync(turn, cancel))!);
        if (!few.AreFew || await NamedRound.CurrentAsync(turn, cancel) is { IsUnderWay: true }) return await ChoiceFlow.ChooseAsync(turn, cancel);
        few.Share(turn, Sharing.PrivateNotes);
        await turn.MoveOnAsync(SmallGroupVerbs.Choose, "", cancel);
        Offer(turn, few, "Note.Offer");
        return Words.Show(words.Line("Notes.Sent"));
    }

    /// <param name="why">The key of what is said first.</param>
    public static void Offer(TurnContext turn, Few few, string why, string? budget = null)
    {
        foreach (var member in few.Members)
        {
            var words = Words.Of(member);
            var card = Words.Card(
                words.Line(why, few.Partnership.Name),
                words.Small("Note.WhoSees"),
                new ActionSet([words.First(SmallGroupVerbs.Note, "Note.Button", turn.PartnershipId), words.Button("pause", "Pause")]));
            turn.Send(member.PersonId, card with { Origin = new Origin(Keys.Person(member.PersonId)) }, started: true, budget: budget);
        }
    }

    public static async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel) =>
        IsMine(turn) ? new InvokeResponse.Open(Draw(turn, await BeforeAsync(turn, cancel))) : NotIn(turn);

    public static async Task<InvokeResponse> KeepAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!IsMine(turn)) return NotIn(turn);
        var (words, before) = (Words.Of(turn), await BeforeAsync(turn, cancel));
        var questions = Questions(before);
        if (words.Wrong(questions, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(Draw(turn, before).With(turn.Activity.Inputs), wrong);
        turn.Save(new OwnNote(turn.Activity.Value, Words.Given(questions, turn.Activity), turn.Now, before?.Version).ToRow());
        return Words.Show(
            words.Line("Note.Kept"),
            words.Small("Note.WhoSees"),
            new ActionSet([words.Button(SmallGroupVerbs.NoteRemove, "Note.Remove", turn.Activity.Value)]));
    }

    public static async Task<InvokeResponse> RemoveAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(OwnNote.Key(turn.Activity.Value), cancel) is { } row) turn.Remove(row);
        return Words.Show(Words.Of(turn).Line("Note.Removed"));
    }

    static Form Draw(TurnContext turn, OwnNote? before)
    {
        var (words, questions) = (Words.Of(turn), Questions(before));
        List<string> notes = [words["Note.WhoSees"]];
        if (before is not null) notes.Add(words["Note.Before", words.Day(before.At), words.Said(questions, before.Given)]);
        return words.Ask(SmallGroupVerbs.NoteKeep, turn.Activity.Value, questions, notes) with { Origin = new Origin(turn.Person!.Partition) };
    }

    static IReadOnlyList<Question> Questions(OwnNote? before) => PackLibrary.Pulse.Rated(before is null);

    static async Task<OwnNote?> BeforeAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(OwnNote.Key(turn.Activity.Value), cancel) is { } row ? OwnNote.FromRow(row) : null;

    /// <summary>What comes back with a press is not ours to trust.</summary>
    static bool IsMine(TurnContext turn) => turn.Person!.Memberships.Any(membership => membership.Partnership == turn.Activity.Value);

    static InvokeResponse NotIn(TurnContext turn) => Words.Show(Words.Of(turn).Line("Note.NotIn"));
}
