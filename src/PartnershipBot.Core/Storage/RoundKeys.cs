using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PartnershipBot.Core.Storage;

/// <summary>The two keys of each round, wrapped: one for answers while it is open, one for the names of its sealed rows. Whoever has neither can tie nothing to a person.</summary>
sealed class RoundKeys(ITable rounds, KeyRing ring, TimeProvider clock)
{
    const string Open = "key", Sealed = "sealing";
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);

    /// <summary>A key that is still there so long after its round began to be sealed is one too many.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<(string Round, string Name), (byte[] Key, DateTimeOffset At)> known = new();

    /// <summary>Makes the key of the open answers, unless it is there.</summary>
    public Task BeginAsync(string roundId, CancellationToken cancel) => MakeAsync(roundId, Open, cancel);

    /// <returns>The key of the open answers; null when the round never began, or is forgotten.</returns>
    public ValueTask<byte[]?> OpenAsync(string roundId, CancellationToken cancel) => ReadAsync(roundId, Open, cancel);

    /// <summary>Makes the key of the sealed rows, unless it is there, and notes that both keys are to go soon.</summary>
    /// <returns>Null when the round's first key is gone: then there is nothing to seal.</returns>
    public async Task<byte[]?> SealedAsync(string roundId, CancellationToken cancel)
    {
        if (await OpenAsync(roundId, cancel) is null) return null;
        if (await ReadAsync(roundId, Sealed, cancel) is { } made) return made;
        await InsertAsync(Keys.ClosingRounds, new Row(roundId, new Columns { ["at"] = clock.GetUtcNow() }), cancel);
        await MakeAsync(roundId, Sealed, cancel);
        return await ReadAsync(roundId, Sealed, cancel);
    }

    /// <summary>Both keys at once, then every byte of what was removed before.</summary>
    public async Task ForgetAsync(string roundId, CancellationToken cancel)
    {
        var partition = Keys.RoundKeys(roundId);
        var kept = new List<Change>();
        await foreach (var row in rounds.QueryAsync(partition, "0", "~", cancel)) kept.Add(new Change.Remove(row.Key, row.ETag!));
        if (kept.Count > 0) await rounds.CommitAsync(partition, kept, cancel);
        foreach (var name in (string[])[Open, Sealed])
            if (known.TryRemove((roundId, name), out var held)) CryptographicOperations.ZeroMemory(held.Key);
        await rounds.ForgetRemnantsAsync(cancel);

        if (await rounds.GetAsync(Keys.ClosingRounds, roundId, cancel) is { } note)
            await rounds.CommitAsync(Keys.ClosingRounds, [new Change.Remove(note.Key, note.ETag!)], cancel);
    }

    /// <returns>How many rounds began to be sealed more than five minutes ago and still have a key.</returns>
    public async Task<int> OverdueAsync(CancellationToken cancel)
    {
        var (overdue, now) = (0, clock.GetUtcNow());
        await foreach (var row in rounds.QueryAsync(Keys.ClosingRounds, "0", "~", cancel))
            if (row.Time("at") + Patience < now) overdue++;
        return overdue;
    }

    async Task MakeAsync(string roundId, string name, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            // Made before: the first key stays.
            await InsertAsync(Keys.RoundKeys(roundId), new Row(name, new Columns { ["wrapped"] = ring.Wrap(key) }), cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    async Task InsertAsync(string partition, Row row, CancellationToken cancel)
    {
        try
        {
            await rounds.CommitAsync(partition, [new Change.Put(row)], cancel);
        }
        catch (ConflictException)
        {
            // It is there already.
        }
    }

    async ValueTask<byte[]?> ReadAsync(string roundId, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue((roundId, name), out var held) && now - held.At < Remembered) return held.Key;
        // Of the others too, none stays longer in memory than it may.
        foreach (var (of, old) in known)
            if (now - old.At >= Remembered) known.TryRemove(of, out _);
        if (await rounds.GetAsync(Keys.RoundKeys(roundId), name, cancel) is not { } row) return null;
        var key = ring.Unwrap(row.Bytes("wrapped")!);
        known[(roundId, name)] = (key, now);
        return key;
    }
}
