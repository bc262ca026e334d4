using Microsoft.Extensions.Logging;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>Runs a turn: finds the handler, lets it decide, commits once, and on a lost race decides again.</summary>
public sealed class Bot(Router router, Directory directory, Tables tables, OpenRounds rounds, KeyRing ring, DueIndex index, WorkQueue queue, SeenActivities seen, TimeProvider clock, ILogger<Bot> log)
{
    const int MostTries = 5;

    /// <returns>The answer, for a channel that carries it itself; it has been recorded as a message otherwise.</returns>
    /// <exception cref="StoreUnavailableException">Nothing may be promised: the platform should deliver again.</exception>
    public Task<InvokeResponse> TurnAsync(Activity activity, CancellationToken cancel) => RunAsync(activity, null, cancel);

    /// <summary>Does what a job asks for. What it changes and that it is done are one commit, when its home is where it is kept.</summary>
    internal Task DoAsync(Claim claim, CancellationToken cancel) => RunAsync(new Activity
    {
        Type = ActivityType.Event,
        Id = claim.Job.Id,
        Verb = claim.Job.Verb,
        Value = claim.Job.Value,
        At = claim.Job.Planned,
        Conversation = ConversationReference.Clock,
        Origin = new Origin(claim.Job.Home),
    }, claim, cancel);

