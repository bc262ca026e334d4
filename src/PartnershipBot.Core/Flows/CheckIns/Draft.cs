using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>One thing that would help, as a person's own note in their own partition: it says nothing about whether they gave ratings.</summary>
/// <param name="Words">Empty once sent.</param>
/// <param name="Until">When it goes, UTC.</param>
/// <param name="Sent">Whether it was sent with the person's name.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record Draft(string Partnership, string Round, string Words, DateTimeOffset Until, bool Sent, string? Version)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public const int MaxLength = 500;

    public static string Key(string partnership, string round) => $"draft|{partnership}|{round}";

    public static Draft FromRow(Row row)
    {
        var parts = row.Key.Split('|');
        return new Draft(parts[1], parts[2], row.Text("words"), row.Time("until")!.Value, row.Flag("sent"), row.ETag);
    }

    public Row ToRow() => new(Key(Partnership, Round), new Columns { ["words"] = Words, ["until"] = Until, ["sent"] = Sent }, Version);
}

/// <summary>That a member's note of a round is being sent to the others.</summary>
/// <param name="To">The last member id it was sent to; empty before.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record Said(string Round, string Member, string To, string? Version)
{
    public static string Key(string round, string member) => $"said|{round}|{member}";

    public static Said FromRow(Row row)
    {
        var parts = row.Key.Split('|');
        return new Said(parts[1], parts[2], row.Text("to"), row.ETag);
    }

    public Row ToRow() => new(Key(Round, Member), new Columns { ["to"] = To }, Version);
}
