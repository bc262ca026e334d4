namespace PartnershipBot.Core.Figures;

/// <summary>Means as they are printed: to one decimal, half up.</summary>
public static class Mean
{
    /// <param name="sum">Not negative.</param>
    /// <param name="count">At least 1.</param>
    /// <returns>The mean in tenths.</returns>
    public static int Tenths(int sum, int count) => Rounded(10 * sum, count);

    /// <summary>A quotient to the nearest whole number, half up.</summary>
    /// <param name="sum">Not negative.</param>
    /// <param name="count">At least 1.</param>
    public static int Rounded(int sum, int count) => (2 * sum + count) / (2 * count);

    /// <summary>The words of a scale that a mean lies at or between: at one within two tenths of it.</summary>
    /// <param name="tenths">10 to 50.</param>
    /// <returns>The same word twice when it lies at one.</returns>
    public static (string Low, string High) Words(int tenths, IReadOnlyList<string> labels)
    {
        var (whole, rest) = Math.DivRem(tenths, 10);
        var low = labels[rest >= 8 ? whole : whole - 1];
        return rest is > 2 and < 8 ? (low, labels[whole]) : (low, low);
    }
}
