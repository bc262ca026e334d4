using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Web.Teams;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>How many messages go out before the next has to wait, and for how long.</summary>
public sealed class PaceTests
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    readonly TeamsPace pace;

    public PaceTests() => pace = new TeamsPace(clock);

    [Fact]
    public void Seven_a_second_go_to_one_conversation_and_others_are_not_held_up()
    {
        for (var n = 0; n < 7; n++) Assert.Null(pace.Take("app|tenant", "a"));
        Assert.Equal((TimeSpan.FromSeconds(1), false), pace.Take("app|tenant", "a"));
        Assert.Null(pace.Take("app|tenant", "b"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(pace.Take("app|tenant", "a"));
        Assert.Equal((TimeSpan.FromSeconds(1), false), pace.Take("app|tenant", "a"));
    }

    [Fact]
    public void Fifty_a_second_go_to_a_tenant_and_another_tenant_is_not_held_up()
    {
        for (var n = 0; n < 50; n++) Assert.Null(pace.Take("app|tenant", $"c{n}"));
        Assert.Equal((TimeSpan.FromSeconds(1), true), pace.Take("app|tenant", "one more"));
        Assert.Null(pace.Take("app|other", "a"));
    }

    [Fact]
    public void Sixty_in_half_a_minute_go_to_one_conversation()
    {
        for (var n = 0; n < 60; n++)
        {
            Assert.Null(pace.Take("app|tenant", "a"));
            clock.Advance(TimeSpan.FromMilliseconds(300));
        }
        Assert.Equal((TimeSpan.FromSeconds(12), false), pace.Take("app|tenant", "a"));
    }
}
