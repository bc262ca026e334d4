using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class ResultCardTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(AgreementWords.Alike, "3.5 out of 5, from 6 people. You see this alike.")]
    [InlineData(AgreementWords.Mixed, "3.5 out of 5, from 6 people. Mixed views.")]
    [InlineData(AgreementWords.Differently, "3.5 out of 5, from 6 people. You see this very differently.")]
    public void No_mean_comes_without_how_alike_people_see_it(AgreementWords agreement, string said) =>
        Assert.Contains(said, Pulse(new Figure(FigureKind.Mean, 35, 6, agreement)), StringComparison.Ordinal);

    [Theory]
    [InlineData(ChangeWords.Clear, true, "Clearly higher than last time.")]
    [InlineData(ChangeWords.Clear, false, "Clearly lower than last time.")]
    [InlineData(ChangeWords.Possible, false, "Possibly lower than last time, worth asking about.")]
    [InlineData(ChangeWords.None, false, "No clear change since last time.")]
    public void A_change_is_said_in_words(ChangeWords change, bool higher, string said) =>
        Assert.Contains("Mixed views. " + said, Pulse(Mean, one => one with { Change = change, Higher = higher }), StringComparison.Ordinal);

    [Fact]
    public void Other_words_than_last_time_are_not_compared_and_it_is_said() =>
        Assert.Contains("Asked in other words than last time, so not compared.", Pulse(Mean, one => one with { NewSeries = true }), StringComparison.Ordinal);

    [Fact]
    public void What_is_not_shown_is_named_in_one_line_that_is_true_whatever_the_reason()
    {
        var words = Pulse(Figure.Hidden);
        Assert.Contains("Not shown, because too few people rated it or a figure could give someone away: “Partners do what they say they will do.”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("out of 5", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_long_check_in_has_a_line_for_each_of_its_eight_dimensions_and_says_what_chance_can_do()
    {
        var questions = PackLibrary.Full.Rated(firstRound: true);
        var dimensions = DimensionScore.Group(questions).Select(group => new DimensionFigure(group.Dimension, [.. group.Questions.Select(question => question.Id)], Mean, ChangeWords.None)).ToList();
        Assert.Equal(8, dimensions.Count);
        var alone = dimensions.Where(dimension => dimension.Questions.Count == 1).SelectMany(dimension => dimension.Questions).ToHashSet(StringComparer.Ordinal);
        var result = new RoundResult(8, 6, [.. questions.Select(question => new QuestionFigure(question.Id, alone.Contains(question.Id) ? Mean : Figure.Hidden))], dimensions);
        var words = Draw(result, questions);

        Assert.Contains("\nReliable: 3.5 out of 5, from 6 people. Mixed views. No clear change since last time.\n", words, StringComparison.Ordinal);
        Assert.Equal(8, words.Split("No clear change since last time.").Length - 1);
        Assert.Contains("I compared eight things with last time. One of them may look changed by chance.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Not shown", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_from_before_there_were_dimensions_is_still_drawn() =>
        Assert.Contains("3.5 out of 5, from 6 people.", Draw(new RoundResult(8, 6, [new QuestionFigure("REL1", new Figure(FigureKind.Mean, 35, 6))], []), Reliable), StringComparison.Ordinal);

    static Figure Mean => new(FigureKind.Mean, 35, 6, AgreementWords.Mixed);

    static IReadOnlyList<Question> Reliable => [PackLibrary.Pulse.Rated(firstRound: true)[0]];

    static string Pulse(Figure figure, Func<DimensionFigure, DimensionFigure>? with = null)
    {
        var dimension = new DimensionFigure("Reliable", ["REL1"], figure);
        return Draw(new RoundResult(8, 6, [new QuestionFigure("REL1", figure)], [with?.Invoke(dimension) ?? dimension]), Reliable);
    }

    static string Draw(RoundResult result, IReadOnlyList<Question> questions)
    {
        var round = Round.Begin("r1", "pulse", 1, first: false, "", Now, Now.AddDays(7)) with { State = RoundState.Closed, Result = result.ToJson() };
        var card = ResultCard.Draw(new Reader("en", "Europe/London"), Harbour.Name, round, questions);
        CardLimits.Check(card);
        return Script.Words(card);
    }
}
