using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>What we heard, what we will do: any member writes it once for a check-in, or says that there is nothing this time. All members are told once.</summary>
static class NoteFlow
{
    const string Words = "words";

    public static async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        if (await TalkRows.RoundAsync(turn, cancel) is not { } round) return Speech.Show(speech.Line("Note.None"));
        var note = await TalkRows.NoteAsync(turn, round.Id, cancel);
        if (note is { IsNothing: false } && note.By != turn.Member!.Id)
            return new InvokeResponse.Show(NoteCard.Draw(speech, note, await TalkRows.NameAsync(turn, note.By, cancel)));
        return new InvokeResponse.Open(Draw(speech, round.Id, note));
    }

    public static async Task<InvokeResponse> SaveAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        if (await TalkRows.RoundAsync(turn, cancel) is not { } round) return Speech.Show(speech.Line("Note.None"));
        var before = await TalkRows.NoteAsync(turn, round.Id, cancel);
        // Somebody else was first: theirs stands.
        if (before is { IsNothing: false } && before.By != turn.Member!.Id)
            return new InvokeResponse.Show(NoteCard.Draw(speech, before, await TalkRows.NameAsync(turn, before.By, cancel)));

        var words = turn.Activity.Input(Words);
        List<string> promises = [.. Enumerable.Range(1, Note.MostPromises).Select(at => OneLine(turn.Activity.Input(Promise(at))))];
        var errors = Check(speech, words, promises);
        if (errors.Count > 0) return new InvokeResponse.Invalid(Draw(speech, round.Id, before).With(turn.Activity.Inputs), errors);

        var note = new Note(round.Id, turn.Member!.Id, turn.Now, words, [.. promises.Where(promise => promise.Length > 0)], before is { IsNothing: false } ? before.ToldTo : "", before?.Version);
        turn.Save(note.ToRow());
        if (note.ToldTo.Length == 0) turn.Schedule(TalkVerbs.TellNote, turn.Now, round.Id);
        turn.Schedule(HearsLater.Verb, turn.Now, round.Id);
        return new InvokeResponse.Show(NoteCard.Kept(speech, note));
    }

    /// <summary>One press, by any member. A note that was written stands.</summary>
    public static async Task<InvokeResponse> NothingAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        if (await TalkRows.RoundAsync(turn, cancel) is not { } round) return Speech.Show(speech.Line("Note.None"));
        var before = await TalkRows.NoteAsync(turn, round.Id, cancel);
        if (before is { IsNothing: false }) return new InvokeResponse.Show(NoteCard.Draw(speech, before, await TalkRows.NameAsync(turn, before.By, cancel)));
        if (before is null)
        {
            turn.Save(new Note(round.Id, turn.Member!.Id, turn.Now, "", [], "", null).ToRow());
            turn.Schedule(HearsLater.Verb, turn.Now, round.Id);
        }
        return Speech.Show(speech.Line("Note.NothingSaid"), speech.Small("Note.NothingNote"), Speech.Actions(speech.First(TalkVerbs.Note, "Note.Write", round.Id), speech.Button(TalkVerbs.Talk, "Talk.Page", round.Id)));
    }

    /// <summary>Tells the next page of members, the writer apart. Where it stands is kept in the note's row, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await TalkRows.NoteAsync(turn, turn.Activity.Value, cancel) is not { IsNothing: false, ToldTo: not Round.Everyone } note) return InvokeResponse.Ok;
        var name = await TalkRows.NameAsync(turn, note.By, cancel);
        var page = await MemberPage.ReadAsync(turn, note.ToldTo, cancel);
        foreach (var member in page.Members.Where(member => member.Id != note.By))
            turn.Send(member.PersonId, NoteCard.Draw(Speech.Of(member), note, name), started: true, budget: Budget.Free);
        turn.Save((note with { ToldTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(TalkVerbs.TellNote, turn.Now, note.Round);
        return InvokeResponse.Ok;
    }

    static List<InputError> Check(Speech speech, string words, List<string> promises)
    {
        var errors = new List<InputError>();
        if (words.Length == 0) errors.Add(new InputError(Words, speech["Note.Empty"]));
        if (words.Length > Note.MostWords) errors.Add(new InputError(Words, speech["Note.TooLong", words.Length, Note.MostWords]));
        for (var at = 1; at <= promises.Count; at++)
            if (promises[at - 1].Length > Note.LongestPromise) errors.Add(new InputError(Promise(at), speech["Note.TooLong", promises[at - 1].Length, Note.LongestPromise]));
        return errors;
    }

    static Form Draw(Speech speech, string round, Note? note)
    {
        var form = new Form(
            TalkVerbs.Save,
            speech["Note.Title"],
            [
                new FormNote(speech["Note.WhoSees"]),
                new TextInput(Words, speech["Note.Words"], speech["Note.Words.Hint"], Multiline: true, MaxLength: Note.MostWords),
                .. Enumerable.Range(1, Note.MostPromises).Select(at => new TextInput(Promise(at), speech["Note.Promise", at], at == 1 ? speech["Note.Promise.Hint"] : "", Required: false, MaxLength: Note.LongestPromise)),
            ],
            speech["Note.Send"],
            round);
        if (note is null) return form;
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { [Words] = note.Words };
        for (var at = 0; at < note.Promises.Count; at++) given[Promise(at + 1)] = note.Promises[at];
        return form.With(given);
    }

    static string Promise(int at) => string.Create(CultureInfo.InvariantCulture, $"promise{at}");

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
