using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>The round that closed before: what it published, and the sealed scores that change is told against.</summary>
/// <param name="Scores">Dimension to person scores, 12 to 60 each, in no order that tells anything.</param>
public sealed record LastRound(RoundResult Result, IReadOnlyDictionary<string, IReadOnlyList<int>> Scores)
{
    /// <returns>Null when the dimension was not asked with the same questions, not shown, or not kept.</returns>
    internal IReadOnlyList<int>? ScoresOf(string dimension, IReadOnlyList<Question> questions) =>
        Find(dimension) is { Figure.IsShown: true } figure && SameSeries(figure, questions) ? Scores.GetValueOrDefault(dimension) : null;

    internal bool HasOther(string dimension, IReadOnlyList<Question> questions) => Find(dimension) is { } figure && !SameSeries(figure, questions);

    DimensionFigure? Find(string dimension) => Result.Dimensions.FirstOrDefault(figure => figure.Dimension == dimension);

    static bool SameSeries(DimensionFigure figure, IReadOnlyList<Question> questions) =>
        figure.Questions.Order(StringComparer.Ordinal).SequenceEqual(questions.Select(question => question.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
