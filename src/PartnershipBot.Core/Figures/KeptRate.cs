namespace PartnershipBot.Core.Figures;

/// <summary>How many promises were kept, of those that were due. Never told by person or organisation.</summary>
/// <param name="ChangedByAgreement">Not counted as due.</param>
/// <param name="NotYetDue">Nor these.</param>
public sealed record KeptRate(int Made, int ChangedByAgreement, int NotYetDue, int Kept, int Partly)
{
    /// <summary>Of a normal distribution, the part within 95 %.</summary>
    const double Within95 = 1.96;

    public int Due => Made - ChangedByAgreement - NotYetDue;

    public int NotKept => Due - Kept - Partly;

    /// <summary>0 to 1; not a number when nothing was due.</summary>
    public double Rate => (double)Kept / Due;

    /// <summary>0 to 1; not a number when nothing was due.</summary>
    public double RateWithPartly => (double)(Kept + Partly) / Due;

    /// <summary>Wilson's interval of 95 % (1927) around <see cref="Rate"/>; not numbers when nothing was due.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            const double Square = Within95 * Within95;
            double n = Due;
            var middle = (Rate + Square / (2 * n)) / (1 + Square / n);
            var half = Within95 * Math.Sqrt(Rate * (1 - Rate) / n + Square / (4 * n * n)) / (1 + Square / n);
            return (middle - half, middle + half);
        }
    }
}
