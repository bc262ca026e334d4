namespace PartnershipBot.Core.Figures;

/// <summary>Draws without putting back: how many of those drawn are of one kind.</summary>
/// <param name="most">The largest number of people there will be.</param>
/// <param name="seed">The same seed draws the same numbers.</param>
sealed class Hypergeometric(int most, int seed)
{
    readonly double[] logFactorials = LogFactorials(most);
    readonly Random random = new(seed);

    /// <param name="people">All there are.</param>
    /// <param name="kind">How many of them are of the kind.</param>
    /// <param name="drawn">How many are drawn.</param>
    public int Next(int people, int kind, int drawn)
    {
        var (lowest, highest) = (Math.Max(0, drawn - (people - kind)), Math.Min(kind, drawn));
        if (lowest == highest) return lowest;

        // From the likeliest number outwards, until the probabilities passed make up what was drawn.
        var mode = Math.Clamp((int)((drawn + 1L) * (kind + 1L) / (people + 2L)), lowest, highest);
        var (down, up) = (mode, mode);
        var below = Probability(people, kind, drawn, mode);
        var above = below;
        var left = random.NextDouble() - below;
        while (left >= 0 && (down > lowest || up < highest))
        {
            if (up < highest)
            {
                above *= (double)(kind - up) * (drawn - up) / ((up + 1.0) * (people - kind - drawn + up + 1.0));
                up++;
                left -= above;
                if (left < 0) return up;
            }
            if (down > lowest)
            {
                below *= down * (people - kind - drawn + (double)down) / ((kind - down + 1.0) * (drawn - down + 1.0));
                down--;
                left -= below;
                if (left < 0) return down;
            }
        }
        return mode;
    }

    double Probability(int people, int kind, int drawn, int number) =>
        Math.Exp(LogChoose(kind, number) + LogChoose(people - kind, drawn - number) - LogChoose(people, drawn));

    double LogChoose(int of, int number) => logFactorials[of] - logFactorials[number] - logFactorials[of - number];

    static double[] LogFactorials(int most)
    {
        var logs = new double[most + 1];
        for (var i = 1; i <= most; i++) logs[i] = logs[i - 1] + Math.Log(i);
        return logs;
    }
}