    async Task<InvokeResponse> RunAsync(Activity activity, Claim? claim, CancellationToken cancel)
    {
        var person = activity.From is null ? null : await directory.MeetAsync(activity, cancel);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(activity, person, claim, cancel);
            }
            catch (ConflictException) when (attempt < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), TimeProvider.System, cancel);
                if (person is not null) person = await directory.PersonAsync(person.Id, cancel);
            }
            catch (ConflictException conflict)
            {
                throw new StoreUnavailableException("Other writers were first five times in a row.", conflict);
            }
        }
    }

    async Task<InvokeResponse> TryAsync(Activity activity, Person? person, Claim? claim, CancellationToken cancel)
    {
        var asked = await new Understanding(router, directory, tables).OfAsync(activity, person, clock.GetUtcNow(), cancel);
        var turn = new TurnContext(asked.Activity, asked.Home, person, clock.GetUtcNow(), tables, rounds, ring) { Invitation = asked.Invitation };
        if (person is not null && turn.PartnershipId.Length > 0)
            turn.Member = await turn.GetAsync(Keys.MemberPrefix + Member.IdFor(turn.PartnershipId, person.Id), cancel) is { } row ? Member.FromRow(row) : null;

        var isOwnJob = claim is not null && claim.Partition == turn.Home;
        var again = !isOwnJob && await seen.ContainsAsync(turn.Home, turn.ActivityHash, asked.Activity.At, turn.Now, cancel);
        if (again && !activity.AnswersInline) return InvokeResponse.Ok;

        InvokeResponse response;
        try
        {
            response = Ready(turn, await AnswerAsync(turn, asked, cancel));
            if (response is InvokeResponse.Show show && !again) Deliver(turn, show.Card);
        }
        catch (Exception fault) when (claim is null && fault is not (ConflictException or StoreUnavailableException or OperationCanceledException))
        {
            (turn, response) = Apologise(turn, asked, fault);
        }
        // A redelivery is answered as things are now, and changes nothing.
        if (!again && (turn.HasChanges || claim is not null)) await CommitAsync(turn, isOwnJob ? claim : null, cancel);
        return response;
    }

    async Task<InvokeResponse> AnswerAsync(TurnContext turn, Asked asked, CancellationToken cancel)
    {
        if (!Allowed.May(asked.Route, turn)) return new InvokeResponse.Show(ConversationCards.Refused(asked.Route.Who, turn.Language));
        if (!asked.Route.InChannel && turn.Activity.Conversation.Kind is ConversationKind.Group or ConversationKind.Channel && turn.Activity.Type == ActivityType.Message)
            return new InvokeResponse.Show(ConversationCards.Say("Private", turn.Language));

        if (asked.Chat is not null) return await new ChatTurn(router).AnswerAsync(turn, asked.Chat, cancel);
        var route = await CurrentAsync(turn, asked, cancel);
        if (route is null) return new InvokeResponse.Show(ConversationCards.Say("Stale", turn.Language));

        var response = await route.Handler(turn, cancel);
        return await ChatTurn.OpenAsync(turn, route, response, cancel);
    }

    /// <summary>The route to follow: for a press on a card that has moved on, the one that shows the card as it is now.</summary>
    async Task<Route?> CurrentAsync(TurnContext turn, Asked asked, CancellationToken cancel)
    {
        if (turn.Activity.Origin is not { CardId.Length: > 0, Step: > 0 } origin) return asked.Route;
        if (await turn.GetAsync(Keys.Card(origin.CardId), cancel) is not { } card) return null;
        if (card.Number("step") == origin.Step && turn.Activity.Verb != Understanding.Refresh) return asked.Route;
        turn.Redirect(card.Text("verb"), card.Text("value"));
        return router.Find(card.Text("verb"));
    }

    static InvokeResponse Ready(TurnContext turn, InvokeResponse response) => response switch
    {
        InvokeResponse.Show show => new InvokeResponse.Show(turn.Ready(show.Card)),
        InvokeResponse.Open open => new InvokeResponse.Open(turn.Ready(open.Form)),
        InvokeResponse.Invalid invalid => invalid with { Form = turn.Ready(invalid.Form) },
        _ => response,
    };

    static void Deliver(TurnContext turn, Card card)
    {
        var activity = turn.Activity;
        if (activity.MessageId is not null && activity.Conversation.Kind == ConversationKind.Personal) turn.Replace(activity.MessageId, card);
        else if (activity.AnswersInline || activity.Conversation.Kind == ConversationKind.None) return;
        // A press where others read along is answered to the person alone.
        else if (activity.Type == ActivityType.Invoke && activity.Conversation.Kind != ConversationKind.Personal) turn.Send(turn.Person!.Id, card);
        else turn.Reply(card);
    }

    (TurnContext, InvokeResponse) Apologise(TurnContext turn, Asked asked, Exception fault)
    {
        var reference = turn.ActivityHash[..4].ToUpperInvariant();
        Log.TurnFailed(log, reference, asked.Route.Verb, fault.GetType().Name, fault.StackTrace ?? "");
        var fresh = new TurnContext(turn.Activity, turn.Home, turn.Person, turn.Now, tables, rounds, ring);
        var card = fresh.Ready(ConversationCards.Say("Fault", turn.Language, reference));
        if (!turn.Activity.AnswersInline && turn.Activity.Conversation.Kind != ConversationKind.None) fresh.Reply(card);
        return (fresh, new InvokeResponse.Show(card));
    }

    /// <param name="done">The job that this turn does, when it is kept in the same home; null otherwise.</param>
    async Task CommitAsync(TurnContext turn, Claim? done, CancellationToken cancel)
    {
        foreach (var effect in turn.Before) await effect(cancel);

        List<Change> changes = [.. turn.Changes.Values];
        var at = turn.Activity.At ?? turn.Now;
        Job? purge = null;
        if (done is not null)
        {
            changes.Add(new Change.Remove(done.Job.Key, done.Job.ETag!));
        }
        else
        {
            changes.Add(new Change.Put(new Row(Keys.Seen(at, turn.ActivityHash), new Columns())));
            purge = await seen.PurgeAsync(turn.Home, at, cancel);
        }

        // This process claims what is due now as it makes it: no second write before it is done. Should the process die, the job comes due by itself.
        var jobs = turn.Jobs.Select(job => job.Due <= turn.Now && job.Delivery?.Policy != Policy.Once
            ? job with { Due = turn.Now + TurnContext.Lease, Attempts = 1, Planned = turn.Now }
            : job).ToList();
        if (purge is not null) jobs.Add(purge);
        changes.AddRange(jobs.Select(job => new Change.Put(job.ToRow())));
        foreach (var minute in jobs.Select(job => job.Due).DistinctBy(due => due.ToUnixTimeSeconds() / 60)) await index.NoteAsync(turn.Home, minute, cancel);

        var etags = await tables.Main.CommitAsync(turn.Home, changes, cancel);
        var first = changes.Count - jobs.Count;
        for (var i = 0; i < jobs.Count; i++)
            if (jobs[i].Attempts == 1) queue.Add(new Claim(turn.Home, jobs[i] with { ETag = etags[first + i] }));
        if (purge is not null) seen.Remember(turn.Home, purge);
    }
}
