using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Storage;

/// <summary>Which sealed rows may name their organisation: only where enough people share it, and where enough are left among those who name none.</summary>
sealed class SealedGroups
{
    readonly Dictionary<(bool IsScore, string Of), Dictionary<string, int>> people = [];
    readonly Dictionary<(bool IsScore, string Of), HashSet<string>> named = [];

    public void Count(SealedRow row)
    {
        if (!people.TryGetValue(Column(row), out var groups)) people[Column(row)] = groups = new(StringComparer.Ordinal);
        groups[row.Group] = groups.GetValueOrDefault(row.Group) + 1;
    }

    /// <summary>The row as it may be kept; once everybody has been counted.</summary>
    public SealedRow Guard(SealedRow row)
    {
        if (!named.TryGetValue(Column(row), out var safe)) named[Column(row)] = safe = Named(people[Column(row)]);
        return safe.Contains(row.Group) ? row : row with { Group = "" };
    }

    /// <summary>Rows that name no organisation tell as much as those that do: one to four of them would be the few people of the small ones.</summary>
    static HashSet<string> Named(Dictionary<string, int> groups)
    {
        var large = groups.Where(group => group.Key.Length > 0 && group.Value >= Suppression.Least)
            .OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var rest = groups.Values.Sum() - large.Sum(group => group.Value);
        while (rest is > 0 and < Suppression.Least && large.Count > 0)
        {
            rest += large[^1].Value;
            large.RemoveAt(large.Count - 1);
        }
        return large.Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
    }

    static (bool, string) Column(SealedRow row) => (row.Key.StartsWith(SealedRow.ScorePrefix, StringComparison.Ordinal), row.Of);
}
