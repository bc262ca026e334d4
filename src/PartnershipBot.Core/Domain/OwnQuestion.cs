using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>A question that a partnership asks itself in its check-ins. Its words never change: other words are another question, with a series of their own.</summary>
/// <param name="Id">Letters and digits, unlike that of any question in a pack.</param>
/// <param name="Words">At most <see cref="MaxLength"/> characters, on one line.</param>
/// <param name="Scale">The id of a scale that a question pack has.</param>
/// <param name="RemovedAt">When it was asked no more, UTC; null while it is asked. It stays for the rounds that asked it.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record OwnQuestion(string Id, string Words, string Scale, DateTimeOffset AddedAt, DateTimeOffset? RemovedAt, string? Version)
{
    /// <summary>The questions of a partnership's own; the id follows.</summary>
    public const string Prefix = "question|";

    /// <summary>How many a partnership may ask at once.</summary>
    public const int Most = 5;

    public const int MaxLength = 140;

    public bool IsAsked => RemovedAt is null;

    public static OwnQuestion FromRow(Row row) => new(
        row.Key[Prefix.Length..], row.Text("words"), row.Text("scale"), row.Time("addedAt")!.Value, row.Time("removedAt"), row.ETag);

    public Row ToRow() => new(Prefix + Id, new Columns
    {
        ["words"] = Words,
        ["scale"] = Scale,
        ["addedAt"] = AddedAt,
        ["removedAt"] = RemovedAt,
    }, Version);
}

/// <summary>Which of the packs' questions a partnership leaves out of its check-ins.</summary>
/// <param name="Ids">The ids of the questions.</param>
/// <param name="Version">The row's ETag; null when none ever was.</param>
public sealed record LeftOut(IReadOnlySet<string> Ids, string? Version)
{
    public const string Key = "questions";

    public static LeftOut FromRow(Row? row) => new(
        (row?.Text("leftOut") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), row?.ETag);

    public Row ToRow() => new(Key, new Columns { ["leftOut"] = string.Join(' ', Ids.Order(StringComparer.Ordinal)) }, Version);
}
