using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>What the channel makes of each way in which Slack answers.</summary>
public sealed class SlackChannelTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static Message Hello(string address, string installation = SlackHost.Installation) =>
        new(new("slack", installation, address, ConversationKind.Personal), new Card("Hello", [new TextBlock("Hello")]));

    [Theory]
    [InlineData("ratelimited", ChannelFault.Busy)]
    [InlineData("message_limit_exceeded", ChannelFault.Busy)]
    [InlineData("org_login_required", ChannelFault.Busy)]
    [InlineData("account_inactive", ChannelFault.Gone)]
    [InlineData("invalid_auth", ChannelFault.Gone)]
    [InlineData("token_revoked", ChannelFault.Gone)]
    [InlineData("token_expired", ChannelFault.Gone)]
    [InlineData("not_authed", ChannelFault.Gone)]
    [InlineData("channel_not_found", ChannelFault.Gone)]
    [InlineData("is_archived", ChannelFault.Gone)]
    [InlineData("user_not_found", ChannelFault.Gone)]
    [InlineData("internal_error", ChannelFault.Unclear)]
    [InlineData("fatal_error", ChannelFault.Unclear)]
    [InlineData("invalid_blocks", ChannelFault.Refused)]
    [InlineData("missing_scope", ChannelFault.Refused)]
    [InlineData("brand_new_error", ChannelFault.Refused)]
    public async Task Slacks_own_word_decides_what_is_done_next(string error, ChannelFault fault)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", error);
        var refused = await FailsAsync(host, Hello("D1"));
        Assert.Equal((fault, error, fault == ChannelFault.Busy), (refused.Fault, refused.Code, refused.WholeInstallation));
    }

    [Theory]
    [InlineData(429, "{}", ChannelFault.Busy, "http_429", 30)]
    [InlineData(500, "{}", ChannelFault.Unclear, "http_500", null)]
    [InlineData(503, "<html>", ChannelFault.Unclear, "http_503", null)]
    [InlineData(404, "{}", ChannelFault.Refused, "http_404", null)]
    [InlineData(302, "{}", ChannelFault.Refused, "http_302", null)]
    [InlineData(200, "<html>", ChannelFault.Unclear, "not_json", null)]
    [InlineData(200, "{}", ChannelFault.Unclear, "no_error_given", null)]
    [InlineData(200, "[]", ChannelFault.Unclear, "no_error_given", null)]
    public async Task An_answer_that_is_none_decides_too(int status, string body, ChannelFault fault, string code, int? retryAfter)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Answers["chat.postMessage"] = http =>
        {
            http.Response.StatusCode = status;
            if (status == 429) http.Response.Headers.RetryAfter = "30";
            if (status == 302) http.Response.Headers.Location = "/api/elsewhere";
            return Task.FromResult<string?>(body);
        };
        var refused = await FailsAsync(host, Hello("D1"));
        Assert.Equal((fault, code), (refused.Fault, refused.Code));
        Assert.Equal(retryAfter, (int?)refused.RetryAfter?.TotalSeconds);
        Assert.Equal(status == 429, refused.WholeInstallation);
        Assert.Empty(host.Slack.To("elsewhere"));
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_it_unclear_and_one_that_never_was_does_not()
    {
        await using var host = await SlackHost.StartAsync();
        await host.Services.GetRequiredService<IChannel>().SendAsync(Hello("D1"), Cancel);
        host.Slack.Answers["chat.postMessage"] = http =>
        {
            http.Abort();
            return Task.FromResult<string?>(null);
        };
        Assert.Equal((ChannelFault.Unclear, "connection_lost"), Of(await FailsAsync(host, Hello("D1"))));

        await host.Slack.DisposeAsync();
        Assert.Equal((ChannelFault.Busy, "no_connection"), Of(await FailsAsync(host, Hello("D1"))));
    }

    [Fact]
    public async Task A_message_is_changed_where_it_is_and_keeps_its_name()
    {
        await using var host = await SlackHost.StartAsync();
        var channel = host.Services.GetRequiredService<IChannel>();
        var id = await channel.SendAsync(Hello("U0NIA"), Cancel);
        Assert.StartsWith("D0NIA:", id, StringComparison.Ordinal);
        Assert.Equal(id, await channel.SendAsync(Hello("U0NIA") with { Replaces = id }, Cancel));
        var update = Assert.Single(host.Slack.To("chat.update")).Arguments;
        Assert.Equal(id, $"{update["channel"]}:{update["ts"]}");

        host.Slack.Refuse("chat.update", "message_not_found");
        Assert.Equal((ChannelFault.Refused, "message_not_found"), Of(await FailsAsync(host, Hello("U0NIA") with { Replaces = id })));
        Assert.Equal((ChannelFault.Refused, "not_a_message_id"), Of(await FailsAsync(host, Hello("U0NIA") with { Replaces = "7" })));
    }

    [Fact]
    public async Task A_profile_has_what_Slack_tells_and_none_where_it_does_not()
    {
        await using var host = await SlackHost.StartAsync();
        var channel = host.Services.GetRequiredService<IChannel>();
        var (who, where) = (new Identity("slack", "T0HARBOUR", "U0NIA"), Hello("D1").To);
        Assert.Equal(new Profile("Nia", "Europe/London", "en-GB"), await channel.ProfileAsync(who, where, Cancel));
        Assert.Equal("true", Assert.Single(host.Slack.To("users.info")).Arguments["include_locale"]!.GetValue<string>());

        host.Slack.Answers["users.info"] = _ => Task.FromResult<string?>("""{"ok":true,"user":{"id":"U0KESHI","is_stranger":true,"profile":{"display_name":"","real_name":"Keshi"}}}""");
        Assert.Equal(new Profile("Keshi", "", ""), await channel.ProfileAsync(who, where, Cancel));
        host.Slack.Refuse("users.info", "user_not_visible");
        Assert.Null(await channel.ProfileAsync(who, where, Cancel));
    }

    [Fact]
    public async Task The_readers_of_a_channel_are_counted_over_all_pages_and_without_the_bot()
    {
        await using var host = await SlackHost.StartAsync();
        var (channel, where) = (host.Services.GetRequiredService<IChannel>(), Hello("C1").To);
        host.Slack.Answers["conversations.info"] = _ => Task.FromResult<string?>("""{"ok":true,"channel":{"id":"C1","is_ext_shared":true}}""");
        host.Slack.Answers["conversations.members"] = http => Task.FromResult<string?>(http.Request.Form["cursor"] == "more"
            ? """{"ok":true,"members":["U4"],"response_metadata":{"next_cursor":""}}"""
            : """{"ok":true,"members":["U1","U2","U0BOT"],"response_metadata":{"next_cursor":"more"}}""");
        Assert.Equal(new Readers(3, SomeFromOutside: true), await channel.ReadersAsync(where, Cancel));

        host.Slack.Refuse("conversations.info", "missing_scope");
        Assert.Null(await channel.ReadersAsync(where, Cancel));
    }

    static Task<ChannelException> FailsAsync(SlackHost host, Message message) =>
        Assert.ThrowsAsync<ChannelException>(() => host.Services.GetRequiredService<IChannel>().SendAsync(message, Cancel));

    static (ChannelFault, string) Of(ChannelException fault) => (fault.Fault, fault.Code);
}
