using PartnershipBot.Acceptance.Tests.Story;

namespace PartnershipBot.Acceptance.Tests.Privacy;

/// <summary>Words that a story used and that must not turn up where nobody looks for them.</summary>
/// <param name="Words">Each with what it is.</param>
internal sealed record Canaries(IReadOnlyList<(string What, string Text)> Words)
{
    /// <summary>What people wrote, in whole and by the words that nobody else would use.</summary>
    public static Canaries Notes { get; } = new([("a note", EightPeople.SentNote), ("a note", EightPeople.KeptNote), ("a word of a note", "quince"), ("a word of a note", "zinc bucket")]);

    /// <summary>What opens something: once known it can be used by anybody.</summary>
    public static Canaries Keys(HarbourStory story) => new(
    [
        .. story.Invitations.SelectMany(invitation => (IEnumerable<(string, string)>)
        [
            ("a code as it is spelled", invitation.Code),
            ("a code as it is in the link", invitation.Page.AbsolutePath["/join/".Length..]),
        ]),
        ("a page's token", story.Bethan.OwnPage!.AbsolutePath["/me/".Length..]),
        ("three words", story.BethansWords),
        ("three words as they were typed", story.BethansWords.ToUpperInvariant().Replace(' ', '-')),
    ]);

    /// <summary>Who people are, and how they are named by their platforms.</summary>
    public static Canaries People(HarbourStory story) => new(
    [
        .. story.Members.Select(member => ("a name", member.Name)),
        .. story.Members.SelectMany(member => member.Name.Split(' ')).Select(word => ("a part of a name", word)),
        .. story.Members.OfType<Chatter>().SelectMany(member => member.PlatformIds).Select(id => ("a platform's id", id)),
    ]);

    public static Canaries Answers { get; } = new([("an answer", "Mostly true"), ("an answer", "rather not say"), ("a question answered", "REL1"), ("a question answered", "OPN1")]);

    public static Canaries operator +(Canaries some, Canaries others) => new([.. some.Words, .. others.Words]);

    /// <summary>The lines that hold one, each with what it holds.</summary>
    public IEnumerable<string> In(IEnumerable<string> lines) =>
        from line in lines
        from word in Words
        where line.Contains(word.Text, StringComparison.Ordinal)
        select $"{word.What}, \"{word.Text}\", in: {line}";
}
