namespace PartnershipBot.Core.Figures;

/// <summary>What one person said, for their organisation, about a partner.</summary>
/// <param name="From">The organisation of who rated.</param>
/// <param name="To">The organisation that was rated.</param>
/// <param name="Trust">See <see cref="TieTrust.Of"/>; null when too little was answered.</param>
/// <param name="Heard">How far the partner listened, 1 to 5; null when not rated. Never part of the trust.</param>
/// <param name="Compare">Whether both sides may be laid side by side, should the other side say so too.</param>
/// <param name="Few">Whether it may be shown even when few rated.</param>
/// <param name="ToPower">Whether it may be shown to a partner that leads the contract or holds the money.</param>
public sealed record Tie(string Rater, string From, string To, decimal? Trust, int? Heard, bool Compare = false, bool Few = false, bool ToPower = false);

/// <summary>How far one organisation relies on another.</summary>
public static class TieTrust
{
    /// <summary>How many of the three parts have to be rated.</summary>
    const int LeastParts = 2;

    // Thirds have no exact decimals: this is more than their error, and less than any difference that counts.
    const decimal Hair = 0.000_000_001m;

    /// <returns>The mean of the parts that were rated, 1 to 5; null when fewer than two were.</returns>
    public static decimal? Of(int? reliable, int? open, int? sameAim)
    {
        int[] rated = [.. new[] { reliable, open, sameAim }.OfType<int>()];
        return rated.Length < LeastParts ? null : (decimal)rated.Sum() / rated.Length;
    }

    /// <summary>The trust of each organisation in each other: the mean of its people's.</summary>
    public static IReadOnlyDictionary<(string From, string To), decimal> Between(IEnumerable<Tie> ties) =>
        ties.Where(tie => tie.Trust is not null).GroupBy(tie => (tie.From, tie.To)).ToDictionary(group => group.Key, group => group.Average(tie => tie.Trust!.Value));

    /// <returns>In tenths, half up.</returns>
    public static int Tenths(decimal mean) => (int)Math.Floor(mean * 10 + 0.5m + Hair);

    /// <summary>How far the two sides of pairs that rated each other are apart.</summary>
    public static Gaps GapsOf(IReadOnlyDictionary<(string From, string To), decimal> trust)
    {
        decimal[] gaps =
        [
            .. trust.Where(one => string.CompareOrdinal(one.Key.From, one.Key.To) < 0 && trust.ContainsKey((one.Key.To, one.Key.From)))
                .Select(one => Math.Abs(one.Value - trust[(one.Key.To, one.Key.From)])),
        ];
        return gaps.Length == 0 ? new Gaps(0, 0, 0) : new Gaps(gaps.Length, gaps.Average(), (decimal)gaps.Count(gap => gap >= 1 - Hair) / gaps.Length);
    }
}

/// <param name="Pairs">How many pairs rated each other.</param>
/// <param name="Mean">The mean distance between the two sides, 0 to 4.</param>
/// <param name="Wide">The share of pairs with a distance of 1 or more, 0 to 1.</param>
public sealed record Gaps(int Pairs, decimal Mean, decimal Wide);
