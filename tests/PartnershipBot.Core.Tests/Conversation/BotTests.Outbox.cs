using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Conversation;

/// <summary>What follows a turn: times that come, messages and their order, what is given up.</summary>
public sealed partial class BotTests
{
    [Fact]
    public async Task A_time_that_comes_happens_once_and_only_then()
    {
        await script.SaysAsync(aoife, "later");
        await script.TimePassesAsync(TimeSpan.FromMinutes(58));
        Assert.Equal("Later.", script.HasSeen(aoife));
        await script.TimePassesAsync(TimeSpan.FromMinutes(3));
        await script.TimePassesAsync(TimeSpan.FromDays(6));
        Assert.Equal("Later.\n---\nIt came.", script.HasSeen(aoife));
        Assert.DoesNotContain(await script.RowsAsync(Own(aoife)), row => row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && row.Text("verb") != "person.silent");
    }

    [Fact]
    public async Task Messages_to_one_conversation_keep_their_order_when_the_first_has_to_wait()
    {
        var refusals = 2;
        script.Slack.Fails = _ => refusals-- > 0 ? new ChannelException(ChannelFault.Busy, "ratelimited", TimeSpan.FromSeconds(30), wholeInstallation: true) : null;
        await script.SaysAsync(aoife, "many");
        await script.TimePassesAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["0", "1", "2", "3", "4"], script.Cards(aoife).Select(Script.Words));
    }

    [Fact]
    public async Task An_answer_comes_before_what_another_partition_says_because_of_it()
    {
        var refusals = 1;
        script.Slack.Fails = _ => refusals-- > 0 ? new ChannelException(ChannelFault.Busy, "ratelimited", TimeSpan.FromSeconds(20)) : null;
        await script.SaysAsync(aoife, "far");
        await script.TimePassesAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("I am asking.\n---\nIt came.", script.HasSeen(aoife));
    }

    [Fact]
    public async Task What_has_to_wait_ten_seconds_does_not_wait_a_minute()
    {
        script.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 30, 5, TimeSpan.Zero));
        var refusals = 1;
        script.Slack.Fails = _ => refusals-- > 0 ? new ChannelException(ChannelFault.Busy, "ratelimited", TimeSpan.FromSeconds(10)) : null;
        await script.SaysAsync(aoife, "count");
        script.Clock.Advance(TimeSpan.FromSeconds(11));
        await script.Pump.SettleAsync(Cancel);
        Assert.Equal("1", script.HasSeen(aoife));
    }

    [Fact]
    public async Task What_the_platform_refuses_is_given_up_and_listed()
    {
        script.Slack.Fails = _ => new ChannelException(ChannelFault.Gone, "account_inactive");
        await script.SaysAsync(aoife, "count");
        var dead = Assert.Single(await script.RowsAsync(Own(aoife)), row => row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal));
        Assert.Equal("account_inactive", dead.Text("code"));
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_given_up_after_twelve_attempts()
    {
        var attempts = 0;
        script.Slack.Fails = _ => { attempts++; return new ChannelException(ChannelFault.Unclear, "timeout"); };
        await script.SaysAsync(aoife, "count");
        await script.TimePassesAsync(TimeSpan.FromDays(1));
        Assert.Equal(12, attempts);
        Assert.Contains(await script.RowsAsync(Own(aoife)), row => row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal));
    }
}
