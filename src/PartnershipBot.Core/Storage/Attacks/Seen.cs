using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Storage.Attacks;

/// <summary>One closed round as the store shows it.</summary>
/// <param name="Items">The round's questions; empty when its pack is not known here.</param>
/// <param name="Members">Of the partnership, then and now.</param>
/// <param name="Traces">The rows that name one of them and no other round.</param>
/// <param name="Sealed">The sealed rows, by question or dimension.</param>
public sealed record SeenRound(string Id, IReadOnlyList<SealedItem> Items, IReadOnlyCollection<string> Members, IReadOnlyList<Trace> Traces, IReadOnlyDictionary<string, IReadOnlyList<RawRow>> Sealed);

/// <summary>Everything that could be of use to somebody who wants to know who said what.</summary>
/// <param name="Closed">The ids of all rounds that are closed, sealed rows or not.</param>
public sealed record Seen(IReadOnlyList<SeenRound> Rounds, IReadOnlyCollection<string> Closed)
{
    /// <param name="items">What is sealed of the round in this row.</param>
    public static async Task<Seen> ReadAsync(RawStore store, Func<Round, IReadOnlyList<SealedItem>> items, CancellationToken cancel)
    {
        var sealedRows = new Dictionary<string, List<RawRow>>(StringComparer.Ordinal);
        await foreach (var row in store.Main("sealed|", cancel))
        {
            if (!row.Key.StartsWith(SealedRow.ItemPrefix, StringComparison.Ordinal) && !row.Key.StartsWith(SealedRow.ScorePrefix, StringComparison.Ordinal)) continue;
            var round = row.Partition.Split('|')[^1];
            if (!sealedRows.TryGetValue(round, out var rows)) sealedRows[round] = rows = [];
            rows.Add(row);
        }

        var profiles = new Dictionary<string, RawRow>(StringComparer.Ordinal);
        await foreach (var row in store.Main("person|", cancel))
            if (row.Key == Keys.Profile) profiles[row.Partition["person|".Length..]] = row;

        var (seen, closed, partition) = (new List<SeenRound>(), new HashSet<string>(StringComparer.Ordinal), new List<RawRow>());
        await foreach (var row in store.Main("partnership|", cancel))
        {
            if (partition.Count > 0 && partition[0].Partition != row.Partition) Take();
            partition.Add(row);
        }
        Take();
        return new Seen(seen, closed);

        void Take()
        {
            var rounds = partition.Where(row => row.Key.StartsWith(Keys.RoundPrefix, StringComparison.Ordinal)).Select(row => Round.FromRow(new Row(row.Key, row.Columns)))
                .Where(round => round.State == RoundState.Closed).ToList();
            closed.UnionWith(rounds.Select(round => round.Id));
            var traces = TracesOf(partition, profiles, rounds.Select(round => round.Id).ToHashSet(StringComparer.Ordinal));
            var members = traces.Select(trace => trace.Member).ToHashSet(StringComparer.Ordinal);
            foreach (var round in rounds)
                if (sealedRows.TryGetValue(round.Id, out var rows))
                    seen.Add(new SeenRound(round.Id, items(round), members, [.. traces.Where(trace => trace.Round.Length == 0 || trace.Round == round.Id)],
                        rows.GroupBy(row => row.Text("item") + row.Text("dimension"), StringComparer.Ordinal).ToDictionary(group => group.Key, IReadOnlyList<RawRow> (group) => [.. group], StringComparer.Ordinal)));
            partition = [];
        }
    }

    static List<Trace> TracesOf(List<RawRow> partition, Dictionary<string, RawRow> profiles, HashSet<string> rounds)
    {
        var people = partition.Where(row => row.Key.StartsWith(Keys.MemberPrefix, StringComparison.Ordinal)).ToDictionary(row => row.Key[Keys.MemberPrefix.Length..], row => row.Text("person"), StringComparer.Ordinal);
        var traces = new List<Trace>();
        foreach (var row in partition)
        {
            var parts = row.Key.Split('|', '.');
            if (parts.FirstOrDefault(people.ContainsKey) is { } member)
                traces.Add(new Trace(parts[0], parts.FirstOrDefault(rounds.Contains) ?? "", member, row.Written, row.Bytes));
        }
        foreach (var (member, person) in people)
            if (profiles.TryGetValue(person, out var profile)) traces.Add(new Trace("profile", "", member, profile.Written, profile.Bytes));
        return traces;
    }
}
