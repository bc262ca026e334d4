using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Figures;

/// <summary>What is printed, against a member who knows the rule, everybody's place in the partnership and their own answer.</summary>
public sealed class SuppressionTests
{
    const int Absent = 0;
    const int Skipped = 6;
    static readonly Question Question = new("Q", "", "", new Scale("S", [], "", "", false), Skip.Never);

    [Theory]
    [InlineData(new[] { 4, 5, 2, 4, 3, 4 }, 6, FigureKind.Mean, 37, 0, AgreementWords.Mixed)]
    [InlineData(new[] { 4, 5, 2, 4, 3, 4 }, 8, FigureKind.Mean, 37, 6, AgreementWords.Mixed)]
    [InlineData(new[] { 4, 4, 3, 4 }, 9, FigureKind.TooFew, 0, 0)]
    [InlineData(new[] { 5, 5, 5, 5, 1 }, 5, FigureKind.HighEnd, 0, 0)]
    [InlineData(new[] { 5, 5, 5, 5, 5, 5 }, 6, FigureKind.HighEnd, 0, 0)]
    [InlineData(new[] { 4, 4, 4, 4, 3 }, 5, FigureKind.Mean, 38, 0, AgreementWords.Alike)]
    [InlineData(new[] { 1, 1, 1, 1, 5 }, 5, FigureKind.LowEnd, 0, 0)]
    [InlineData(new[] { 2, 2, 2, 2, 2, 2 }, 6, FigureKind.Mean, 20, 0, AgreementWords.Alike)]
    public void A_number_is_shown_from_five_people_and_away_from_the_ends(
        int[] scores, int asked, FigureKind kind, int tenths, int people, AgreementWords? agreement = null) =>
        Assert.Equal(new Figure(kind, tenths, people, agreement), Suppression.Of([.. scores.Select(score => 12 * score)], asked));

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Nobody_learns_one_other_persons_answer_from_any_result(int asked)
    {
        // For all answers of all people, the first of whom looks: what could each other have answered?
        var possible = new Dictionary<(string Print, int Own), int[]>();
        foreach (var answers in All(asked, Skipped + 1, Absent))
        {
            var key = (Printed(answers, asked), answers[0]);
            if (!possible.TryGetValue(key, out var values)) possible[key] = values = new int[asked];
            for (var other = 1; other < asked; other++) values[other] |= 1 << answers[other];
        }
        Assert.True(possible.Count > 7 * 5);
        Assert.All(possible, seen => Assert.All(seen.Value[1..], values => Assert.True(Bits(values) >= 2, $"{seen.Key} leaves {values:b} alone.")));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Not_even_who_knows_exactly_who_gave_a_score(int people)
    {
        foreach (var looksOn in (bool[])[false, true])
        {
            var possible = new Dictionary<(string Print, int Own), int[]>();
            foreach (var scores in All(people, 5, 1))
            {
                var key = (Printed(scores, people + 2), looksOn ? 0 : scores[0]);
                if (!possible.TryGetValue(key, out var values)) possible[key] = values = new int[people];
                for (var other = looksOn ? 0 : 1; other < people; other++) values[other] |= 1 << scores[other];
            }
            Assert.All(possible, seen => Assert.All(seen.Value[(looksOn ? 0 : 1)..], values => Assert.True(Bits(values) >= 2, $"{seen.Key} leaves {values:b} alone.")));
        }
    }

    [Fact]
    public void Two_answers_that_are_no_score_count_as_none()
    {
        var result = RoundResult.Of([Question], [.. new[] { "4", "4", "3", "DK", "PNA" }.Select(Given)], 5);
        Assert.Equal(FigureKind.TooFew, Assert.Single(result.Figures).Figure.Kind);
        Assert.False(result.ShowsAnything);
        Assert.Equal(0, result.Answered);
    }

    static string Printed(int[] answers, int asked)
    {
        var sorted = answers.Order().ToArray();
        var key = sorted.Aggregate(answers.Length * 100 + asked, (code, value) => code * 7 + value);
        if (Prints.TryGetValue(key, out var print)) return print;
        var given = sorted.Where(value => value != Absent).Select(value => Given(value == Skipped ? Scale.RatherNotValue : ((char)('0' + value)).ToString()));
        return Prints[key] = RoundResult.Of([Question], [.. given], asked).ToJson();
    }

    static readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> Prints = new();

    static Respondent Given(string value) => new("", new Dictionary<string, string> { ["Q"] = value });

    static IEnumerable<int[]> All(int length, int kinds, int first)
    {
        var vector = Enumerable.Repeat(first, length).ToArray();
        while (true)
        {
            yield return vector;
            var at = 0;
            while (at < length && ++vector[at] == first + kinds) vector[at++] = first;
            if (at == length) yield break;
        }
    }

    static int Bits(int values) => System.Numerics.BitOperations.PopCount((uint)values);
}
