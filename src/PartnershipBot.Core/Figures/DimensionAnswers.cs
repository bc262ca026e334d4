using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What people answered to the questions of one dimension; only those who scored at least one.</summary>
/// <param name="Rows">For each person, the scores for the questions, 1 to 5, reversed ones turned round; 0 for none.</param>
/// <param name="Organisations">For each person, the id of the organisation; empty when it is not known.</param>
sealed record DimensionAnswers(int[][] Rows, string[] Organisations)
{
    public static DimensionAnswers Of(IReadOnlyList<Question> questions, IReadOnlyList<Respondent> answers)
    {
        var people = answers.Select(person => (person.Organisation, Row: questions.Select(question => DimensionScore.OfItem(question, person.Given)).ToArray()))
            .Where(person => Array.Exists(person.Row, score => score > 0)).ToList();
        return new DimensionAnswers([.. people.Select(person => person.Row)], [.. people.Select(person => person.Organisation)]);
    }

    public int People => Rows.Length;

    /// <summary>Whoever knows the rules may know one person's answers, their own, or those of everybody in one organisation.</summary>
    public IEnumerable<int[]> Insiders() =>
    [
        .. Enumerable.Range(0, People).Select(person => new[] { person }),
        .. Enumerable.Range(0, People).Where(person => Organisations[person].Length > 0)
            .GroupBy(person => Organisations[person], StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1),
    ];
}
