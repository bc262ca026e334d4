namespace PartnershipBot.Core.Storage;

/// <summary>Turns the open answers of a round into sealed rows, keeps its figures, then takes the answers and their keys away. Every part may run twice and may stop anywhere.</summary>
/// <remarks>
/// Passes over the sealed rows make them equal to the open answers, in the order of their keys, until a pass finds nothing to do.
/// A pass works on one slice of keys at a time: it reads all open answers and holds only the rows of the slice.
/// </remarks>
public sealed class Sealing(Tables tables, OpenRounds rounds)
{
    /// <summary>A part that takes longer goes on in another turn: well within the lease of its job.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(5);
    const int RowsInASlice = 50_000;
    const string Figures = "figures";

    /// <summary>Makes the sealed rows, or some of them.</summary>
    /// <returns>Whether they are all there, and were found so.</returns>
    public Task<bool> SealAsync(string partnershipId, string roundId, IReadOnlyList<SealedItem> items, CancellationToken cancel) =>
        SealAsync(partnershipId, roundId, items, static _ => true, cancel);

    /// <summary>Makes the sealed rows, or some of them, of those whose answers count.</summary>
    /// <param name="counts">Says it of what one person has answered; always the same of the same.</param>
    /// <returns>Whether they are all there, and were found so.</returns>
    public async Task<bool> SealAsync(string partnershipId, string roundId, IReadOnlyList<SealedItem> items, Func<IReadOnlyDictionary<string, string>, bool> counts, CancellationToken cancel)
    {
        var partition = Keys.Sealed(partnershipId, roundId);
        var progress = await ProgressAsync(partition, cancel);
        if (progress is { Step: not SealStep.Writing }) return true;
        var key = await rounds.RoundKeys.SealedAsync(roundId, cancel);
        progress ??= await SaveAsync(partition, SealProgress.Begin, [], cancel);

        var began = rounds.Clock.GetTimestamp();
        while (progress.Step == SealStep.Writing)
        {
            var unfinished = rounds.Unfinished is var (round, begun) && round == roundId ? begun.Rest(progress.After) : null;
            var slice = key is null ? SealSlice.Empty : unfinished ?? await SealSlice.ReadAsync(rounds.EachAsync(roundId, cancel).Where(one => counts(one.Answers.Given)), key, items, progress.After, RowsInASlice);
            rounds.Unfinished = Tuple.Create(roundId, slice);
            progress = await MakeEqualAsync(partition, slice, progress, IsLate, cancel);
            if (IsLate()) break;
        }
        if (progress.After.Length == 0) rounds.Unfinished = null;
        return progress.Step != SealStep.Writing;

        bool IsLate() => rounds.Clock.GetElapsedTime(began) > Most;
    }

    /// <summary>Keeps the figures of a sealed round, unless it has some.</summary>
    public async Task KeepFiguresAsync(string partnershipId, string roundId, string figures, CancellationToken cancel)
    {
        var partition = Keys.Sealed(partnershipId, roundId);
        if (await ProgressAsync(partition, cancel) is not { Step: SealStep.Sealed } progress) return;
        await SaveAsync(partition, progress with { Step = SealStep.Counted }, [new Change.Put(new Row(Figures, new Columns { ["result"] = figures }))], cancel);
    }

    /// <returns>The figures of a round, once they are kept; null before.</returns>
    public async Task<string?> FiguresAsync(string partnershipId, string roundId, CancellationToken cancel) =>
        (await tables.Main.GetAsync(Keys.Sealed(partnershipId, roundId), Figures, cancel))?.Text("result");

    /// <summary>Deletes the open answers of a round whose figures are kept, or some of them.</summary>
    /// <returns>Whether none is left.</returns>
    public async Task<bool> ForgetAnswersAsync(string partnershipId, string roundId, CancellationToken cancel)
    {
        if (await ProgressAsync(Keys.Sealed(partnershipId, roundId), cancel) is not { Step: SealStep.Counted }) return false;
        var (partition, began) = (Keys.Round(roundId), rounds.Clock.GetTimestamp());
        var batch = new List<Change>();
        await foreach (var row in tables.Rounds.QueryAsync(partition, "0", "~", cancel))
        {
            batch.Add(new Change.Remove(row.Key, row.ETag!));
            if (batch.Count < OpenRounds.RowsInACommit) continue;
            await tables.Rounds.CommitAsync(partition, batch, cancel);
            batch.Clear();
            if (rounds.Clock.GetElapsedTime(began) > Most) return false;
        }
        if (batch.Count > 0) await tables.Rounds.CommitAsync(partition, batch, cancel);
        return true;
    }

