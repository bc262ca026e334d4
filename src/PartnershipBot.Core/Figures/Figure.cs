using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Figures;

/// <summary>What is published of one question: nothing more is kept once a round has closed.</summary>
/// <param name="Tenths">The mean in tenths, 10 to 50; 0 when no number is shown.</param>
/// <param name="People">How many gave a score; 0 when that is not shown or nothing is.</param>
public sealed record Figure(FigureKind Kind, int Tenths = 0, int People = 0)
{
    [JsonIgnore]
    public bool IsShown => Kind != FigureKind.TooFew;
}

public enum FigureKind
{
    /// <summary>Fewer than <see cref="Suppression.Least"/> gave a score.</summary>
    TooFew,
    /// <summary>So near the low end that a number could give somebody away.</summary>
    LowEnd,
    /// <summary>So near the high end that a number could give somebody away.</summary>
    HighEnd,
    /// <summary>A mean.</summary>
    Mean,
}
