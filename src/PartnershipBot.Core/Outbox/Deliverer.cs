using System.Collections.Concurrent;
using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Core.Outbox;

/// <summary>Sends one claimed message, in the order of its conversation, and notes the message that now holds its card.</summary>
public sealed class Deliverer(Tables tables, Directory directory, IEnumerable<IChannel> channels, DueIndex index, TimeProvider clock)
{
    readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    readonly Starting starting = new(tables, index, clock);
    readonly ConcurrentDictionary<string, DateTimeOffset> held = new(StringComparer.Ordinal);

    /// <summary>Lets nothing more out of the lane or installation before the time: what waits there keeps its order.</summary>
    public void Hold(string what, DateTimeOffset until) => held.AddOrUpdate(what, until, (_, before) => before > until ? before : until);

    /// <exception cref="ChannelException">It was not sent, or may not have been.</exception>
    public async Task DeliverAsync(Claim claim, CancellationToken cancel)
    {
        var (job, delivery) = (claim.Job, claim.Job.Delivery!);
        if (HeldUntil(job.Lane) is { } until)
        {
            await PutOffAsync(claim, until, cancel);
            return;
        }

        var person = delivery.Person is null || delivery is { To: not null, Started: false } ? null : await directory.PersonAsync(delivery.Person, cancel);
        var to = delivery.To ?? person?.Reach;
        if (to is null)
        {
            await FinishAsync(claim, null, to, cancel);
            return;
        }
        if (!channels.TryGetValue(to.Channel, out var channel)) throw new ChannelException(ChannelFault.Gone, $"no channel '{to.Channel}'");
        if (HeldUntil(Installation(to)) is { } busyUntil)
        {
            await PutOffAsync(claim, busyUntil, cancel);
            return;
        }
        if (delivery.Started && person is not null)
        {
            var verdict = await starting.AskAsync(claim, person, cancel);
            if (verdict == Verdict.Drop) await FinishAsync(claim, null, to, cancel);
            if (verdict != Verdict.Go) return;
        }

        try
        {
            if (job.Verb == Job.AskProfile)
            {
                await ProfileAsync(claim, channel, to, cancel);
                return;
            }
            if (job.Verb == Job.CountReaders)
            {
                await GoOnAsync(claim, job.Value, await channel.ReadersAsync(to, cancel), cancel);
                return;
            }
            var replaces = delivery.Replaces;
            if (delivery is { Policy: Policy.Update, Replaces: null })
            {
                // The card was never sent there, so there is nothing to change.
                if (await tables.Main.GetAsync(claim.Partition, Keys.Sent(delivery.CardId), cancel) is not { } sent)
                {
                    await FinishAsync(claim, null, to, cancel);
                    return;
                }
                replaces = sent.Text("message");
                to = JsonSerializer.Deserialize(sent.Text("to"), CardJson.Default.ConversationReference)!;
            }
            var readers = delivery.TellsReaders || delivery.Chosen is not null ? await channel.ReadersAsync(to, cancel) : null;
            if (delivery.Chosen is not null && readers?.IsWiderThan(delivery.Chosen) is not false)
            {
                await GoOnAsync(claim, Delivery.Widened, readers, cancel);
                return;
            }
            var card = readers is null || !delivery.TellsReaders ? delivery.Card : ConversationCards.ReadBy(delivery.Card, readers);
            var message = await channel.SendAsync(new Message(to, card, replaces), cancel);
            await FinishAsync(claim, replaces is null ? message : null, to, cancel);
        }
        catch (ChannelException fault) when (fault is { Fault: ChannelFault.Busy, WholeInstallation: true, RetryAfter: { } wait })
        {
            Hold(Installation(to), clock.GetUtcNow() + wait);
            throw;
        }
    }

    async Task ProfileAsync(Claim claim, IChannel channel, ConversationReference to, CancellationToken cancel)
    {
        var parts = claim.Job.Value.Split('|', 3);
        var profile = await channel.ProfileAsync(new Identity(parts[0], parts[1], parts[2]), to, cancel);
        List<Change> changes = [new Change.Remove(claim.Job.Key, claim.Job.ETag!)];
        if (profile is not null && await directory.PersonAsync(claim.Partition["person|".Length..], cancel) is { } person)
            changes.Add(new Change.Put(person.Told(profile).ToRow()));
        await tables.Main.CommitAsync(claim.Partition, changes, cancel);
    }

    /// <summary>The job is done, and a turn of the partnership comes of it.</summary>
    async Task GoOnAsync(Claim claim, string verb, Readers? readers, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var next = new Job(claim.Job.Id + ".1", now, verb, claim.Partition, readers?.ToString() ?? "", 0);
        await index.NoteAsync(claim.Partition, now, cancel);
        await tables.Main.CommitAsync(claim.Partition, [new Change.Remove(claim.Job.Key, claim.Job.ETag!), new Change.Put(next.ToRow())], cancel);
    }

    /// <summary>The job is done; the message that holds the card is noted in the same commit.</summary>
    async Task FinishAsync(Claim claim, string? message, ConversationReference? to, CancellationToken cancel)
    {
        List<Change> changes = [new Change.Remove(claim.Job.Key, claim.Job.ETag!)];
        var cardId = claim.Job.Delivery!.CardId;
        if (message is not null && cardId.Length > 0)
        {
            var before = await tables.Main.GetAsync(claim.Partition, Keys.Sent(cardId), cancel);
            changes.Add(new Change.Put(new Row(Keys.Sent(cardId), new Columns
            {
                ["message"] = message,
                ["to"] = JsonSerializer.Serialize(to!, CardJson.Default.ConversationReference),
            }, before?.ETag)));
        }
        await tables.Main.CommitAsync(claim.Partition, changes, cancel);
    }

    async Task PutOffAsync(Claim claim, DateTimeOffset until, CancellationToken cancel)
    {
        await index.NoteAsync(claim.Partition, until, cancel);
        // Waiting its turn is not an attempt.
        var later = claim.Job with { Due = until, Attempts = claim.Job.Attempts - 1, Begun = false };
        await tables.Main.CommitAsync(claim.Partition, claim.Job.MoveTo(later), cancel);
    }

    DateTimeOffset? HeldUntil(string what)
    {
        if (!held.TryGetValue(what, out var until)) return null;
        if (until > clock.GetUtcNow()) return until;
        held.TryRemove(what, out _);
        return null;
    }

    static string Installation(ConversationReference to) => $"installation|{to.Channel}|{to.Installation}";
}
