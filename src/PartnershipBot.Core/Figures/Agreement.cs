namespace PartnershipBot.Core.Figures;

/// <summary>How alike people see a thing: r_wg of James, Demaree and Wolf (1984), against answers spread evenly over five options.</summary>
/// <param name="Variance">Of the sample, over n - 1; 0 for one person.</param>
/// <param name="Raw">1 - variance / 2; at most 1, below 0 when people differ more than chance would.</param>
public sealed record Agreement(double Variance, double Raw)
{
    /// <summary>(5 squared - 1) / 12.</summary>
    const double VarianceOfEvenSpread = 2;

    /// <summary>Bands after LeBreton and Senter (2008), merged into three.</summary>
    const double AlikeFrom = 0.71;
    const double MixedFrom = 0.31;

    /// <summary>0 to 1.</summary>
    public double Rwg => Math.Max(0, Raw);

    public AgreementWords Words => Raw >= AlikeFrom ? AgreementWords.Alike : Raw >= MixedFrom ? AgreementWords.Mixed : AgreementWords.Differently;

    /// <param name="scores">In twelfths of a point, 12 to 60 each; at least one.</param>
    public static Agreement Of(IReadOnlyCollection<int> scores)
    {
        long people = scores.Count, sum = 0, squares = 0;
        foreach (var score in scores)
        {
            sum += score;
            squares += (long)score * score;
        }
        // Whole numbers up to here, so that equal answers have a variance of exactly 0.
        var variance = people > 1 ? (double)(people * squares - sum * sum) / (people * (people - 1) * DimensionScore.Parts * DimensionScore.Parts) : 0;
        return new Agreement(variance, 1 - variance / VarianceOfEvenSpread);
    }
}

public enum AgreementWords
{
    /// <summary>You see this alike.</summary>
    Alike,
    /// <summary>Mixed views.</summary>
    Mixed,
    /// <summary>You see this very differently.</summary>
    Differently,
}
