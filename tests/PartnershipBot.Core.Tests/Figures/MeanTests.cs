using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

public sealed class MeanTests
{
    static readonly string[] Labels = ["one", "two", "three", "four", "five"];

    [Theory]
    [InlineData(new[] { 4, 5, 2, 4, 3, 4 }, 37)]
    [InlineData(new[] { 4, 4, 5, 3, 4, 3 }, 38)]
    [InlineData(new[] { 4, 4, 5, 3, 4, 3, 2 }, 36)]
    [InlineData(new[] { 3, 3, 3, 4 }, 33)]
    [InlineData(new[] { 2, 3, 2, 2 }, 23)]
    public void A_mean_is_rounded_half_up_to_tenths(int[] scores, int tenths) => Assert.Equal(tenths, Mean.Tenths(scores.Sum(), scores.Length));

    [Theory]
    [InlineData(30, "three", "three")]
    [InlineData(32, "three", "three")]
    [InlineData(33, "three", "four")]
    [InlineData(37, "three", "four")]
    [InlineData(38, "four", "four")]
    [InlineData(50, "five", "five")]
    public void A_mean_lies_at_a_word_or_between_two(int tenths, string low, string high) => Assert.Equal((low, high), Mean.Words(tenths, Labels));
}
