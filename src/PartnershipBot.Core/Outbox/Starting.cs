using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>Whether a message that the bot starts may go now: not while its person pauses, not in their quiet hours, not above their budget, not when it is of no use any more.</summary>
sealed class Starting(Tables tables, DueIndex index, TimeProvider clock)
{
    readonly Counting counting = new(tables, clock);

    /// <returns>What to do with the message.</returns>
    public async Task<Verdict> AskAsync(Claim claim, Person person, CancellationToken cancel)
    {
        var (now, job, delivery) = (clock.GetUtcNow(), claim.Job, claim.Job.Delivery!);
        if (person.IsPaused(now) || IsTooLate(job, now)) return Verdict.Drop;

        var next = person.SendTime.Next(now, job.Id, delivery.Budget is not null && Budget.IsFirst(delivery.Budget));
        if (next > now)
        {
            if (delivery.NowOrNever || delivery.Until <= next) return Verdict.Drop;
            await PutOffAsync(claim, next, cancel);
            return Verdict.Wait;
        }
        if (delivery.Budget is null || await counting.TakeAsync(person, delivery.Budget, delivery.NowOrNever, cancel)) return Verdict.Go;
        if (!delivery.NowOrNever) await KeepAsync(person, delivery, cancel);
        return Verdict.Drop;
    }

    static bool IsTooLate(Job job, DateTimeOffset now) =>
        job.Delivery!.Until is { } until && (now >= until || now - (job.Planned ?? now) > SendTime.MostLate);

    /// <summary>The message waits, or in its place the verb that decides anew.</summary>
    async Task PutOffAsync(Claim claim, DateTimeOffset until, CancellationToken cancel)
    {
        await index.NoteAsync(claim.Partition, until, cancel);
        var ask = claim.Job.Delivery!.Ask?.Split(' ', 2);
        var later = ask is null
            ? claim.Job with { Due = until, Attempts = claim.Job.Attempts - 1, Begun = false, Planned = null }
            : new Job(claim.Job.Id, until, ask[0], claim.Job.Home, ask[1], 0);
        await tables.Main.CommitAsync(claim.Partition, claim.Job.MoveTo(later), cancel);
    }

    async Task KeepAsync(Person person, Delivery delivery, CancellationToken cancel)
    {
        try
        {
            await tables.Main.CommitAsync(person.Partition, [new Change.Put(Waiting.For(delivery.Budget!, delivery.Card, delivery.Until).ToRow())], cancel);
        }
        catch (ConflictException)
        {
            // An attempt before this one kept it.
        }
    }
}

enum Verdict
{
    Go,
    /// <summary>It was put off.</summary>
    Wait,
    Drop,
}
