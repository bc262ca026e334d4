using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What may be shown of ratings between partners, and to whom.</summary>
public static class PairFigures
{
    /// <summary>An average needs this many rating organisations, or each rater's yes.</summary>
    public const int LeastOrganisations = 3;

    /// <summary>An average needs this many people, or each rater's yes.</summary>
    public const int LeastPeople = 5;

    /// <summary>The two figures on gaps need this many organisations that rated, and as many pairs that rated each other.</summary>
    public const int LeastForGaps = 5;

    /// <summary>The steps from an end, of all people together, within which no number is shown: one person's most, and one more.</summary>
    const int NearAnEnd = Scale.Highest - Scale.Lowest + 1;

    /// <summary>What an organisation may see of what the others said about it.</summary>
    /// <param name="hasPower">Whether it leads the contract or holds the money: then it sees nothing but what every rater let it see before rating.</param>
    public static Seen Of(string organisation, IReadOnlyList<Tie> ties, bool hasPower)
    {
        var about = ties.Where(tie => tie.To == organisation && IsRated(tie)).ToList();
        if (hasPower && !about.TrueForAll(tie => tie.ToPower)) return new Seen(null, null);
        return new Seen(
            Average([.. about.Where(tie => tie.Trust is not null).Select(tie => (tie, tie.Trust!.Value))]),
            Average([.. about.Where(tie => tie.Heard is not null).Select(tie => (tie, (decimal)tie.Heard!.Value))]));
    }

    /// <summary>The pairs whose raters, all of them and on both sides, said yes before rating.</summary>
    /// <param name="hasPower">Whether an organisation leads the contract or holds the money.</param>
    public static IReadOnlyList<OpenedPair> Opened(IReadOnlyList<Tie> ties, Func<string, bool> hasPower)
    {
        var willing = ties.Where(IsRated).GroupBy(tie => (tie.From, tie.To))
            .Where(side => side.All(tie => tie.Compare && (tie.ToPower || !hasPower(tie.To))))
            .Select(side => side.Key).ToHashSet();
        var trust = TieTrust.Between(ties);
        return
        [
            .. from pair in trust.Keys
               where string.CompareOrdinal(pair.From, pair.To) < 0 && willing.Contains(pair)
               let back = (pair.To, pair.From)
               where willing.Contains(back) && trust.ContainsKey(back)
               orderby pair
               select new OpenedPair(pair.From, pair.To, TieTrust.Tenths(trust[pair]), TieTrust.Tenths(trust[back])),
        ];
    }

    /// <returns>Null where too few rated to hide which pair it is.</returns>
    public static Gaps? GapsOf(IReadOnlyList<Tie> ties)
    {
        var trust = TieTrust.Between(ties);
        var gaps = TieTrust.GapsOf(trust);
        return trust.Keys.DistinctBy(pair => pair.From).Count() >= LeastForGaps && gaps.Pairs >= LeastForGaps ? gaps : null;
    }

    static bool IsRated(Tie tie) => tie.Trust is not null || tie.Heard is not null;

    /// <summary>Each organisation counts once, however many of its people rated.</summary>
    static PairAverage? Average(IReadOnlyList<(Tie Tie, decimal Value)> rated)
    {
        var organisations = rated.GroupBy(one => one.Tie.From).ToList();
        if (rated.Count == 0) return null;
        var all = rated.All(one => one.Tie.Few);
        if (!all && (organisations.Count < LeastOrganisations || rated.Count < LeastPeople)) return null;

        var steps = rated.Sum(one => one.Value - Scale.Lowest);
        var end = all ? NearEnd.No : steps <= NearAnEnd ? NearEnd.Low : (Scale.Highest - Scale.Lowest) * rated.Count - steps <= NearAnEnd ? NearEnd.High : NearEnd.No;
        var mean = organisations.Average(organisation => organisation.Average(one => one.Value));
        return new PairAverage(end == NearEnd.No ? TieTrust.Tenths(mean) : 0, end, rated.Count, organisations.Count);
    }
}

/// <summary>How an organisation is seen by those who rated it; null for what is not shown.</summary>
public sealed record Seen(PairAverage? Trust, PairAverage? Heard)
{
    public bool ShowsAnything => Trust is not null || Heard is not null;
}

/// <param name="Tenths">The mean in tenths, 10 to 50; 0 when only words are given.</param>
/// <param name="People">How many rated.</param>
/// <param name="Organisations">How many organisations they are from.</param>
public sealed record PairAverage(int Tenths, NearEnd End, int People, int Organisations);

/// <summary>Whether a mean is so near an end of the scale that a number would give away what each person said.</summary>
public enum NearEnd { No, Low, High }

/// <summary>Two organisations that let each other see what they said; both in tenths, 10 to 50.</summary>
/// <param name="OneOfOther">What the first said of the second.</param>
public sealed record OpenedPair(string One, string Other, int OneOfOther, int OtherOfOne);
