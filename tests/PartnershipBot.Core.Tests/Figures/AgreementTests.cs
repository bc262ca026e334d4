using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(new[] { 4, 4, 5, 3, 4, 2 }, 3.6667, 1.0667, 0.4667, 0.4667, AgreementWords.Mixed)]
    [InlineData(new[] { 1, 1, 5, 5, 3, 3 }, 3, 3.2, -0.6, 0, AgreementWords.Differently)]
    [InlineData(new[] { 3, 3, 3, 3, 3, 3 }, 3, 0, 1, 1, AgreementWords.Alike)]
    [InlineData(new[] { 4, 4, 4, 5, 4, 4 }, 4.1667, 0.1667, 0.9167, 0.9167, AgreementWords.Alike)]
    public void The_same_mean_can_hide_opposite_stories(int[] scores, double mean, double variance, double raw, double rwg, AgreementWords words)
    {
        int[] twelfths = [.. scores.Select(score => 12 * score)];
        var agreement = Agreement.Of(twelfths);
        Assert.Equal(mean, DimensionScore.MeanOf(twelfths), 4);
        Assert.Equal(variance, agreement.Variance, 4);
        Assert.Equal(raw, agreement.Raw, 4);
        Assert.Equal(rwg, agreement.Rwg, 4);
        Assert.Equal(words, agreement.Words);
    }

    [Fact]
    public void One_person_agrees_with_themself() => Assert.Equal(1, Agreement.Of([36]).Rwg);
}
