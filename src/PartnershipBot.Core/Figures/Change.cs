namespace PartnershipBot.Core.Figures;

/// <summary>Whether something changed between two rounds, in words.</summary>
public static class Change
{
    /// <summary>Half a point: less is not worth words, however sure.</summary>
    public const double LeastDifference = 0.5;

    /// <summary>The probability, by chance alone, of a difference at least as large, up to which a change is called clear.</summary>
    public const double MostChance = 0.10;

    /// <summary>Fewer people than this in either round can never show a clear change.</summary>
    public const int LeastPeople = 5;

    /// <summary>Between two rounds of whose people nothing ties one answer to another.</summary>
    /// <param name="then">Person scores in twelfths of a point, 12 to 60.</param>
    /// <param name="now">Likewise.</param>
    /// <returns><see cref="ChangeWords.None"/> also when either is empty.</returns>
    public static ChangeWords Between(IReadOnlyList<int> then, IReadOnlyList<int> now)
    {
        if (then.Count == 0 || now.Count == 0 || Math.Abs(Permutation.Difference(then, now)) < LeastDifference) return ChangeWords.None;
        return Math.Min(then.Count, now.Count) >= LeastPeople && Permutation.Between(then, now).Probability <= MostChance ? ChangeWords.Clear : ChangeWords.Possible;
    }

    /// <summary>Among the same people, named or linked by their own wish.</summary>
    /// <param name="differences">Now less then of every person, in twelfths of a point.</param>
    /// <returns><see cref="ChangeWords.None"/> also when it is empty.</returns>
    public static ChangeWords Paired(IReadOnlyList<int> differences)
    {
        if (differences.Count == 0 || Math.Abs(DimensionScore.MeanOf(differences)) < LeastDifference) return ChangeWords.None;
        return differences.Count >= LeastPeople && SignFlip.Of(differences).Probability <= MostChance ? ChangeWords.Clear : ChangeWords.Possible;
    }
}

public enum ChangeWords
{
    /// <summary>No clear change.</summary>
    None,
    /// <summary>Possible change, worth asking about.</summary>
    Possible,
    /// <summary>Clear change.</summary>
    Clear,
}

/// <summary>How many arrangements that chance could make differ at least as much as what was seen; ties count.</summary>
/// <param name="Count">At least 1; whole, and exact up to 2 to the power of 53.</param>
/// <param name="Of">All arrangements, or all that were drawn and the one that was seen.</param>
public sealed record ChanceTest(double Count, double Of)
{
    /// <summary>p, two-sided; above 0, at most 1.</summary>
    public double Probability => Count / Of;
}
