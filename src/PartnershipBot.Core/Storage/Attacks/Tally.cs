namespace PartnershipBot.Core.Storage.Attacks;

/// <summary>What one attack got right over all rounds, beside what guessing would have.</summary>
/// <param name="Attack">The way.</param>
/// <param name="Beside">The kind of row that was looked at.</param>
/// <param name="Tried">How many guesses.</param>
/// <param name="Right">How many of them were right, or fitted together.</param>
/// <param name="Limit">What guessing gets right at most, 999 times in 1,000: with some ten attacks, one in a hundred runs is a false alarm.</param>
public sealed record Finding(string Attack, string Beside, int Tried, int Right, double Limit)
{
    public bool IsBetterThanChance => Right > Limit;
}

/// <summary>Adds up guesses that are right by chance now and then.</summary>
sealed class Tally
{
    /// <summary>Of the normal distribution, for one in 1,000.</summary>
    const double Deviations = 3.09;
    int tried, right;
    double expected, variance;

    /// <summary>A column of rows, one of each member, and the guesses of whose each is.</summary>
    public void Whose(IReadOnlyList<string> guesses, IReadOnlyList<string> truth, int members)
    {
        tried += truth.Count;
        for (var i = 0; i < truth.Count; i++)
            if (guesses[i] == truth[i]) right++;
        var chance = (double)truth.Count / members;
        expected += chance;
        variance += chance;
    }

    /// <summary>Values that were put together, and what each should be if they were one person's: beside the same values put together anyhow.</summary>
    public void Fit(IReadOnlyList<(string Found, string Due)> pairs)
    {
        var n = pairs.Count;
        if (n < 2) return;
        tried += n;
        right += pairs.Count(pair => pair.Found == pair.Due);
        var found = pairs.GroupBy(pair => pair.Found, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var due = pairs.GroupBy(pair => pair.Due, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        // The mean and variance of the matches of a random permutation.
        double matches = 0, squares = 0;
        foreach (var (value, count) in due)
        {
            double both = found.GetValueOrDefault(value);
            matches += count * both;
            squares += count * both * (both + count);
        }
        var mean = matches / n;
        expected += mean;
        variance += (matches - squares / n + mean * mean) / (n - 1);
    }

    public Finding As(string attack, string beside) => new(attack, beside, tried, right, expected + Deviations * Math.Sqrt(variance));
}
