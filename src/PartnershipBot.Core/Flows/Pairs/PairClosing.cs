using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>When a round has closed: the averages once, each organisation its own a day before the result for everybody, then what people said goes. All of it may happen twice.</summary>
static class PairClosing
{
    /// <summary>Rows taken away in one commit.</summary>
    const int Batch = 50;

    /// <summary>Comes once the round's own figures are made and its answers are gone; lets the result for everybody go out, now or a day later.</summary>
    public static async Task<InvokeResponse> FiguresAsync(TurnContext turn, CancellationToken cancel)
    {
        var place = await PairPlace.ReadAsync(turn, turn.Activity.Value, cancel);
        if (place.Round is not { State: RoundState.Closed } round || await turn.GetAsync(PairRound.Key(round.Id), cancel) is not null) return InvokeResponse.Ok;

        // A partnership that turned out to be one that had to happen is shown nothing of it.
        var ties = place.Partnership.AsksAboutPartners(turn.Now) ? await PairTies.OfAsync(turn, round.Id, cancel) : [];
        var opened = PairFigures.Opened(ties, place.HasPower);
        var seen = place.Organisations.Select(organisation => Of(organisation, round.Id, ties, opened)).Where(one => one.Seen.ShowsAnything || one.Sides.Count > 0).ToList();
        foreach (var one in seen) turn.Save(one.ToRow());
        turn.Save(new PairRound(round.Id, PairFigures.GapsOf(ties), seen.Count > 0 ? "" : Round.Everyone, null).ToRow());

        DateTimeOffset? publish = seen.Count > 0 ? turn.Now + Round.SeenFirst : null;
        turn.Save((round with { PublishAt = publish }).ToRow());
        if (publish is not null) turn.Schedule(PairVerbs.Tell, turn.Now, round.Id);
        turn.Schedule(PairVerbs.Publish, publish ?? turn.Now, round.Id);
        turn.Schedule(PairVerbs.Forget, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>Tells the next page of members how their own organisation is seen. Where it stands is kept, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(PairRound.Key(turn.Activity.Value), cancel) is not { } row || PairRound.FromRow(row) is not { ToldTo: not Round.Everyone } pairs) return InvokeResponse.Ok;
        var place = await PairPlace.ReadAsync(turn, pairs.Round, cancel);
        var (members, to) = await PairPlace.MembersAsync(turn, pairs.ToldTo, cancel);
        var seen = new Dictionary<string, HowSeen>(StringComparer.Ordinal);
        foreach (var organisation in members.Select(member => member.OrganisationId).Distinct(StringComparer.Ordinal))
            if (await turn.GetAsync(HowSeen.Key(pairs.Round, organisation), cancel) is { } own) seen[organisation] = HowSeen.FromRow(own);
        foreach (var member in members)
            if (seen.TryGetValue(member.OrganisationId, out var own)) turn.Send(member.PersonId, SeenCard.Draw(PairWords.Of(member), place, own, turn.Now), started: true, budget: Budget.Free);
        turn.Save((pairs with { ToldTo = to }).ToRow());
        if (to != Round.Everyone) turn.Schedule(PairVerbs.Tell, turn.Now, pairs.Round);
        return InvokeResponse.Ok;
    }

    /// <summary>Takes away what people said, a page at a time. The averages stay.</summary>
    public static async Task<InvokeResponse> ForgetAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(PairRound.Key(turn.Activity.Value), cancel) is null) return InvokeResponse.Ok;
        var removed = 0;
        await foreach (var row in turn.QueryAsync(PairRating.Prefix(turn.Activity.Value), cancel))
        {
            turn.Remove(row);
            if (++removed < Batch) continue;
            turn.Schedule(PairVerbs.Forget, turn.Now, turn.Activity.Value);
            break;
        }
        return InvokeResponse.Ok;
    }

    /// <summary>Somebody left: what they said in a round that has not closed goes with them.</summary>
    public static async Task<InvokeResponse> LeftAsync(TurnContext turn, CancellationToken cancel)
    {
        if ((await PairPlace.CurrentAsync(turn, cancel)).Open is not { Length: > 0 } round) return InvokeResponse.Ok;
        await foreach (var row in turn.QueryAsync(PairRating.Prefix(round, turn.Activity.Value), cancel)) turn.Remove(row);
        return InvokeResponse.Ok;
    }

    static HowSeen Of(Organisation organisation, string round, IReadOnlyList<Tie> ties, IReadOnlyList<OpenedPair> opened) => new(
        round,
        organisation.Id,
        PairFigures.Of(organisation.Id, ties, organisation.HasPower),
        [
            .. opened.Where(pair => pair.One == organisation.Id).Select(pair => new Side(pair.Other, pair.OneOfOther, pair.OtherOfOne)),
            .. opened.Where(pair => pair.Other == organisation.Id).Select(pair => new Side(pair.One, pair.OtherOfOne, pair.OneOfOther)),
        ]);
}
