namespace PartnershipBot.Core.Figures;

/// <summary>How far people have come, within one outcome: now less then. A lower number can mean that somebody now feels safe to be honest.</summary>
/// <param name="Median">Of the differences; between the middle two for an even number.</param>
public sealed record Distance(int People, double Median, int Higher, int Same, int Lower)
{
    /// <param name="people">Each person's place then and now, on the same scale; at least one.</param>
    public static Distance Of(params IReadOnlyCollection<(int Then, int Now)> people)
    {
        int[] moved = [.. people.Select(person => person.Now - person.Then).Order()];
        var middle = moved.Length / 2;
        var median = moved.Length % 2 == 1 ? moved[middle] : (moved[middle - 1] + moved[middle]) / 2.0;
        return new Distance(moved.Length, median, moved.Count(by => by > 0), moved.Count(by => by == 0), moved.Count(by => by < 0));
    }
}
