using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>Decides what may be shown, so that nobody who knows their own answer can work out somebody else's.</summary>
/// <remarks>
/// A mean of few people gives their sum away. What one of them can subtract is their own distance from an end of the scale, at most 4 steps.
/// If all together are 6 steps or more from both ends, the others are at least 2 from both, and each of them can have given at least two answers.
/// Up to 5 steps from an end, one sentence is said for all such sums: whoever takes off their own 4 steps at most still has 0 or 1 step to place among the others.
/// This holds also for who knows exactly which people gave a score. What else is told beside a mean, such as how alike the answers are, <see cref="Disclosure"/> looks through.
/// </remarks>
public static class Suppression
{
    /// <summary>No figure from fewer people, wherever a partnership sets no other number.</summary>
    public const int Least = 5;

    /// <summary>The most that a partnership can set.</summary>
    public const int Most = 10;

    /// <summary>A number of people is shown only where at least this many others are not in it.</summary>
    public const int LeastOutside = 2;

    /// <summary>From this many people on a picture of how answers are spread may be drawn.</summary>
    public const int LeastForSpread = 10;

    /// <summary>The steps from an end, of all people together, within which no number is shown: one person's most, and one more.</summary>
    const int NearAnEnd = Scale.Highest - Scale.Lowest + 1;

    /// <param name="scores">In twelfths of a point, 12 to 60 each.</param>
    /// <param name="asked">How many people could have answered; at least as many as did.</param>
    /// <param name="k">No figure from fewer people; 5 to 10.</param>
    public static Figure Of(IReadOnlyCollection<int> scores, int asked, int k = Least)
    {
        var people = scores.Count;
        if (people < k) return Figure.Hidden;
        const int Point = DimensionScore.Parts;
        var sum = scores.Sum();
        var shown = PeopleShown(people, asked);
        if (sum - Scale.Lowest * Point * people <= NearAnEnd * Point) return new Figure(FigureKind.LowEnd, People: shown);
        if (Scale.Highest * Point * people - sum <= NearAnEnd * Point) return new Figure(FigureKind.HighEnd, People: shown);
        return new Figure(FigureKind.Mean, Mean.Tenths(sum, Point * people), shown, Agreement.Of(scores).Words);
    }

    /// <returns>The number, or 0 where it would tell that nobody, or one single person, was outside it.</returns>
    public static int PeopleShown(int people, int asked) => asked - people >= LeastOutside ? people : 0;

    /// <summary>Whether a cut of a round may be shown beside what was shown of it: taking one from the other must not leave a few people.</summary>
    /// <param name="cut">Who is in the cut.</param>
    /// <param name="released">Who is in each set already shown, the whole included.</param>
    public static bool MayCut(IReadOnlySet<string> cut, IEnumerable<IReadOnlySet<string>> released, int k = Least) =>
        cut.Count >= k && released.All(set => FewerCannotBeLeft(set.Count(person => !cut.Contains(person)), k) && FewerCannotBeLeft(cut.Count(person => !set.Contains(person)), k));

    /// <summary>Whether the figures of a closed round may be made and shown again: only when so many answers changed that they hide each other.</summary>
    /// <param name="changed">Answers added, changed, or taken away since.</param>
    public static bool MayIssueAgain(int changed, int k = Least) => FewerCannotBeLeft(changed, k);

    /// <summary>Nobody is left, or enough.</summary>
    static bool FewerCannotBeLeft(int people, int k) => people == 0 || people >= k;

    /// <exception cref="ArgumentOutOfRangeException">k is not 5 to 10.</exception>
    internal static void CheckLeast(int k)
    {
        if (k is < Least or > Most) throw new ArgumentOutOfRangeException(nameof(k), k, $"The least number of people behind a figure must be {Least} to {Most}.");
    }
}
