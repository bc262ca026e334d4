using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>Questions about single partners, beside a check-in: whom to rate, in any order, each in two short forms.</summary>
sealed class PairFlow(Site site)
{
    /// <summary>A trust at or under "not often": a talk is offered to who rated. Nothing goes to the other side.</summary>
    const decimal OffersTalk = 2;

    /// <summary>A coordinator switches them on.</summary>
    public static async Task<InvokeResponse> OnAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var place = await PairPlace.ReadAsync(turn, "", cancel);
        var partnership = place.Partnership;
        if (partnership.IsMandated(turn.Now)) return PairWords.Show(words.Line("On.NotYet"), words.Small("NothingChanged"));
        if (!partnership.Features.Contains(Extra.Pairs)) turn.Save((partnership with { Features = [.. partnership.Features, Extra.Pairs] }).ToRow());
        return PairWords.Show(
            words.Line("On"),
            words.Line("On.What"),
            place.Organisations.Count <= PairFigures.LeastOrganisations ? words.Line("On.Few") : null,
            words.Small("On.WhoSees"),
            PairWords.ActionsIfAny(words.Button(PairVerbs.Home, "Home")));
    }

    /// <summary>The partners that this person may rate in the round, and what there is to see besides.</summary>
    public async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var round = turn.Activity.Type == ActivityType.Message ? "" : turn.Activity.Value;
        return await ListAsync(turn, await PairPlace.ReadAsync(turn, round, cancel), null, cancel);
    }

    /// <summary>Opens the first form about a partner.</summary>
    public async Task<InvokeResponse> AboutAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var (place, partner) = await PartnerAsync(turn, cancel);
        if (partner is null) return await ListAsync(turn, place, null, cancel);
        return new InvokeResponse.Open(PairForm.First(words, partner, place.Round!, await ReadAsync(turn, place.Round!, partner.Id, cancel)));
    }

    /// <summary>Whether there was contact, and who may see what is said. Whoever lets more be seen than before rates anew: yes has to be said before rating.</summary>
    public async Task<InvokeResponse> ContactAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var (place, partner) = await PartnerAsync(turn, cancel);
        if (partner is null) return await ListAsync(turn, place, null, cancel);
        var before = await ReadAsync(turn, place.Round!, partner.Id, cancel);
        if (PairForm.CheckFirst(words, partner, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(PairForm.First(words, partner, place.Round!, before).With(turn.Activity.Inputs), wrong);

        var activity = turn.Activity;
        var (compare, few, toPower) = (PairForm.Said(activity, PairForm.Compare), PairForm.Said(activity, PairForm.Few), partner.HasPower && PairForm.Said(activity, PairForm.ToPower));
        var keeps = before is not null && !(compare && !before.Compare) && !(few && !before.Few) && !(toPower && !before.ToPower);
        var given = keeps ? before!.Given.ToDictionary(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal);
        given[PairRating.Contact] = activity.Input(PairRating.Contact);
        var rating = new PairRating(place.Round!.Id, turn.Member!.Id, partner.Id, turn.Member.OrganisationId, given, compare, few, toPower, before?.Version);
        if (!rating.HadContact) rating = rating with { Given = new Dictionary<string, string>(StringComparer.Ordinal) { [PairRating.Contact] = given[PairRating.Contact] } };
        turn.Save(rating.ToRow());
        return rating.HadContact
            ? new InvokeResponse.Open(PairForm.Second(words, partner, place.Round, rating))
            : await ListAsync(turn, place, rating, cancel);
    }

    public async Task<InvokeResponse> RateAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var (place, partner) = await PartnerAsync(turn, cancel);
        // Without the first form there is no contact to rate, and no word on who may see it.
        if (partner is null || await ReadAsync(turn, place.Round!, partner.Id, cancel) is not { HadContact: true } before) return await ListAsync(turn, place, null, cancel);
        if (PairForm.CheckSecond(words, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(PairForm.Second(words, partner, place.Round!, before).With(turn.Activity.Inputs), wrong);

        var given = PairRating.Items.ToDictionary(id => id, turn.Activity.Input, StringComparer.Ordinal);
        given[PairRating.Contact] = before.Given[PairRating.Contact];
        var rating = before with { Given = given };
        turn.Save(rating.ToRow());
        return await ListAsync(turn, place, rating, cancel);
    }

    /// <summary>All that this person said in the round goes.</summary>
    public async Task<InvokeResponse> RemoveAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var place = await PairPlace.ReadAsync(turn, turn.Activity.Value, cancel);
        if (!place.Asks(turn.Now)) return await ListAsync(turn, place, null, cancel);
        await foreach (var row in turn.QueryAsync(PairRating.Prefix(place.Round!.Id, turn.Member!.Id), cancel)) turn.Remove(row);
        return PairWords.Show(words.Line("Removed", words.Moment(place.Round.ClosesAt)), PairWords.ActionsIfAny(words.Button(PairVerbs.Ask, "Again", place.Round.Id)));
    }

    /// <param name="saved">What this turn keeps; null when nothing.</param>
    async Task<InvokeResponse> ListAsync(TurnContext turn, PairPlace place, PairRating? saved, CancellationToken cancel)
    {
        var words = PairWords.Of(turn);
        var seen = place.Partnership.AsksAboutPartners(turn.Now) ? words.Button(PairVerbs.Seen, "Seen.Button") : null;
        if (!place.Asks(turn.Now))
            return PairWords.Show(
                words.Line(!place.Partnership.AsksAboutPartners(turn.Now) ? "Off" : place.Round is null ? "None" : "TooLate"),
                PairWords.ActionsIfAny(seen, seen is not null && turn.Member!.Roles.HasFlag(Roles.Coordinator) ? words.Button(PairVerbs.Gaps, "Gaps.Button") : null, words.Button(PairVerbs.Home, "Home")));

        var round = place.Round!;
        var asked = await AskedAsync(turn, place, cancel);
        if (asked.Count == 0) return PairWords.Show(words.Line("NoPartners"), PairWords.ActionsIfAny(seen));
        var ratings = new Dictionary<string, PairRating>(StringComparer.Ordinal);
        await foreach (var row in turn.QueryAsync(PairRating.Prefix(round.Id, turn.Member!.Id), cancel)) ratings[PairRating.FromRow(row).Rated] = PairRating.FromRow(row);
        if (saved is not null) ratings[saved.Rated] = saved;

        var talk = saved is not null && TrustOf(saved) <= OffersTalk;
        var buttons = asked.OrderBy(partner => ratings.TryGetValue(partner.Id, out var rating) && rating.IsDone)
            .Select(partner => new Button(PairVerbs.About, Label(words, partner, ratings.GetValueOrDefault(partner.Id)), PairForm.Value(round, partner)));
        return PairWords.Show(
            saved is null ? words.Heading("Title") : words.Line("Recorded", place.Name(saved.Rated)),
            talk ? words.Line("OfferTalk", place.Name(saved!.Rated)) : words.Line("Which", place.Name(turn.Member.OrganisationId)),
            words.Line("Until", words.Moment(round.ClosesAt)),
            words.Small("WhoSees", words["APartner"]),
            words.Small("NotSealed", site.Host),
            PairWords.ActionsIfAny(
            [
                .. buttons,
                ratings.Count > 0 ? words.Button(PairVerbs.Remove, "Remove", round.Id) : null,
                talk ? words.Button(PairVerbs.Talk, "Talk", round.Id) : seen,
            ]));
    }

    static string Label(PairWords words, Organisation partner, PairRating? rating)
    {
        var label = rating is { IsDone: true } ? words["Change", partner.Name] : partner.Name;
        return label.Length <= CardLimits.Label ? label : label[..(CardLimits.Label - 1)] + "…";
    }

    static decimal? TrustOf(PairRating rating) => PairTies.Of(rating).Trust;

    /// <summary>The partners that this member is asked about; the round's turn is noted with the first who asks.</summary>
    static async Task<IReadOnlyList<Organisation>> AskedAsync(TurnContext turn, PairPlace place, CancellationToken cancel)
    {
        var before = PairRotation.FromRow(await turn.GetAsync(PairRotation.Key, cancel));
        var now = before.For(place.Round!.Id, [.. place.Organisations.Select(organisation => organisation.Id)]);
        if (now.Round != before.Round || !now.Queue.SequenceEqual(before.Queue, StringComparer.Ordinal)) turn.Save(now.ToRow());
        return [.. now.AskedOf(turn.Member!.OrganisationId).Select(id => place.Find(id)!)];
    }

    /// <returns>No partner when the round takes no answers, or when this member is not asked about the one that the press names.</returns>
    static async Task<(PairPlace Place, Organisation? Partner)> PartnerAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|');
        var place = await PairPlace.ReadAsync(turn, parts[0], cancel);
        if (parts.Length != 2 || !place.Asks(turn.Now)) return (place, null);
        return (place, (await AskedAsync(turn, place, cancel)).FirstOrDefault(partner => partner.Id == parts[1]));
    }

    static async Task<PairRating?> ReadAsync(TurnContext turn, Round round, string partner, CancellationToken cancel) =>
        await turn.GetAsync(PairRating.Prefix(round.Id, turn.Member!.Id) + partner, cancel) is { } row ? PairRating.FromRow(row) : null;
}
