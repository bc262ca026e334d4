namespace PartnershipBot.Web.Tests.Drawings;

public sealed class PlayedFlowsTests
{
    [Fact]
    public async Task The_play_asks_for_everything_that_the_bot_answers_to() => Assert.Empty((await PlayedFlows.Once).NeverAsked);

    [Fact]
    public async Task Whatever_somebody_presses_or_sends_no_turn_fails() =>
        Assert.DoesNotContain("A turn failed", (await PlayedFlows.Once).Log, StringComparison.Ordinal);
}
