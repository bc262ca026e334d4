namespace PartnershipBot.Core.Storage.Attacks;

/// <summary>A row that names a member, beside which a sealed row may have been written.</summary>
/// <param name="Kind">The first part of its key.</param>
/// <param name="Round">The round that its key names; empty when none.</param>
public sealed record Trace(string Kind, string Round, string Member, long Written, int Bytes);

/// <summary>The published ways to find whose a sealed row is, for somebody without the keys. Each gives to every row a member.</summary>
public static class Joins
{
    /// <summary>Finds, to each row, the member of one of the traces.</summary>
    /// <param name="traces">At least one.</param>
    public delegate IReadOnlyList<string> Join(IReadOnlyList<Trace> traces, IReadOnlyList<RawRow> rows);

    public static IReadOnlyList<(string Name, Join Join)> All { get; } =
    [
        ("nearest time of writing", Nearest),
        ("what was written just before", JustBefore),
        ("order of writing", (traces, rows) => ByRank(traces, rows, trace => trace.Written, row => row.Written)),
        ("order of size", (traces, rows) => ByRank(traces, rows, trace => trace.Bytes, row => row.Bytes)),
        ("order of keys", (traces, rows) => ByRank(traces, rows, trace => trace.Member, row => row.Key)),
    ];

    /// <summary>Names that a row's key could have been made of without a key that is gone.</summary>
    /// <param name="hashes">The ways this service makes short names.</param>
    /// <returns>How many rows have such a name.</returns>
    public static int Named(IReadOnlyCollection<string> members, string round, IReadOnlyList<RawRow> rows, IReadOnlyList<Func<string, string>> hashes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
            foreach (var of in rows.Select(row => row.Text("item") + row.Text("dimension")).Distinct(StringComparer.Ordinal))
                foreach (var name in (string[])[member, $"{round}|{member}", $"ans|{member}", $"{member}|{of}", $"{round}|{member}|{of}", $"ans|{member}|item|{of}", $"{member}|item|{of}"])
                {
                    known.Add(name);
                    foreach (var hash in hashes) known.Add(hash(name));
                }
        return rows.Count(row => known.Contains(row.Key[(row.Key.IndexOf('|', StringComparison.Ordinal) + 1)..]));
    }

    static IReadOnlyList<string> JustBefore(IReadOnlyList<Trace> traces, IReadOnlyList<RawRow> rows)
    {
        var ordered = traces.OrderBy(trace => trace.Written).ToList();
        var times = ordered.ConvertAll(trace => trace.Written);
        return [.. rows.Select(row =>
        {
            var at = times.BinarySearch(row.Written);
            return ordered[at >= 0 ? at : Math.Max(0, ~at - 1)].Member;
        })];
    }

    static IReadOnlyList<string> Nearest(IReadOnlyList<Trace> traces, IReadOnlyList<RawRow> rows)
    {
        var ordered = traces.OrderBy(trace => trace.Written).ToList();
        var times = ordered.ConvertAll(trace => trace.Written);
        return [.. rows.Select(row =>
        {
            var at = times.BinarySearch(row.Written);
            if (at < 0) at = ~at;
            if (at == times.Count || at > 0 && row.Written - times[at - 1] <= times[at] - row.Written) at--;
            return ordered[at].Member;
        })];
    }

    /// <summary>The first of the one is the first of the other, and so on; where they are not equally many, the places are stretched.</summary>
    static IReadOnlyList<string> ByRank<T>(IReadOnlyList<Trace> traces, IReadOnlyList<RawRow> rows, Func<Trace, T> ofTrace, Func<RawRow, T> ofRow) where T : IComparable<T>
    {
        var members = traces.OrderBy(ofTrace).ThenBy(trace => trace.Written).Select(trace => trace.Member).ToList();
        var guesses = new string[rows.Count];
        var ranked = Enumerable.Range(0, rows.Count).OrderBy(i => ofRow(rows[i])).ThenBy(i => rows[i].Written).ToList();
        for (var rank = 0; rank < ranked.Count; rank++) guesses[ranked[rank]] = members[(int)((long)rank * members.Count / ranked.Count)];
        return guesses;
    }
}
