namespace PartnershipBot.Core.Storage;

/// <summary>The answers of rounds that are open: one encrypted, padded row for each person who answered, under a key that goes when the round closes.</summary>
/// <remarks>The key of a row is an HMAC of the member under the round's key: without that key no row can be tied to a person, and there is no other row that says who answered.</remarks>
public sealed class OpenRounds(Tables tables, KeyRing ring, TimeProvider clock)
{
    /// <summary>How many rows go in one commit: a little under what a store takes.</summary>
    internal const int RowsInACommit = 90;

    internal RoundKeys RoundKeys { get; } = new(tables.Rounds, ring, clock);

    internal TimeProvider Clock => clock;

    /// <summary>The slice that was not finished in the last turn, as it is to be kept: making it again would read every answer again. Null when none is.</summary>
    internal Tuple<string, SealSlice>? Unfinished { get; set; }

    /// <summary>Makes the round's key, unless it is there.</summary>
    public Task BeginAsync(string roundId, CancellationToken cancel) => RoundKeys.BeginAsync(roundId, cancel);

    /// <returns>What the member has answered, by question; null when nothing, or when the round's key is gone.</returns>
    public async Task<OpenAnswers?> ReadAsync(string roundId, string memberId, CancellationToken cancel)
    {
        if (await RoundKeys.OpenAsync(roundId, cancel) is not { } key) return null;
        if (await tables.Rounds.GetAsync(Keys.Round(roundId), RoundCipher.RowKey(key, memberId), cancel) is not { } row) return null;
        var answers = RoundCipher.Open(key, row);
        return new OpenAnswers(answers.Given, row.ETag, answers.Organisation);
    }

    /// <summary>Keeps the member's answers, in place of those that were read. No answers: the row goes.</summary>
    /// <exception cref="ConflictException">They were changed since they were read, or the round's key is gone.</exception>
    public async Task SaveAsync(string roundId, string memberId, OpenAnswers answers, CancellationToken cancel)
    {
        var partition = Keys.Round(roundId);
        var key = await RoundKeys.OpenAsync(roundId, cancel) ?? throw new ConflictException(partition, null);
        var rowKey = RoundCipher.RowKey(key, memberId);
        if (answers.Given.Count > 0)
        {
            var data = RoundCipher.Seal(key, rowKey, new RoundAnswers(answers.Organisation, answers.Given));
            await tables.Rounds.CommitAsync(partition, [new Change.Put(new Row(rowKey, new Columns { ["data"] = data }, answers.Version))], cancel);
        }
        else if (answers.Version is not null)
        {
            await tables.Rounds.CommitAsync(partition, [new Change.Remove(rowKey, answers.Version)], cancel);
        }
    }

    /// <summary>Everybody's answers, in the order of their row keys, which tells nothing.</summary>
    public async Task<IReadOnlyList<RoundAnswers>> AllAsync(string roundId, CancellationToken cancel)
    {
        var all = new List<RoundAnswers>();
        await foreach (var (_, answers) in EachAsync(roundId, cancel)) all.Add(answers);
        return all;
    }

    /// <summary>Deletes the answers of a round that is not sealed, and its key last.</summary>
    public async Task ForgetAsync(string roundId, CancellationToken cancel)
    {
        var partition = Keys.Round(roundId);
        var answers = new List<Change>();
        await foreach (var row in tables.Rounds.QueryAsync(partition, "0", "~", cancel)) answers.Add(new Change.Remove(row.Key, row.ETag!));
        foreach (var part in answers.Chunk(RowsInACommit)) await tables.Rounds.CommitAsync(partition, part, cancel);
        await RoundKeys.ForgetAsync(roundId, cancel);
    }

    /// <returns>How many rounds began to be sealed more than five minutes ago and still have a key, which should be gone by then.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public Task<int> KeysOverdueAsync(CancellationToken cancel) => RoundKeys.OverdueAsync(cancel);

    /// <summary>Everybody's answers with their row keys, one after the other.</summary>
    internal async IAsyncEnumerable<(string RowKey, RoundAnswers Answers)> EachAsync(string roundId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        if (await RoundKeys.OpenAsync(roundId, cancel) is not { } key) yield break;
        await foreach (var row in tables.Rounds.QueryAsync(Keys.Round(roundId), "0", "~", cancel))
            if (RoundCipher.Open(key, row) is var answers && !answers.Given.ContainsKey(OpenAnswers.Skipped)) yield return (row.Key, answers);
    }
}

/// <summary>One person's answers while the round is open.</summary>
/// <param name="Given">Question id to what was chosen; no free text.</param>
/// <param name="Version">The row's ETag; null when nothing was kept yet.</param>
/// <param name="Organisation">The id of the organisation they answer for. Empty to let the turn say it.</param>
public sealed record OpenAnswers(IReadOnlyDictionary<string, string> Given, string? Version, string Organisation = "")
{
    /// <summary>In place of a question: the person skips this round. It looks like an answer from outside, so that nobody can tell the two apart; it is never counted.</summary>
    public const string Skipped = "skipped";

    public static OpenAnswers Skip { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal) { [Skipped] = "yes" }, null);
}
