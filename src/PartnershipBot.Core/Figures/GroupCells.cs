namespace PartnershipBot.Core.Figures;

/// <summary>Which groups of people may have a figure of their own, so that none of the hidden can be worked out from the rest.</summary>
/// <param name="Hidden">Too few themselves (primary suppression).</param>
/// <param name="AlsoHidden">Hidden so that taking the shown from the whole leaves no small group (complementary suppression).</param>
public sealed record GroupCells(IReadOnlyList<string> Shown, IReadOnlyList<string> Hidden, IReadOnlyList<string> AlsoHidden)
{
    /// <summary>Hides every group under k, and then the smallest shown until at least two groups and k answers are hidden.</summary>
    /// <param name="people">How many answered in each group.</param>
    /// <param name="k">5 to 10.</param>
    /// <param name="kept">A group hidden only after all others, such as the people who use the services; null for none. Among the others a tie goes by name.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not 5 to 10.</exception>
    public static GroupCells Of(IReadOnlyDictionary<string, int> people, int k = Suppression.Least, string? kept = null)
    {
        Suppression.CheckLeast(k);
        var hidden = people.Where(group => group.Value > 0 && group.Value < k).Select(group => group.Key).ToList();
        var also = new List<string>();
        var next = people.Where(group => group.Value >= k).OrderBy(group => group.Key == kept).ThenBy(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key);
        foreach (var group in next)
        {
            if (hidden.Count == 0 || (hidden.Count + also.Count >= 2 && hidden.Concat(also).Sum(name => people[name]) >= k)) break;
            also.Add(group);
        }
        return new GroupCells(Sorted(people.Keys.Except(hidden).Except(also)), Sorted(hidden), also);
    }

    static List<string> Sorted(IEnumerable<string> groups) => [.. groups.Order(StringComparer.Ordinal)];
}
