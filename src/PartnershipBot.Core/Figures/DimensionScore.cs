using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What people say of one dimension: the mean of their scores for its questions, reversed ones turned round.</summary>
/// <remarks>A person's score is a whole number of <see cref="Parts"/>ths, so that means of one, two, three or four questions are exact.</remarks>
public static class DimensionScore
{
    /// <summary>One point of the scale.</summary>
    public const int Parts = 12;

    /// <summary>The questions of every dimension, in the order in which the dimensions come.</summary>
    public static IReadOnlyList<(string Dimension, IReadOnlyList<Question> Questions)> Group(IReadOnlyList<Question> questions) =>
        [.. questions.Where(question => question.Scale is not null)
            .GroupBy(question => question.Dimension, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<Question>)[.. group]))];

    /// <returns>1 to 5, a reversed question turned round; 0 when the person gave no score.</returns>
    public static int OfItem(Question question, IReadOnlyDictionary<string, string> given) =>
        given.TryGetValue(question.Id, out var value) && Scale.Score(value) is { } score
            ? question.Reversed ? Turned(score) : score
            : 0;

    /// <summary>A score seen from the other end of the scale.</summary>
    public static int Turned(int score) => Scale.Lowest + Scale.Highest - score;

    /// <param name="items">A person's scores for the questions of the dimension, 1 to 5; 0 for none.</param>
    /// <returns>12 to 60; null when fewer than half of the questions have a score.</returns>
    public static int? OfPerson(IReadOnlyList<int> items)
    {
        var answered = items.Count(item => item > 0);
        return answered > 0 && 2 * answered >= items.Count ? Mean.Rounded(Parts * items.Sum(), answered) : null;
    }

    /// <returns>12 to 60; null when the person scored fewer than half of the questions.</returns>
    public static int? OfPerson(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string> given) =>
        OfPerson([.. questions.Select(question => OfItem(question, given))]);

    /// <param name="scores">12 to 60 each; at least one.</param>
    /// <returns>1 to 5.</returns>
    public static double MeanOf(IReadOnlyCollection<int> scores) => (double)scores.Sum() / (Parts * scores.Count);

    /// <summary>Every organisation as one voice, so that a large one does not drown the small.</summary>
    /// <param name="scores">12 to 60 each, with the person's organisation; at least one.</param>
    /// <returns>1 to 5.</returns>
    public static double MeanOfOrganisationMeans(IEnumerable<(string Organisation, int Score)> scores) =>
        scores.GroupBy(person => person.Organisation, person => person.Score, StringComparer.Ordinal).Average(group => MeanOf([.. group]));

    /// <summary>Percent of the maximum possible (POMP): for charts whose scales must share an axis.</summary>
    /// <param name="mean">Between the ends of the scale.</param>
    /// <returns>0 to 100.</returns>
    public static double Pomp(double mean, double lowest = Scale.Lowest, double highest = Scale.Highest) => 100 * (mean - lowest) / (highest - lowest);
}
