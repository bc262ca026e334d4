using Microsoft.Extensions.Logging;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>Does what is due. A job is claimed by putting it off: if this process dies, it comes due again by itself.</summary>
public sealed class Pump(Tables tables, DueIndex index, WorkQueue queue, Bot bot, Deliverer deliverer, SeenActivities seen, TimeProvider clock, ILogger<Pump> log) : IDisposable
{
    const int MostAttempts = 12;
    const int ClaimsInACommit = 40;
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>One sweep at a time: two of one process would only take work from each other, and who settles must see what the other has claimed.</summary>
    readonly SemaphoreSlim sweeping = new(1, 1);
    int givenUp;

    /// <summary>How many jobs this process has given up since it started.</summary>
    public int GivenUp => givenUp;

    /// <summary>Works through the lanes until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, WorkQueue.Lanes).Select(lane => Task.Run(() => WorkAsync(lane, cancel), cancel)));

    /// <summary>Claims everything that is due by now, in every partition.</summary>
    /// <returns>How many jobs were claimed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        await sweeping.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            var claimed = 0;
            await foreach (var entry in index.DueAsync(now, cancel))
            {
                claimed += await ClaimAsync(entry.Partition, now, cancel);
                await index.RetireAsync(entry, stop => HasWorkAsync(entry, stop), cancel);
            }
            return claimed;
        }
        finally
        {
            sweeping.Release();
        }
    }

    /// <summary>Sweeps until nothing is due and nothing is being done.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        do await queue.IdleAsync(cancel);
        while (await SweepAsync(cancel) > 0 || !queue.IsIdle);
    }

    public void Dispose() => sweeping.Dispose();

    /// <summary>Writes anew every index entry that a partition with jobs lacks. Reads the whole store.</summary>
    public async Task RepairAsync(CancellationToken cancel)
    {
        await foreach (var partition in tables.Main.FindPartitionsAsync(Keys.DuePrefix, Keys.After(Keys.DuePrefix), cancel))
        {
            if (partition.StartsWith("index|", StringComparison.Ordinal)) continue;
            await foreach (var row in tables.Main.QueryAsync(partition, Keys.DuePrefix, Keys.After(Keys.DuePrefix), cancel))
            {
                await index.NoteAsync(partition, Job.FromRow(row).Due, cancel);
                break;
            }
        }
    }

    async Task<int> ClaimAsync(string partition, DateTimeOffset now, CancellationToken cancel)
    {
        var claimed = 0;
        while (true)
        {
            var due = new List<Job>();
            await foreach (var row in tables.Main.QueryAsync(partition, Keys.DuePrefix, Keys.DuePrefix + Keys.Time(now) + "~", cancel))
            {
                due.Add(Job.FromRow(row));
                if (due.Count == ClaimsInACommit) break;
            }
            if (due.Count == 0) return claimed;

            var mine = due.ConvertAll(job => job with { Due = now + TurnContext.Lease, Attempts = job.Attempts + 1, Planned = job.Planned ?? job.Due });
            List<Change> changes = [.. due.Select(job => new Change.Remove(job.Key, job.ETag!)), .. mine.Select(job => new Change.Put(job.ToRow()))];
            await index.NoteAsync(partition, now + TurnContext.Lease, cancel);
            try
            {
                var etags = await tables.Main.CommitAsync(partition, changes, cancel);
                for (var i = 0; i < mine.Count; i++) queue.Add(new Claim(partition, mine[i] with { ETag = etags[due.Count + i] }));
                claimed += mine.Count;
            }
            catch (ConflictException)
            {
                // Another process took one of them: look again at what is left.
            }
            if (due.Count < ClaimsInACommit) return claimed;
        }
    }

    async Task<bool> HasWorkAsync(DueEntry entry, CancellationToken cancel)
    {
        await foreach (var _ in tables.Main.QueryAsync(entry.Partition, Keys.DuePrefix, Keys.DuePrefix + Keys.Time(clock.GetUtcNow()) + "~", cancel)) return true;
        return false;
    }

    async Task WorkAsync(int lane, CancellationToken cancel)
    {
        await foreach (var claim in queue.ReadAsync(lane, cancel))
        {
            try
            {
                await DoAsync(claim, cancel);
            }
            catch (ConflictException)
            {
                // It was claimed anew by somebody else, who now deals with it.
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                // The store did not answer: the claim runs out and the job comes due again.
                Log.JobLeft(log, claim.Job.Verb, claim.Job.Id, fault.GetType().Name);
            }
            finally
            {
                queue.Done();
            }
        }
    }

    async Task DoAsync(Claim claim, CancellationToken cancel)
    {
        // Claimed longer ago than the lease: another process may have it by now.
        if (claim.Job.Due <= clock.GetUtcNow()) return;
        try
        {
            switch (claim.Job.Verb)
            {
                case Job.Send or Job.AskProfile or Job.CountReaders:
                    claim = await BeginAsync(claim, cancel);
                    await deliverer.DeliverAsync(claim, cancel);
                    break;
                case Job.Write:
                    await WriteAsync(claim.Job, cancel);
                    await RemoveAsync(claim, cancel);
                    break;
                case Job.Purge:
                    await seen.ForgetAsync(claim, cancel);
                    break;
                default:
                    await bot.DoAsync(claim, cancel);
                    if (claim.Job.Home != claim.Partition) await RemoveAsync(claim, cancel);
                    break;
            }
        }
        catch (ChannelException fault) when (fault.Fault == ChannelFault.Busy)
        {
            await PutOffAsync(claim, fault.RetryAfter ?? Wait(claim.Job.Attempts), fault.Code, cancel);
        }
        catch (ChannelException fault) when (fault.Fault == ChannelFault.Unclear && claim.Job.Delivery?.Policy != Policy.Once)
        {
            await PutOffAsync(claim, Wait(claim.Job.Attempts), fault.Code, cancel);
        }
        catch (ChannelException fault)
        {
            await GiveUpAsync(claim, fault.Fault == ChannelFault.Unclear ? "unclear" : fault.Code, cancel);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or ConflictException or StoreUnavailableException))
        {
            Log.JobFailed(log, claim.Job.Verb, claim.Job.Id, claim.Job.Attempts, fault.GetType().Name, fault.StackTrace ?? "");
            await PutOffAsync(claim, Wait(claim.Job.Attempts), fault.GetType().Name, cancel);
        }
    }

    /// <summary>Notes that a message which must never be sent twice is about to be: whoever finds the note later cannot know whether it arrived.</summary>
    async Task<Claim> BeginAsync(Claim claim, CancellationToken cancel)
    {
        if (claim.Job.Delivery?.Policy != Policy.Once) return claim;
        if (claim.Job.Begun) throw new ChannelException(ChannelFault.Unclear, "unclear");
        var begun = claim.Job with { Begun = true };
        var etags = await tables.Main.CommitAsync(claim.Partition, claim.Job.MoveTo(begun), cancel);
        return claim with { Job = begun with { ETag = etags[0] } };
    }

    async Task WriteAsync(Job job, CancellationToken cancel)
    {
        try
        {
            await tables.Main.CommitAsync(job.Home, [new Change.Put(job.Row!)], cancel);
        }
        catch (ConflictException)
        {
            // It was written before, by an attempt that did not get to say so.
        }
    }

    async Task PutOffAsync(Claim claim, TimeSpan wait, string code, CancellationToken cancel)
    {
        if (claim.Job.Attempts >= MostAttempts)
        {
            await GiveUpAsync(claim, code, cancel);
            return;
        }
        var later = claim.Job with { Due = clock.GetUtcNow() + wait, Begun = false };
        deliverer.Hold(claim.Job.Lane, later.Due);
        await index.NoteAsync(claim.Partition, later.Due, cancel);
        await tables.Main.CommitAsync(claim.Partition, claim.Job.MoveTo(later), cancel);
    }

    async Task GiveUpAsync(Claim claim, string code, CancellationToken cancel)
    {
        Log.JobDead(log, claim.Job.Verb, claim.Job.Id, code);
        var row = new Row(Keys.Dead(claim.Job.Id), new Columns
        {
            ["verb"] = claim.Job.Verb,
            ["code"] = code,
            ["attempts"] = (long)claim.Job.Attempts,
            ["at"] = clock.GetUtcNow(),
            ["person"] = claim.Job.Delivery?.Person,
        });
        await tables.Main.CommitAsync(claim.Partition, [new Change.Remove(claim.Job.Key, claim.Job.ETag!), new Change.Put(row)], cancel);
        Interlocked.Increment(ref givenUp);
    }

    Task RemoveAsync(Claim claim, CancellationToken cancel) =>
        tables.Main.CommitAsync(claim.Partition, [new Change.Remove(claim.Job.Key, claim.Job.ETag!)], cancel);

    /// <summary>2 s, 4 s, 8 s... with up to a fifth of jitter, at most half an hour.</summary>
    static TimeSpan Wait(int attempts)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempts, 20))));
        return wait * (1 + 0.2 * Random.Shared.NextDouble());
    }
}
