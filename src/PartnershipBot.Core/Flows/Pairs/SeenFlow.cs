using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>Looking again at what the last round said: each member their own organisation's, a coordinator two figures that name no pair.</summary>
static class SeenFlow
{
    public static async Task<InvokeResponse> SeenAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var place = await LastAsync(turn, cancel);
        return await OwnAsync(turn, place, cancel) is { } seen
            ? new InvokeResponse.Show(SeenCard.Draw(words, place, seen, turn.Now))
            : PairWords.Show(words.Line("Seen.Nothing"), words.Small("Seen.WhoSees", place.Name(turn.Member!.OrganisationId)));
    }

    /// <summary>Both sides of a pair that opened; for who is not in it, or when it did not open, the same words.</summary>
    public static async Task<InvokeResponse> SidesAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var parts = turn.Activity.Value.Split('|');
        var place = await PairPlace.ReadAsync(turn, parts[0], cancel);
        return parts.Length == 2 && await OwnAsync(turn, place, cancel) is { } seen && seen.Sides.FirstOrDefault(side => side.Partner == parts[1]) is { } side
            ? new InvokeResponse.Show(SeenCard.Sides(words, place, seen, side))
            : PairWords.Show(words.Line("Sides.None"));
    }

    /// <summary>How far pairs are apart, over all pairs. Not for who is from an organisation that leads the contract or holds the money.</summary>
    public static async Task<InvokeResponse> GapsAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var place = await LastAsync(turn, cancel);
        if (place.HasPower(turn.Member!.OrganisationId)) return PairWords.Show(words.Line("Gaps.NotYou"));
        if (place.Round is null || await turn.GetAsync(PairRound.Key(place.Round.Id), cancel) is not { } row || PairRound.FromRow(row).Gaps is not { } gaps)
            return PairWords.Show(words.Line("Gaps.TooFew"));
        return PairWords.Show(
            words.Heading("Gaps.Title"),
            words.Line("Gaps.Mean", words.Number(Figures.TieTrust.Tenths(gaps.Mean)), gaps.Pairs),
            words.Line("Gaps.Wide", (int)Math.Floor(gaps.Wide * 100 + 0.5m)),
            words.Line("Gaps.Means"),
            words.Small("Gaps.WhoSees"));
    }

    static async Task<PairPlace> LastAsync(TurnContext turn, CancellationToken cancel)
    {
        var current = await PairPlace.CurrentAsync(turn, cancel);
        var place = await PairPlace.ReadAsync(turn, "", cancel);
        return place with { Round = await PairPlace.RoundAsync(turn, current.Last, cancel) };
    }

    /// <summary>The presser's own organisation's, whatever the press names.</summary>
    static async Task<HowSeen?> OwnAsync(TurnContext turn, PairPlace place, CancellationToken cancel) =>
        place.Round is { } round && await turn.GetAsync(HowSeen.Key(round.Id, turn.Member!.OrganisationId), cancel) is { } row ? HowSeen.FromRow(row) : null;
}
