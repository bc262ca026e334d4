namespace PartnershipBot.Core.Flows.Talks;

/// <summary>What talks and their notes answer to.</summary>
static class TalkVerbs
{
    public const string Talk = "talk";
    public const string Date = "talk.date";
    public const string Set = "talk.set";
    public const string Tell = "talk.tell";
    public const string Note = "note";
    public const string Save = "note.save";
    public const string Nothing = "note.nothing";
    public const string TellNote = "note.tell";
}
