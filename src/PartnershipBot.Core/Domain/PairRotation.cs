using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>Which partners a round asks about: those that were asked about longest ago, the same for everybody but their own.</summary>
/// <param name="Round">The round that <paramref name="Queue"/> is for; empty when no round asked yet.</param>
/// <param name="Queue">Every organisation's id; who was asked about longest ago comes first.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record PairRotation(string Round, IReadOnlyList<string> Queue, string? Version)
{
    public const string Key = "pairrotation";

    /// <summary>The most partners that a person is asked about in a round.</summary>
    public const int Most = 4;

    /// <summary>The same round again gives the same queue, but for who joined or went since.</summary>
    /// <param name="organisations">The ids of all there are now.</param>
    public PairRotation For(string round, IReadOnlyCollection<string> organisations)
    {
        var fresh = organisations.Except(Queue, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        IEnumerable<string> queue = round == Round
            ? [.. Queue, .. fresh]
            : [.. fresh, .. Queue.Skip(Most), .. Queue.Take(Most)];
        return this with { Round = round, Queue = [.. queue.Where(organisations.Contains)] };
    }

    /// <summary>The partners that members of an organisation are asked about.</summary>
    public IReadOnlyList<string> AskedOf(string organisation) => [.. Queue.Where(id => id != organisation).Take(Most)];

    public static PairRotation FromRow(Row? row) =>
        row is null ? new("", [], null) : new(row.Text("round"), row.Text("queue").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ETag);

    public Row ToRow() => new(Key, new Columns { ["round"] = Round, ["queue"] = string.Join(' ', Queue) }, Version);
}
