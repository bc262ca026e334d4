namespace PartnershipBot.Core.Storage;

/// <summary>The sealed rows that a round must have within a range of keys, in the order of their keys.</summary>
/// <param name="IsLast">Whether no key comes after the slice.</param>
sealed record SealSlice(IReadOnlyList<SealedRow> Rows, bool IsLast)
{
    public static SealSlice Empty { get; } = new([], true);

    /// <returns>What is left of it after this key; null when the key is not within it.</returns>
    public SealSlice? Rest(string after)
    {
        if (Rows.Count == 0 || string.CompareOrdinal(after, Rows[0].Key) < 0 || string.CompareOrdinal(after, Rows[^1].Key) >= 0) return null;
        return this with { Rows = [.. Rows.SkipWhile(row => string.CompareOrdinal(row.Key, after) <= 0)] };
    }

    /// <param name="key">The round's second key.</param>
    /// <param name="after">The slice begins after this key; empty for the first.</param>
    /// <param name="most">At most so many rows; twice as many are held on the way.</param>
    public static async Task<SealSlice> ReadAsync(IAsyncEnumerable<(string RowKey, RoundAnswers Answers)> open, byte[] key, IReadOnlyList<SealedItem> items, string after, int most)
    {
        var (rows, groups, end) = (new List<SealedRow>(), new SealedGroups(), SealedRow.End);
        var isLast = true;
        await foreach (var (rowKey, answers) in open)
            foreach (var row in SealedRow.AllOf(key, rowKey, answers, items))
            {
                groups.Count(row);
                if (string.CompareOrdinal(row.Key, after) <= 0) continue;
                if (string.CompareOrdinal(row.Key, end) > 0) isLast = false;
                else rows.Add(row);
                if (rows.Count == 2 * most) Cut();
            }
        Cut();
        return new SealSlice(rows.ConvertAll(groups.Guard), isLast);

        void Cut()
        {
            rows.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
            if (rows.Count <= most) return;
            rows.RemoveRange(most, rows.Count - most);
            (end, isLast) = (rows[^1].Key, false);
        }
    }
}
