using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>What was said about partners, as figures are made of it.</summary>
static class PairTies
{
    public static Tie Of(PairRating rating)
    {
        var scores = PairRating.Items.Select(id => rating.HadContact && rating.Given.TryGetValue(id, out var value) ? Scale.Score(value) : null).ToList();
        return new Tie(rating.Member, rating.Organisation, rating.Rated, TieTrust.Of(scores[0], scores[1], scores[2]), scores[3], rating.Compare, rating.Few, rating.ToPower);
    }

    /// <summary>What the members of now said; who left is not in it, whether or not their rows are gone yet.</summary>
    public static async Task<IReadOnlyList<Tie>> OfAsync(TurnContext turn, string round, CancellationToken cancel)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row) is { IsActive: true } member) members[member.Id] = member.OrganisationId;
        var ties = new List<Tie>();
        await foreach (var row in turn.QueryAsync(PairRating.Prefix(round), cancel))
            if (PairRating.FromRow(row) is var rating && members.GetValueOrDefault(rating.Member) == rating.Organisation) ties.Add(Of(rating));
        return ties;
    }
}
