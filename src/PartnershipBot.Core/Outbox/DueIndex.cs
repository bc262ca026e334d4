using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>Which partitions have work, by the minute. An entry is written before the commit that needs it: it may be early, it is never missing.</summary>
public sealed class DueIndex(Tables tables, TimeProvider clock)
{
    /// <summary>Entries are spread over this many partitions. It may only grow.</summary>
    public const int Shards = 16;

    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);

    /// <summary>An entry younger than this stays: a commit that it was written for may still be on its way.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);

    /// <summary>Makes sure that the partition is looked at when something is due in it.</summary>
    public async ValueTask NoteAsync(string partition, DateTimeOffset due, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var entry = Entry(due > now ? due : now, partition);
        if (written.TryGetValue(entry, out var at) && now - at < Remembered) return;
        try
        {
            await tables.Main.CommitAsync(Keys.Index(Shard(partition)), [new Change.Put(new Row(entry, new Columns()))], cancel);
        }
        catch (ConflictException)
        {
            // It is there already, which is what is wanted.
        }
        if (written.Count > 10_000) Forget(now);
        written[entry] = now;
    }

    /// <summary>The entries up to the minute that has begun, oldest first within a shard: what is due in its course need not wait for its end.</summary>
    public async IAsyncEnumerable<DueEntry> DueAsync(DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var end = Keys.DuePrefix + Minute(now.AddMinutes(1)) + "~";
        for (var shard = 0; shard < Shards; shard++)
            await foreach (var row in tables.Main.QueryAsync(Keys.Index(shard), Keys.DuePrefix, end, cancel))
                yield return DueEntry.FromRow(row);
    }

    /// <returns>The first minute after the given time at which anything may be due, or null when nothing is.</returns>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken cancel)
    {
        DateTimeOffset? next = null;
        for (var shard = 0; shard < Shards; shard++)
        {
            await foreach (var row in tables.Main.QueryAsync(Keys.Index(shard), $"{Keys.DuePrefix}{Minute(after)}~", Keys.After(Keys.DuePrefix), cancel))
            {
                var at = DueEntry.FromRow(row).Minute;
                if (next is null || at < next) next = at;
                break;
            }
        }
        return next;
    }

    /// <summary>Takes the entry away when it is old and the partition has nothing due by then; puts it back when something has come in between.</summary>
    /// <param name="hasWorkAsync">Whether the partition has a job due by the given time.</param>
    public async Task RetireAsync(DueEntry entry, Func<CancellationToken, Task<bool>> hasWorkAsync, CancellationToken cancel)
    {
        if (clock.GetUtcNow() - entry.Minute < Kept || await hasWorkAsync(cancel)) return;
        var shard = Keys.Index(Shard(entry.Partition));
        try
        {
            await tables.Main.CommitAsync(shard, [new Change.Remove(entry.Key, entry.ETag)], cancel);
        }
        catch (ConflictException)
        {
            return;
        }
        written.TryRemove(entry.Key, out _);
        if (await hasWorkAsync(cancel)) await NoteAsync(entry.Partition, clock.GetUtcNow(), cancel);
    }

    /// <summary>Takes away what says that a partition will have work: all but what is soon over by itself, since a commit that it was written for may be on its way.</summary>
    public async Task ForgetAsync(string partition, CancellationToken cancel)
    {
        var shard = Keys.Index(Shard(partition));
        var gone = new List<Change>();
        await foreach (var row in tables.Main.QueryAsync(shard, $"{Keys.DuePrefix}{Minute(clock.GetUtcNow() + Kept)}~", Keys.After(Keys.DuePrefix), cancel))
        {
            if (DueEntry.FromRow(row).Partition != partition) continue;
            gone.Add(new Change.Remove(row.Key, row.ETag!));
            written.TryRemove(row.Key, out _);
        }
        foreach (var page in gone.Chunk(TableLimits.ChangesInACommit)) await tables.Main.CommitAsync(shard, page, cancel);
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var (entry, at) in written)
            if (now - at >= Remembered) written.TryRemove(entry, out _);
    }

    static string Entry(DateTimeOffset due, string partition) => $"{Keys.DuePrefix}{Minute(due.AddTicks(TimeSpan.TicksPerMinute - 1))}|{partition}";

    static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    static int Shard(string partition) => SHA256.HashData(Encoding.UTF8.GetBytes(partition))[0] % Shards;
}

/// <param name="Minute">From when on there may be something due, UTC.</param>
public sealed record DueEntry(string Key, string ETag, DateTimeOffset Minute, string Partition)
{
    public static DueEntry FromRow(Row row)
    {
        var parts = row.Key.Split('|', 3);
        return new DueEntry(row.Key, row.ETag!,
            DateTimeOffset.ParseExact(parts[1], "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), parts[2]);
    }
}
