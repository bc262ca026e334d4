using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Storage.Attacks;

/// <summary>What somebody with the whole store, and without the keys that are gone, could find out about closed rounds.</summary>
/// <param name="Rounds">How many sealed rounds were looked at.</param>
/// <param name="Rows">How many sealed rows they have.</param>
/// <param name="Joins">What each attack got right.</param>
/// <param name="Named">How many rows have a name that can be made again without a key.</param>
/// <param name="OpenAnswers">How many open answers outlived their round.</param>
/// <param name="RoundKeys">How many keys outlived their round.</param>
/// <param name="Remnants">Of how many closed rounds something is left in the bytes of files.</param>
public sealed record SealedReport(int Rounds, int Rows, IReadOnlyList<Finding> Joins, int Named, int OpenAnswers, int RoundKeys, int Remnants)
{
    public bool IsSafe => Named + OpenAnswers + RoundKeys + Remnants == 0 && !Joins.Any(join => join.IsBetterThanChance);
}

/// <summary>Runs the published attacks.</summary>
/// <param name="items">What is sealed of a round.</param>
/// <param name="hashes">The ways this service makes short names of things.</param>
/// <param name="truth">For a store that was made up: the member of a row, or null when nobody knows. Null for a real one: then only what fits together is counted.</param>
public sealed class SealedCheck(Func<Round, IReadOnlyList<SealedItem>> items, IReadOnlyList<Func<string, string>> hashes, Func<RawRow, string?>? truth = null)
{
    public async Task<SealedReport> RunAsync(RawStore store, CancellationToken cancel)
    {
        var seen = await Seen.ReadAsync(store, items, cancel);
        var tallies = new Dictionary<(string Attack, string Beside), Tally>();
        var named = 0;
        foreach (var round in seen.Rounds)
        {
            foreach (var column in round.Sealed.Values) named += Storage.Attacks.Joins.Named(round.Members, round.Id, column, hashes);
            foreach (var traces in round.Traces.GroupBy(trace => trace.Kind, StringComparer.Ordinal))
                foreach (var (name, join) in Storage.Attacks.Joins.All)
                {
                    if (!tallies.TryGetValue((name, traces.Key), out var tally)) tallies[(name, traces.Key)] = tally = new Tally();
                    var guesses = round.Sealed.ToDictionary(column => column.Key, column => join([.. traces], column.Value), StringComparer.Ordinal);
                    if (truth is null) Fit(tally, round, guesses);
                    else Whose(tally, round, guesses);
                }
        }
        return new SealedReport(seen.Rounds.Count, seen.Rounds.Sum(round => round.Sealed.Values.Sum(rows => rows.Count)),
            [.. tallies.Select(one => one.Value.As(one.Key.Attack, one.Key.Beside)).OrderBy(finding => finding.Beside, StringComparer.Ordinal).ThenBy(finding => finding.Attack, StringComparer.Ordinal)],
            named, await CountAsync(store, "round|", seen.Closed, cancel), await CountAsync(store, "keys|", seen.Closed, cancel), await RemnantsAsync(store, seen.Closed, cancel));
    }

    void Whose(Tally tally, SeenRound round, Dictionary<string, IReadOnlyList<string>> guesses)
    {
        foreach (var (column, rows) in round.Sealed)
        {
            var known = Enumerable.Range(0, rows.Count).Where(i => truth!(rows[i]) is not null).ToList();
            if (known.Count > 0) tally.Whose(known.ConvertAll(i => guesses[column][i]), known.ConvertAll(i => truth!(rows[i])!), round.Members.Count);
        }
    }

    /// <summary>Nobody knows whose a row is. But if an attack puts one person's rows together, the person's score is that of their answers.</summary>
    static void Fit(Tally tally, SeenRound round, Dictionary<string, IReadOnlyList<string>> guesses)
    {
        var found = round.Sealed.ToDictionary(column => column.Key, column => FirstOf(guesses[column.Key], column.Value), StringComparer.Ordinal);
        foreach (var dimension in round.Items.GroupBy(item => item.Dimension, StringComparer.Ordinal))
        {
            if (!found.TryGetValue(dimension.Key, out var scores)) continue;
            var pairs = new List<(string, string)>();
            foreach (var (member, row) in scores)
            {
                var given = dimension.Where(item => found.ContainsKey(item.Id) && found[item.Id].ContainsKey(member)).ToDictionary(item => item.Id, item => found[item.Id][member].Text("answer"), StringComparer.Ordinal);
                if (SealedRow.Score([.. dimension], given) is { } due) pairs.Add((row.Text("score"), due));
            }
            tally.Fit(pairs);
        }
    }

    static Dictionary<string, RawRow> FirstOf(IReadOnlyList<string> members, IReadOnlyList<RawRow> rows)
    {
        var first = new Dictionary<string, RawRow>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++) first.TryAdd(members[i], rows[i]);
        return first;
    }

    static async Task<int> CountAsync(RawStore store, string prefix, IReadOnlyCollection<string> closed, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var row in store.Rounds(prefix, cancel))
            if (closed.Contains(row.Partition[prefix.Length..])) count++;
        return count;
    }

    static async Task<int> RemnantsAsync(RawStore store, IReadOnlyCollection<string> closed, CancellationToken cancel)
    {
        var partitions = closed.SelectMany(round => (string[])[Keys.Round(round), Keys.RoundKeys(round)]).ToList();
        var left = await store.Remnants(partitions, cancel);
        return left.Select(partition => partition.Split('|')[1]).Distinct(StringComparer.Ordinal).Count();
    }
}
