namespace PartnershipBot.Core.Figures;

/// <summary>Means as they are printed: to one decimal, half up.</summary>
public static class Mean
{
    /// <returns>The mean in tenths.</returns>
    public static int Tenths(int sum, int count) => (20 * sum + count) / (2 * count);

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
