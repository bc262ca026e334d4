using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>A note as members read it.</summary>
static class NoteCard
{
    /// <param name="name">Who wrote it; empty when nobody knows any more.</param>
    public static Card Draw(Speech speech, Note note, string name) => Speech.Card(
    [
        speech.Heading("Note.Heading"),
        new TextBlock(note.Words),
        Promises(speech, note),
        name.Length > 0 ? speech.Small("Note.By", name) : speech.Small("Note.All"),
    ]);

    /// <summary>To its writer.</summary>
    public static Card Kept(Speech speech, Note note) => Speech.Card(
    [
        speech.Heading("Note.Kept"),
        new TextBlock(note.Words),
        Promises(speech, note),
        speech.Small("Note.KeptNote"),
        Speech.Actions(speech.Button(TalkVerbs.Note, "Note.Change", note.Round)),
    ]);

    static TextBlock? Promises(Speech speech, Note note) =>
        note.Promises.Count == 0 ? null : new TextBlock(speech["Note.WeWill"] + "\n" + string.Join('\n', note.Promises.Select(promise => speech["Note.Line", promise])));
}