    /// <summary>Deletes both keys of a round, and every trace of what was removed of it.</summary>
    public Task ForgetKeysAsync(string roundId, CancellationToken cancel) => rounds.RoundKeys.ForgetAsync(roundId, cancel);

    /// <returns>Each dimension's scores, of everybody who has one: a person's mean times 12, 12 to 60, in an order that tells nothing.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<int>>> ScoresAsync(string partnershipId, string roundId, CancellationToken cancel)
    {
        var scores = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        await foreach (var row in tables.Main.QueryAsync(Keys.Sealed(partnershipId, roundId), SealedRow.ScorePrefix, SealedRow.End, cancel))
        {
            var dimension = row.Text("dimension");
            if (!scores.TryGetValue(dimension, out var list)) scores[dimension] = list = [];
            list.Add((int)row.Number("score"));
        }
        return scores.ToDictionary(one => one.Key, IReadOnlyList<int> (one) => one.Value, StringComparer.Ordinal);
    }

    /// <summary>Writes what is missing of the slice or differs, and removes what is too much.</summary>
    /// <param name="stop">Asked after each commit.</param>
    async Task<SealProgress> MakeEqualAsync(string partition, SealSlice slice, SealProgress progress, Func<bool> stop, CancellationToken cancel)
    {
        var changes = new List<Change>();
        var from = progress.After.Length == 0 ? SealedRow.From : progress.After + "!";
        await using var kept = tables.Main.QueryAsync(partition, from, slice.IsLast ? SealedRow.End : slice.Rows[^1].Key + "!", cancel).GetAsyncEnumerator(cancel);
        var more = await kept.MoveNextAsync();
        foreach (var row in slice.Rows)
        {
            for (; more && string.CompareOrdinal(kept.Current.Key, row.Key) < 0; more = await kept.MoveNextAsync())
            {
                changes.Add(Remove(kept.Current));
                if (changes.Count == OpenRounds.RowsInACommit) progress = await WriteAsync(progress.After);
            }
            if (more && kept.Current.Key == row.Key)
            {
                if (SealedRow.FromRow(kept.Current) != row) changes.Add(new Change.Put(row.ToRow(kept.Current.ETag)));
                more = await kept.MoveNextAsync();
            }
            else
            {
                changes.Add(new Change.Put(row.ToRow(null)));
            }
            if (changes.Count < OpenRounds.RowsInACommit) continue;
            progress = await WriteAsync(row.Key);
            if (stop()) return progress;
        }
        for (; more; more = await kept.MoveNextAsync())
        {
            changes.Add(Remove(kept.Current));
            if (changes.Count == OpenRounds.RowsInACommit) progress = await WriteAsync(progress.After);
        }

        var changed = progress.Changed || changes.Count > 0;
        var next = !slice.IsLast ? progress with { After = slice.Rows[^1].Key, Changed = changed }
            : progress with { Step = changed ? SealStep.Writing : SealStep.Sealed, After = "", Changed = false };
        return await SaveAsync(partition, next, changes, cancel);

        async Task<SealProgress> WriteAsync(string after)
        {
            var saved = await SaveAsync(partition, progress with { After = after, Changed = true }, changes, cancel);
            changes.Clear();
            return saved;
        }
    }

    async Task<SealProgress?> ProgressAsync(string partition, CancellationToken cancel) =>
        SealProgress.FromRow(await tables.Main.GetAsync(partition, SealProgress.Key, cancel));

    /// <exception cref="ConflictException">Another process went on with it.</exception>
    async Task<SealProgress> SaveAsync(string partition, SealProgress progress, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var etags = await tables.Main.CommitAsync(partition, [new Change.Put(progress.ToRow()), .. changes], cancel);
        return progress with { Version = etags[0] };
    }

    static Change.Remove Remove(Row row) => new(row.Key, row.ETag!);
}
