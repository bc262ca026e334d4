namespace PartnershipBot.Core.Figures;

/// <summary>The exact sign-flip test: each person's change could as well have gone the other way.</summary>
public static class SignFlip
{
    /// <param name="differences">One a person, whole numbers of any one unit; at least one, at most 1,000 people.</param>
    public static ChanceTest Of(IReadOnlyList<int> differences)
    {
        // patterns[s + most]: how many patterns of signs make the sum s.
        var most = differences.Sum(Math.Abs);
        var patterns = new double[2 * most + 1];
        patterns[most] = 1;
        foreach (var difference in differences)
        {
            var next = new double[patterns.Length];
            for (var at = 0; at < patterns.Length; at++)
            {
                if (patterns[at] is 0) continue;
                next[at + difference] += patterns[at];
                next[at - difference] += patterns[at];
            }
            patterns = next;
        }
        var seen = Math.Abs(differences.Sum());
        return new ChanceTest(patterns.Where((_, at) => Math.Abs(at - most) >= seen).Sum(), Math.Pow(2, differences.Count));
    }
}
