namespace PartnershipBot.Core.Figures;

/// <summary>The unpaired permutation test of a difference of means, two-sided: each person could as well have been in the other round.</summary>
/// <remarks>Exact up to <see cref="MostExact"/> people in both rounds together; above that from <see cref="Draws"/> arrangements, the same ones every time.</remarks>
public static class Permutation
{
    public const int MostExact = 200;
    public const int Draws = 99_999;
    const int Seed = 20_261_124;

    /// <param name="then">Person scores in twelfths of a point; at least one.</param>
    /// <param name="now">Likewise.</param>
    /// <returns>In points of the scale, -4 to 4; above 0 when now is higher.</returns>
    public static double Difference(IReadOnlyCollection<int> then, IReadOnlyCollection<int> now) => DimensionScore.MeanOf(now) - DimensionScore.MeanOf(then);

    /// <param name="then">Person scores in twelfths of a point; at least one.</param>
    /// <param name="now">Likewise.</param>
    public static ChanceTest Between(IReadOnlyList<int> then, IReadOnlyList<int> now)
    {
        // What the smaller round's sum says, the larger one's says too.
        var (few, many) = then.Count <= now.Count ? (then, now) : (now, then);
        var (pool, seen) = Shrink(few, many);
        var total = pool.Sum();
        bool AsFar(long sum) => Math.Abs(sum * pool.Length - (long)total * few.Count) >= Math.Abs((long)seen * pool.Length - (long)total * few.Count);
        return pool.Length <= MostExact ? Exact(pool, few.Count, AsFar) : Drawn(pool, few.Count, AsFar);
    }

    /// <summary>Without what all scores share, so that sums are small.</summary>
    static (int[] Pool, int Seen) Shrink(IReadOnlyList<int> few, IReadOnlyList<int> many)
    {
        int[] pool = [.. few, .. many];
        var lowest = pool.Min();
        var unit = Math.Max(1, pool.Aggregate(0, (divisor, score) => Divisor(divisor, score - lowest)));
        return ([.. pool.Select(score => (score - lowest) / unit)], few.Sum(score => (score - lowest) / unit));
    }

    static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);

    static ChanceTest Exact(int[] pool, int chosen, Func<long, bool> asFar)
    {
        // ways[c][s]: in how many ways c of the people looked at so far sum to s.
        var most = pool.OrderDescending().Take(chosen).Sum();
        var ways = new double[chosen + 1][];
        for (var c = 0; c <= chosen; c++) ways[c] = new double[most + 1];
        ways[0][0] = 1;
        foreach (var score in pool)
            for (var c = chosen; c > 0; c--)
                for (var sum = most; sum >= score; sum--)
                    ways[c][sum] += ways[c - 1][sum - score];
        return new ChanceTest(ways[chosen].Where((_, sum) => asFar(sum)).Sum(), ways[chosen].Sum());
    }

    static ChanceTest Drawn(int[] pool, int chosen, Func<long, bool> asFar)
    {
        // How many of each score are drawn is all that matters of an arrangement.
        var scores = pool.GroupBy(score => score).OrderByDescending(group => group.Count()).Select(group => (Score: group.Key, People: group.Count())).ToArray();
        var draw = new Hypergeometric(pool.Length, Seed);
        var count = 1;
        for (var i = 0; i < Draws; i++)
        {
            var (people, open, sum) = (pool.Length, chosen, 0L);
            foreach (var (score, with) in scores)
            {
                var drawn = draw.Next(people, with, open);
                sum += (long)score * drawn;
                people -= with;
                open -= drawn;
            }
            if (asFar(sum)) count++;
        }
        return new ChanceTest(count, Draws + 1);
    }
}
