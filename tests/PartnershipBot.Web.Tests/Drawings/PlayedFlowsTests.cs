namespace PartnershipBot.Web.Tests.Drawings;

public sealed class PlayedFlowsTests
{
    /// <summary>These need months, another kind of partnership, or a page: the tests of their flows play them.</summary>
    static readonly string[] Elsewhere =
    [
        "coordinator.tell", "checkin.skipped", "small.occurrence", "waiting.show", "pairs.figures", "pairs.tell", "pairs.forget", "mydata.file", "person.silent",
    ];

    [Fact]
    public async Task The_play_asks_for_everything_that_the_bot_answers_to()
    {
        var missing = (await PlayedFlows.Once).NeverAsked.Except(Elsewhere, StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "Play these too: " + string.Join(' ', missing));
    }

    [Fact]
    public async Task Whatever_somebody_presses_or_sends_no_turn_fails() =>
        Assert.DoesNotContain("A turn failed", (await PlayedFlows.Once).Log, StringComparison.Ordinal);
}
