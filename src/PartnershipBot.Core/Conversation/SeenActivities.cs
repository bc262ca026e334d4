using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>The activities that were handled, each a row of its home for three days, so that a redelivery is known for one.</summary>
public sealed class SeenActivities(Tables tables)
{
    const int DaysKept = 3;
    const int MostRemembered = 100_000;

    readonly ConcurrentDictionary<string, bool> purged = new(StringComparer.Ordinal);

    /// <param name="at">The platform's own time; null when it gave none: then the first delivery may have been before midnight.</param>
    public async Task<bool> ContainsAsync(string home, string activityHash, DateTimeOffset? at, DateTimeOffset now, CancellationToken cancel) =>
        await tables.Main.GetAsync(home, Keys.Seen(at ?? now, activityHash), cancel) is not null
        || at is null && await tables.Main.GetAsync(home, Keys.Seen(now.AddDays(-1), activityHash), cancel) is not null;

    /// <summary>The job that takes the rows of a day away again.</summary>
    /// <returns>Null when the home has it already.</returns>
    public async ValueTask<Job?> PurgeAsync(string home, DateTimeOffset at, CancellationToken cancel)
    {
        var job = Purge(home, at);
        if (purged.ContainsKey(home + job.Key)) return null;
        if (await tables.Main.GetAsync(home, job.Key, cancel) is null) return job;
        Remember(home, job);
        return null;
    }

    /// <summary>Says that the job was committed, so that it need not be looked for again.</summary>
    public void Remember(string home, Job purge)
    {
        if (purged.Count >= MostRemembered) purged.Clear();
        purged[home + purge.Key] = true;
    }

    /// <summary>Takes the rows of the job's day away, then the job.</summary>
    public async Task ForgetAsync(Claim claim, CancellationToken cancel)
    {
        var day = Keys.SeenPrefix + claim.Job.Value + "|";
        var old = new List<Change>();
        await foreach (var row in tables.Main.QueryAsync(claim.Partition, day, Keys.After(day), cancel))
        {
            old.Add(new Change.Remove(row.Key, row.ETag!));
            if (old.Count < TableLimits.ChangesInACommit) continue;
            await tables.Main.CommitAsync(claim.Partition, old, cancel);
            old.Clear();
        }
        if (old.Count > 0) await tables.Main.CommitAsync(claim.Partition, old, cancel);
        await tables.Main.CommitAsync(claim.Partition, [new Change.Remove(claim.Job.Key, claim.Job.ETag!)], cancel);
    }

    // One a home and day, its name made from them; homes take turns over a day.
    static Job Purge(string home, DateTimeOffset at)
    {
        var day = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        var turn = TimeSpan.FromSeconds(BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(home))));
        return new Job("purge", day.AddDays(DaysKept + 1) + turn, Job.Purge, home, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), 0);
    }
}
