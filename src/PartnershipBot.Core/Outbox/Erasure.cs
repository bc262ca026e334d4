using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>Takes everything in a partition away: the job that asks for it last, so that it goes on where it stopped when a process dies.</summary>
sealed class Erasure(Tables tables, DueIndex index, TimeProvider clock)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    /// <summary>Longer than the longest wait of a job that is tried again.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(40);
    static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

    public async Task EraseAsync(Claim claim, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Keys.ParseTime(claim.Job.Id[..17]) is { } asked && now - asked < LongestPatience && await IsOthersWaitingAsync(claim, now, cancel))
        {
            await index.NoteAsync(claim.Partition, now + Pause, cancel);
            await tables.Main.CommitAsync(claim.Partition, claim.Job.MoveTo(claim.Job with { Due = now + Pause, Attempts = claim.Job.Attempts - 1 }), cancel);
            return;
        }

        var batch = new List<Change>();
        await foreach (var row in tables.Main.QueryAsync(claim.Partition, "!", "~", cancel))
        {
            if (row.Key == claim.Job.Key) continue;
            batch.Add(new Change.Remove(row.Key, row.ETag!));
            if (batch.Count < TableLimits.ChangesInACommit) continue;
            await tables.Main.CommitAsync(claim.Partition, batch, cancel);
            batch = [];
        }
        if (batch.Count > 0) await tables.Main.CommitAsync(claim.Partition, batch, cancel);
        await index.ForgetAsync(claim.Partition, cancel);
        await tables.Main.CommitAsync(claim.Partition, [new Change.Remove(claim.Job.Key, claim.Job.ETag!)], cancel);
    }

    /// <summary>Messages on their way, and word to other partitions, go first.</summary>
    async Task<bool> IsOthersWaitingAsync(Claim claim, DateTimeOffset now, CancellationToken cancel)
    {
        await foreach (var row in tables.Main.QueryAsync(claim.Partition, Keys.DuePrefix, Keys.DuePrefix + Keys.Time(now + Soon) + "~", cancel))
        {
            var job = Job.FromRow(row);
            if (job.Verb == Job.Send ? job.Delivery is { Started: false } : job.Home != claim.Partition) return true;
        }
        return false;
    }
}
