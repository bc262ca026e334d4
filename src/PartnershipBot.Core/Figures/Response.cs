namespace PartnershipBot.Core.Figures;

/// <summary>Who was heard. The shares are of those who could have answered, 0 to 1; not a number when nobody could.</summary>
/// <param name="Invited">All that were asked.</param>
/// <param name="Paused">Of them, who had paused.</param>
/// <param name="Left">Of them, who left before the end.</param>
/// <param name="Complete">Who answered everything.</param>
/// <param name="Partial">Who answered in part.</param>
/// <param name="Declined">Who said no thanks, which is an answer.</param>
public sealed record Response(int Invited, int Paused, int Left, int Complete, int Partial, int Declined)
{
    public int Eligible => Invited - Paused - Left;

    public double Rate => Share(Complete);

    public double RateWithPartial => Share(Complete + Partial);

    public double HeardFrom => Share(Complete + Partial + Declined);

    public double Silent => 1 - HeardFrom;

    /// <summary>The share of organisations with at least one answer.</summary>
    public static double Coverage(int heard, int organisations) => (double)heard / organisations;

    double Share(int people) => (double)people / Eligible;
}
