using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Figures;

/// <summary>What is published of one question or dimension: nothing more is kept once a round has closed.</summary>
/// <param name="Tenths">The mean in tenths, 10 to 50; 0 when no number is shown.</param>
/// <param name="People">How many gave a score; 0 when that is not shown or nothing is.</param>
/// <param name="Agreement">Goes with every mean; null without one, and in results made before it was told.</param>
public sealed record Figure(FigureKind Kind, int Tenths = 0, int People = 0, AgreementWords? Agreement = null)
{
    /// <summary>Nothing is told.</summary>
    public static Figure Hidden { get; } = new(FigureKind.TooFew);

    [JsonIgnore]
    public bool IsShown => Kind != FigureKind.TooFew;
}

public enum FigureKind
{
    /// <summary>Not shown: fewer than k gave a score, or what they said could give somebody away. It is not told which.</summary>
    TooFew,
    /// <summary>So near the low end that a number could give somebody away.</summary>
    LowEnd,
    /// <summary>So near the high end that a number could give somebody away.</summary>
    HighEnd,
    /// <summary>A mean.</summary>
    Mean,
}

public sealed record QuestionFigure(string Question, Figure Figure);

/// <summary>What is published of one dimension.</summary>
/// <param name="Dimension">Its heading.</param>
/// <param name="Questions">The ids of its questions: other ids in another round make another series.</param>
/// <param name="Figure">Of the mean of person scores, high for good.</param>
/// <param name="Change">Against the last round; null when the two cannot be compared.</param>
/// <param name="Higher">Whether it is higher than in the last round; false without a change.</param>
/// <param name="NewSeries">Whether the last round asked other questions under this heading.</param>
/// <param name="OrganisationTenths">The mean of organisation means in tenths, 10 to 50; 0 when it is not shown.</param>
public sealed record DimensionFigure(
    string Dimension, IReadOnlyList<string> Questions, Figure Figure, ChangeWords? Change = null, bool Higher = false, bool NewSeries = false, int OrganisationTenths = 0);
