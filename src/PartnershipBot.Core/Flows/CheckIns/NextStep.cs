using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>One thing that would help: a private note for a while, which its writer may send with their name. Offered to all, whether they gave ratings or not.</summary>
/// <remarks>The note is kept by turns of the person's own partition. The partnership hears of it only when it is sent.</remarks>
static class NextStep
{
    const string Words = "words";

    public static async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (Place(turn) is not { } place) return new InvokeResponse.Show(Reader.Say(reader["None"]));
        // In the partnership there is nothing to read, and the form opens empty.
        var draft = await ReadAsync(turn, place, cancel);
        return new InvokeResponse.Open(Draw(reader, place, draft?.Words ?? "") with { Origin = new Origin(turn.Person!.Partition) });
    }

    public static async Task<InvokeResponse> KeepAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (Place(turn) is not { } place || turn.Home != turn.Person!.Partition) return new InvokeResponse.Show(Reader.Say(reader["None"]));
        var words = turn.Activity.Input(Words);
        if (words.Length > Draft.MaxLength)
            return new InvokeResponse.Invalid(Draw(reader, place, words), [new InputError(Words, reader["Next.TooLong", words.Length, Draft.MaxLength])]);

        var before = await ReadAsync(turn, place, cancel);
        if (before is { Sent: true }) return new InvokeResponse.Show(Reader.Say(reader["Next.SentBefore"]));
        if (words.Length == 0)
        {
            if (before is not null) turn.Remove(before.ToRow());
            return new InvokeResponse.Show(Reader.Say(reader["Next.Empty"]));
        }
        var draft = new Draft(place.Partnership, place.Round, words, turn.Now + Draft.Kept, false, before?.Version);
        turn.Save(draft.ToRow());
        turn.Schedule(CheckInVerbs.NextForget, draft.Until, place.ToString());
        return new InvokeResponse.Show(new Card(reader["Next.Kept", reader.Day(draft.Until)],
        [
            new TextBlock(reader["Next.Kept", reader.Day(draft.Until)]),
            new TextBlock(reader["Next.KeptNote", place.Name], TextStyle.Small),
            new ActionSet([
                reader.Button(CheckInVerbs.NextSend, "Next.SendNamed", place.ToString()),
                reader.Button(CheckInVerbs.NextHold, "Next.Hold", place.ToString()),
                reader.Button(CheckInVerbs.Next, "Recorded.Change", place.ToString()),
            ]),
        ]));
    }

    public static async Task<InvokeResponse> HoldAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return new InvokeResponse.Show(Place(turn) is { } place && await ReadAsync(turn, place, cancel) is { Sent: false } draft
            ? Reader.Say(reader["Next.Held", reader.Day(draft.Until)], reader.Button(CheckInVerbs.Next, "Recorded.Change", place.ToString()))
            : Reader.Say(reader["Next.Empty"]));
    }

    /// <summary>Once a round: the words leave the note for the partnership.</summary>
    public static async Task<InvokeResponse> SendAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (Place(turn) is not { } place || await ReadAsync(turn, place, cancel) is not { } draft) return new InvokeResponse.Show(Reader.Say(reader["Next.Empty"]));
        if (draft.Sent) return new InvokeResponse.Show(Reader.Say(reader["Next.SentBefore"]));
        turn.Save((draft with { Words = "", Sent = true }).ToRow());
        turn.Schedule(CheckInVerbs.NextShare, turn.Now, $"{place.Round}|{place.Member}||{draft.Words}", Keys.Partnership(place.Partnership));
        return new InvokeResponse.Show(Reader.Say(reader["Next.Sent", place.Name]));
    }

    /// <summary>Tells the next page of members. Where it stands is kept in a row, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> ShareAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 4);
        var (round, memberId, after, words) = (parts[0], parts[1], parts[2], parts[3]);
        if (await RoundRows.GetAsync(turn, round, cancel) is null) return InvokeResponse.Ok;
        if (await turn.GetAsync(Keys.MemberPrefix + memberId, cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } writer) return InvokeResponse.Ok;
        var said = await turn.GetAsync(Said.Key(round, memberId), cancel) is { } before ? Said.FromRow(before) : null;
        if ((said?.To ?? "") != after) return InvokeResponse.Ok;

        var organisation = await turn.GetAsync(Keys.OrganisationPrefix + writer.OrganisationId, cancel) is { } o ? Organisation.FromRow(o).Name : "";
        var page = await MemberPage.ReadAsync(turn, after, cancel);
        foreach (var member in page.Members)
        {
            var reader = Reader.Of(member);
            var title = reader["Next.From", writer.Name, organisation];
            turn.Send(member.PersonId, new Card(title,
            [
                new TextBlock(title),
                new TextBlock(reader["Quoted", words]),
                new TextBlock(reader["Next.FromNote", writer.Name], TextStyle.Small),
            ]), started: true, budget: Budget.Free);
        }
        turn.Save(new Said(round, memberId, page.To, said?.Version).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(CheckInVerbs.NextShare, turn.Now, $"{round}|{memberId}|{page.To}|{words}");
        return InvokeResponse.Ok;
    }

    /// <summary>A note that was changed since has a later end and its own job.</summary>
    public static async Task<InvokeResponse> ForgetAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 2);
        if (await turn.GetAsync(Draft.Key(parts[0], parts[1]), cancel) is { } row && Draft.FromRow(row).Until <= turn.Now) turn.Remove(row);
        return InvokeResponse.Ok;
    }

    static async Task<Draft?> ReadAsync(TurnContext turn, NotePlace place, CancellationToken cancel) =>
        await turn.GetAsync(Draft.Key(place.Partnership, place.Round), cancel) is { } row ? Draft.FromRow(row) : null;

    static Form Draw(Reader reader, NotePlace place, string words) => new(CheckInVerbs.NextKeep, reader["Next.Title"],
    [
        new FormNote(reader["Next.WhoSees"]),
        new TextInput(Words, PackLibrary.Pulse.OwnWords!.Text, reader["Next.Hint"], Required: false, Multiline: true, MaxLength: Draft.MaxLength) { Given = words },
    ], reader["Next.Keep"], place.ToString(), ByChat: false);

    static NotePlace? Place(TurnContext turn) => NotePlace.Of(turn);
}
