using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Figures;

public sealed class DimensionScoreTests
{
    static readonly Scale Scale = new("S", [], "", "", false);
    static readonly Question Rel1 = new("REL1", "Reliable", "", Scale, Skip.Never);
    static readonly Question Rel2R = new("REL2R", "Reliable", "", Scale, Skip.Never, Reversed: true);

    /// <summary>Six people of three organisations; two of them skipped one question.</summary>
    static readonly Respondent[] People =
    [
        Person("A", "4", "2"), Person("A", "5", "1"), Person("A", "2", "4"), Person("B", "4", "2"), Person("C", "PNA", "3"), Person("C", "4", "DK"),
    ];

    [Fact]
    public void A_person_scores_the_mean_of_what_they_answered_with_reversed_questions_turned_round() =>
        Assert.Equal([48, 60, 24, 48, 36, 48], Scores());

    [Fact]
    public void A_dimension_is_the_mean_of_people_and_beside_it_of_organisations()
    {
        Assert.Equal(3.6667, DimensionScore.MeanOf(Scores()), 4);
        Assert.Equal(1.0328, Math.Sqrt(Agreement.Of(Scores()).Variance), 4);
        Assert.Equal(3.7222, DimensionScore.MeanOfOrganisationMeans(People.Zip(Scores(), (person, score) => (person.Organisation, score))), 4);
        Assert.Equal(3.6667, DimensionScore.MeanOf(Scores()[..3]), 4);
        Assert.Equal(3.5, DimensionScore.MeanOf(Scores()[4..]), 4);
        Assert.Equal(66.7, DimensionScore.Pomp(DimensionScore.MeanOf(Scores())), 1);
    }

    [Theory]
    [InlineData(new[] { 4, 0 }, 48)]
    [InlineData(new[] { 0, 0 }, null)]
    [InlineData(new[] { 4, 5, 0 }, 54)]
    [InlineData(new[] { 4, 0, 0 }, null)]
    [InlineData(new[] { 4, 4, 5 }, 52)]
    [InlineData(new[] { 1, 2, 2, 2 }, 21)]
    [InlineData(new[] { 3, 3, 3, 3, 4 }, 38)]
    public void Fewer_than_half_of_the_answers_make_no_score(int[] items, int? score) => Assert.Equal(score, DimensionScore.OfPerson(items));

    [Fact]
    public void Percent_of_the_scale_is_not_percent_of_its_top()
    {
        // Published figures of others, turned into ours: 81 % on a scale of 1 to 4, and sums of 35 questions of 1 to 5.
        Assert.Equal(74.7, DimensionScore.Pomp(0.81 * 4, 1, 4), 1);
        Assert.Equal(3.57, 125.1 / 35, 2);
        Assert.Equal(4.03, 141.2 / 35, 2);
        Assert.Equal(64.4, DimensionScore.Pomp(125.1 / 35), 1);
        Assert.Equal(2.33, (141.2 - 125.1) / 6.9, 2);
    }

    static int[] Scores() => [.. People.Select(person => DimensionScore.OfPerson([Rel1, Rel2R], person.Given)!.Value)];

    static Respondent Person(string organisation, string rel1, string rel2) =>
        new(organisation, new Dictionary<string, string> { ["REL1"] = rel1, ["REL2R"] = rel2 });
}
