namespace PartnershipBot.Core.Figures;

/// <summary>How far one person's score must move to be more than the noise of asking twice (Jacobson and Truax, 1991).</summary>
public static class ReliableChange
{
    /// <summary>Of a normal distribution, the part within 95 %.</summary>
    const double Within95 = 1.96;

    /// <param name="deviation">The standard deviation of scores.</param>
    /// <param name="reliability">0 to 1; an assumption, unless it was measured.</param>
    /// <returns>In the unit of the deviation.</returns>
    public static double Of(double deviation, double reliability) => Within95 * deviation * Math.Sqrt(2) * Math.Sqrt(1 - reliability);
}
