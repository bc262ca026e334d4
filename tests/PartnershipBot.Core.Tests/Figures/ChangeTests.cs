using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

public sealed class ChangeTests
{
    public static TheoryData<double[], double[], double, double, double, ChangeWords> Rounds => new()
    {
        { [3.0, 3.5, 2.5, 4.0, 3.0, 3.5], [3.5, 4.0, 3.5, 4.0, 4.0, 4.5], 0.6667, 60, 924, ChangeWords.Clear },
        { [4.5, 4.0, 4.0, 3.5, 4.0, 5.0, 4.0], [3.0, 3.5, 2.5, 3.0, 3.5, 4.0], -0.8929, 21, 1716, ChangeWords.Clear },
        { [3, 3, 3, 3, 3], [5, 5, 5, 5, 5], 2, 2, 252, ChangeWords.Clear },
        { [3.0, 4.0, 5.0, 2.0, 3.5], [3.5, 4.0, 4.5, 2.5, 3.0, 4.0], 0.0833, 462, 462, ChangeWords.None },
        { [1, 1, 1, 1], [5, 5, 5, 5], 4, 2, 70, ChangeWords.Possible },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Two_sealed_rounds_are_compared_by_every_way_of_sharing_people_out(double[] then, double[] now, double difference, double count, double of, ChangeWords words)
    {
        var (before, after) = (Twelfths(then), Twelfths(now));
        Assert.Equal(difference, Permutation.Difference(before, after), 4);
        Assert.Equal(new ChanceTest(count, of), Permutation.Between(before, after));
        Assert.Equal(count, Permutation.Between(after, before).Count);
        Assert.Equal(words, Change.Between(before, after));
    }

    [Theory]
    [InlineData(new[] { .5, .5, 1, 0, 1, 1 }, 0.6667, 4, 64, ChangeWords.Clear)]
    [InlineData(new[] { 1, 1, -.5, 1, .5, -1 }, 0.3333, 32, 64, ChangeWords.None)]
    [InlineData(new[] { 1.0, 1, 1, 1 }, 1, 2, 16, ChangeWords.Possible)]
    [InlineData(new[] { 2.0, 2, -1, 1, 1, -1 }, 0.6667, 26, 64, ChangeWords.Possible)]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1 }, 1, 2, 64, ChangeWords.Clear)]
    public void The_same_people_are_compared_by_every_way_their_changes_could_have_gone(double[] differences, double mean, double count, double of, ChangeWords words)
    {
        Assert.Equal(mean, DimensionScore.MeanOf(Twelfths(differences)), 4);
        Assert.Equal(new ChanceTest(count, of), SignFlip.Of(Twelfths(differences)));
        Assert.Equal(words, Change.Paired(Twelfths(differences)));
    }

    [Theory]
    [InlineData(3, 0.25)]
    [InlineData(4, 0.125)]
    [InlineData(5, 0.0625)]
    [InlineData(6, 0.03125)]
    [InlineData(7, 0.015625)]
    [InlineData(8, 0.0078125)]
    [InlineData(9, 0.00390625)]
    [InlineData(10, 0.001953125)]
    public void Few_people_can_never_be_sure(int people, double probability)
    {
        int[] all = [.. Enumerable.Repeat(12, people)];
        Assert.Equal(probability, SignFlip.Of(all).Probability);
        Assert.Equal(people >= 5 ? ChangeWords.Clear : ChangeWords.Possible, Change.Paired(all));
    }

    [Fact]
    public void Half_a_point_is_the_least_that_is_worth_words()
    {
        int[] then = [36, 36, 36, 36, 36, 36];
        Assert.Equal(ChangeWords.Clear, Change.Between(then, [42, 42, 42, 42, 42, 42]));
        Assert.Equal(ChangeWords.None, Change.Between(then, [41, 42, 42, 42, 42, 42]));
        Assert.Equal(ChangeWords.None, Change.Between([], then));
        Assert.Equal(ChangeWords.None, Change.Paired([]));
    }

    [Fact]
    public void Above_two_hundred_people_arrangements_are_drawn_and_agree_with_all_of_them()
    {
        int[] then = [.. Enumerable.Range(0, 100).Select(i => 12 * (2 + i % 4))];
        int[] now = [.. Enumerable.Range(0, 100).Select(i => 12 * (2 + i % 4) + (i % 9 == 0 ? 12 : 0))];
        var exact = Permutation.Between(then, now).Probability;
        Assert.InRange(exact, 0.3, 0.7);

        int[] more = [.. then, 42];
        var drawn = Permutation.Between(more, now);
        Assert.Equal(100_000, drawn.Of);
        Assert.Equal(drawn, Permutation.Between(more, now));
        Assert.InRange(drawn.Probability, exact - 0.05, exact + 0.05);
    }

    [Fact]
    public void Ten_thousand_people_are_compared_in_no_time()
    {
        int[] then = [.. Enumerable.Range(0, 10_000).Select(i => 12 * (1 + i % 5))];
        int[] now = [.. then.Select(score => Math.Min(60, score + 12))];
        Assert.Equal(ChangeWords.Clear, Change.Between(then, now));
    }

    [Fact]
    public void One_persons_change_is_only_just_beyond_noise_at_one_point() => Assert.Equal(0.9917, ReliableChange.Of(0.8, 0.8), 4);

    static int[] Twelfths(double[] scores) => [.. scores.Select(score => (int)(12 * score))];
}
