namespace PartnershipBot.Core.Figures;

/// <summary>How organisations rate each other, from one to another.</summary>
/// <param name="Ratings">Organisation that rates, organisation that is rated, and the tie's trust, 1 to 5: the mean of its three parts.</param>
public sealed record PairTrust(IReadOnlyDictionary<(string From, string To), double> Ratings)
{
    /// <summary>Of three answers: reliable, open, same aim.</summary>
    const int LeastAnswers = 2;

    /// <summary>An organisation may see what it receives from this many raters on.</summary>
    public const int LeastRaters = 3;

    /// <summary>The two figures of asymmetry need this many organisations that answered, and this many pairs rated both ways.</summary>
    public const int LeastForAsymmetry = 5;

    /// <param name="parts">1 to 5 each; 0 for no answer.</param>
    /// <returns>1 to 5; null with fewer than two answers.</returns>
    public static double? OfTie(params IReadOnlyList<int> parts)
    {
        var given = parts.Where(part => part > 0).ToList();
        return given.Count >= LeastAnswers ? given.Average() : null;
    }

    /// <summary>1 to 5; null without ratings.</summary>
    public double? Average => Ratings.Count > 0 ? Ratings.Values.Average() : null;

    /// <summary>For pairs rated both ways, named in order: what the first gives less what the second gives; -4 to 4.</summary>
    public IReadOnlyDictionary<(string One, string Other), double> Gaps => Ratings
        .Where(tie => string.CompareOrdinal(tie.Key.From, tie.Key.To) < 0 && Ratings.ContainsKey((tie.Key.To, tie.Key.From)))
        .ToDictionary(tie => (tie.Key.From, tie.Key.To), tie => tie.Value - Ratings[(tie.Key.To, tie.Key.From)]);

    /// <summary>How one-sided pairs are; never which.</summary>
    /// <returns>Null without a pair rated both ways.</returns>
    public Asymmetry? Asymmetry
    {
        get
        {
            var gaps = Gaps.Values.Select(Math.Abs).ToList();
            return gaps.Count > 0 ? new Asymmetry(gaps.Count, gaps.Average(), (double)gaps.Count(gap => gap >= 1 - 1e-9) / gaps.Count) : null;
        }
    }

    /// <summary>Whether a coordinator may see <see cref="Asymmetry"/>.</summary>
    public bool ShowsAsymmetry => Ratings.Keys.Select(tie => tie.From).Distinct(StringComparer.Ordinal).Count() >= LeastForAsymmetry && Gaps.Count >= LeastForAsymmetry;

    /// <returns>How many rate it, and their mean, 1 to 5; null when nobody does.</returns>
    public (int Raters, double Mean)? Received(string organisation) => Of(tie => tie.To == organisation);

    /// <returns>How many it rates, and the mean; null when none.</returns>
    public (int Rated, double Mean)? Given(string organisation) => Of(tie => tie.From == organisation);

    (int, double)? Of(Func<(string From, string To), bool> which)
    {
        var ratings = Ratings.Where(tie => which(tie.Key)).Select(tie => tie.Value).ToList();
        return ratings.Count > 0 ? (ratings.Count, ratings.Average()) : null;
    }
}

/// <param name="Pairs">How many are rated both ways.</param>
/// <param name="MeanGap">0 to 4.</param>
/// <param name="WideShare">The share of pairs a point or more apart, 0 to 1.</param>
public sealed record Asymmetry(int Pairs, double MeanGap, double WideShare);
