using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Conversation;
using static PartnershipBot.Web.Tests.Slack.SignedPost;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Where the token comes from, and when it is forgotten.</summary>
public sealed class SlackInstallationTests
{
    const string OrgWide = "A0BRIDGE|E0COUNCIL|none";

    // The event_time of the payloads.
    static readonly DateTimeOffset Event = DateTimeOffset.FromUnixTimeSeconds(1795500000);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("app_uninstalled.json", SlackHost.Installation)]
    [InlineData("tokens_revoked.json", SlackHost.Installation)]
    [InlineData("app_uninstalled_org_wide.json", OrgWide)]
    public async Task A_removed_app_forgets_its_token_however_often_it_is_told(string file, string id)
    {
        await using var host = await SlackHost.StartAsync();
        var installations = host.Services.GetRequiredService<Installations>();
        await installations.SaveAsync(new Installation("slack", id, "Somewhere", "xoxb-1", "U0BOT", Event.AddDays(-1)), Cancel);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await host.EventAsync(Payload(file));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Null(await installations.FindAsync("slack", id, Cancel));
        }
    }

    [Theory]
    [InlineData("app_uninstalled.json")]
    [InlineData("tokens_revoked.json")]
    public async Task A_removal_that_arrives_after_a_new_installation_is_late(string file)
    {
        await using var host = await SlackHost.StartAsync();
        var installations = host.Services.GetRequiredService<Installations>();
        await installations.SaveAsync(new Installation("slack", SlackHost.Installation, "Somewhere", "xoxb-2", "U0BOT", Event.AddSeconds(1)), Cancel);
        using var answer = await host.EventAsync(Payload(file));
        Assert.Equal("xoxb-2", (await installations.FindAsync("slack", SlackHost.Installation, Cancel))!.Secret);
    }

    [Fact]
    public async Task A_persons_own_token_that_is_withdrawn_does_not_touch_the_bots()
    {
        await using var host = await SlackHost.StartAsync();
        var installations = host.Services.GetRequiredService<Installations>();
        await installations.SaveAsync(new Installation("slack", SlackHost.Installation, "Somewhere", "xoxb-1", "U0BOT", Event.AddDays(-1)), Cancel);
        using var answer = await host.EventAsync(Payload("tokens_revoked_people_only.json"));
        Assert.NotNull(await installations.FindAsync("slack", SlackHost.Installation, Cancel));
    }

    [Fact]
    public async Task The_token_in_the_settings_is_asked_about_once_and_kept_even_when_Slack_was_down_at_first()
    {
        await using var host = await SlackHost.StartAsync();
        var channel = host.Services.GetRequiredService<IChannel>();
        host.Slack.Refuse("auth.test", "ratelimited");
        var busy = await Assert.ThrowsAsync<ChannelException>(() => channel.SendAsync(SlackChannelTests.Hello("D1"), Cancel));
        Assert.Equal(ChannelFault.Busy, busy.Fault);

        host.Slack.Answers.Clear();
        Assert.NotNull(await channel.SendAsync(SlackChannelTests.Hello("D1"), Cancel));
        Assert.NotNull(await channel.SendAsync(SlackChannelTests.Hello("D1"), Cancel));
        Assert.Equal(2, host.Slack.To("auth.test").Count);
    }

    [Fact]
    public async Task A_token_that_was_exchanged_in_the_settings_takes_the_kept_ones_place()
    {
        await using var host = await SlackHost.StartAsync();
        var installations = host.Services.GetRequiredService<Installations>();
        await installations.SaveAsync(new Installation("slack", SlackHost.Installation, "Somewhere", "xoxb-before", "U0BOT", Event), Cancel);
        await host.Services.GetRequiredService<IChannel>().SendAsync(SlackChannelTests.Hello("D1"), Cancel);
        Assert.Equal(SlackHost.Token, Assert.Single(host.Slack.To("chat.postMessage")).Token);
        Assert.Equal(SlackHost.Token, (await installations.FindAsync("slack", SlackHost.Installation, Cancel))!.Secret);
    }

    [Fact]
    public async Task Another_workspace_never_gets_the_token_in_the_settings()
    {
        await using var host = await SlackHost.StartAsync();
        var channel = host.Services.GetRequiredService<IChannel>();
        var gone = await Assert.ThrowsAsync<ChannelException>(() => channel.SendAsync(SlackChannelTests.Hello("D1", "A0BRIDGE|none|T0ELSEWHERE"), Cancel));
        Assert.Equal((ChannelFault.Gone, "not_installed"), (gone.Fault, gone.Code));
        Assert.Empty(host.Slack.To("chat.postMessage"));

        await host.Services.GetRequiredService<Installations>().SaveAsync(new Installation("slack", "A0BRIDGE|none|T0ELSEWHERE", "Elsewhere", "xoxb-elsewhere", "U9", Event), Cancel);
        await channel.SendAsync(SlackChannelTests.Hello("D1", "A0BRIDGE|none|T0ELSEWHERE"), Cancel);
        Assert.Equal("xoxb-elsewhere", Assert.Single(host.Slack.To("chat.postMessage")).Token);
    }
}
