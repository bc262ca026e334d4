using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>What is sent to the Connector, and what its answers mean.</summary>
public sealed class ChannelTests : IAsyncLifetime
{
    TeamsService service = null!;
    TeamsHost host = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    IChannel Channel => host.Services.GetRequiredService<IChannel>();

    public async ValueTask InitializeAsync()
    {
        service = await TeamsService.StartAsync();
        host = await TeamsHost.StartAsync(service);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_changed_where_it_is_and_keeps_its_id()
    {
        Assert.Equal("1767", await Channel.SendAsync(Hello("a:1sam") with { Replaces = "1767" }, Cancel));
        var sent = Assert.Single(service.Requests);
        Assert.Equal(("PUT", "/connector/v3/conversations/a%3A1sam/activities/1767"), (sent.Method, sent.Target));
    }

    [Fact]
    public async Task The_chat_with_a_person_is_made_once_and_kept()
    {
        Assert.Equal("sent-1", await Channel.SendAsync(Hello("29:1-sam"), Cancel));
        Assert.Equal("sent-2", await Channel.SendAsync(Hello("29:1-sam"), Cancel));
        Assert.Equal(
            ["/connector/v3/conversations", "/connector/v3/conversations/a%3Amade/activities", "/connector/v3/conversations/a%3Amade/activities"],
            service.Requests.Select(request => request.Target));
        var made = service.Requests.First().Body!;
        Assert.Equal(("29:1-sam", TeamsHost.Tenant, false), (made["members"]![0]!["id"]!.GetValue<string>(), made["tenantId"]!.GetValue<string>(), made["isGroup"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData(429, """{"error":{"code":"Throttled","message":"x"}}""", "17", ChannelFault.Busy, "Throttled", 17)]
    [InlineData(412, "", null, ChannelFault.Busy, "Http412", null)]
    [InlineData(503, "<html>no</html>", null, ChannelFault.Unclear, "Http503", null)]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", null, ChannelFault.Unclear, "ServiceError", null)]
    [InlineData(403, """{"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", null, ChannelFault.Gone, "MessageWritesBlocked", null)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", null, ChannelFault.Gone, "ConversationNotFound", null)]
    [InlineData(400, """{"error":{"code":"Sam Reed is not here"}}""", null, ChannelFault.Refused, "Http400", null)]
    [InlineData(413, "[]", null, ChannelFault.Refused, "Http413", null)]
    public async Task An_answer_that_is_no_success_says_what_to_do(int status, string body, string? retryAfter, ChannelFault fault, string code, int? wait)
    {
        await Channel.SendAsync(Hello("a:1sam"), Cancel);
        service.Planned.Enqueue(new ConnectorAnswer(status, body, retryAfter));
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel));
        Assert.Equal((fault, code, wait), (thrown.Fault, thrown.Code, (int?)thrown.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_it_unclear_and_one_that_never_was_does_not()
    {
        await Channel.SendAsync(Hello("a:1sam"), Cancel);
        service.Planned.Enqueue(new ConnectorAnswer(0));
        Assert.Equal(ChannelFault.Unclear, (await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel))).Fault);

        await service.DisposeAsync();
        Assert.Equal(ChannelFault.Busy, (await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel))).Fault);
    }

    [Theory]
    [InlineData(503, "", ChannelFault.Busy)]
    [InlineData(0, "", ChannelFault.Busy)]
    [InlineData(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", ChannelFault.Refused)]
    public async Task A_change_may_be_made_twice_so_it_is_never_unclear(int status, string body, ChannelFault fault)
    {
        service.Planned.Enqueue(new ConnectorAnswer(status, body));
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam") with { Replaces = "1767" }, Cancel));
        Assert.Equal(fault, thrown.Fault);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_got_anew_once()
    {
        service.Planned.Enqueue(new ConnectorAnswer(401));
        Assert.Equal("sent-1", await Channel.SendAsync(Hello("a:1sam"), Cancel));
        Assert.Equal(2, service.TokenReads);

        service.Planned.Enqueue(new ConnectorAnswer(401));
        service.Planned.Enqueue(new ConnectorAnswer(401));
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel));
        Assert.Equal((ChannelFault.Busy, "Unauthorized", true), (thrown.Fault, thrown.Code, thrown.WholeInstallation));
    }

    [Fact]
    public async Task A_token_is_got_once_for_all_who_wait_and_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Channel.SendAsync(Hello($"a:{n}"), Cancel)));
        Assert.Equal(1, service.TokenReads);
    }

    [Fact]
    public async Task Without_a_token_everything_of_the_tenant_waits_and_nothing_is_sent()
    {
        service.TokenStatus = 401;
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel));
        Assert.Equal((ChannelFault.Busy, "NoToken.invalid_client", true), (thrown.Fault, thrown.Code, thrown.WholeInstallation));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        service.Planned.Enqueue(new ConnectorAnswer(307, Location: $"{service.Address}/connector/elsewhere"));
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(Hello("a:1sam"), Cancel));
        Assert.Equal(ChannelFault.Refused, thrown.Fault);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/teams/")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net:8443/teams/")]
    [InlineData("https://user@smba.trafficmanager.net/teams/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    public async Task A_token_goes_to_no_other_host(string address)
    {
        var there = Hello("a:1sam");
        var thrown = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(there with { To = there.To with { ServiceUrl = address } }, Cancel));
        Assert.Equal((ChannelFault.Refused, "ServiceHostNotAllowed"), (thrown.Fault, thrown.Code));
        Assert.Equal(0, service.TokenReads);
    }

    [Fact]
    public async Task The_eighth_message_in_a_second_to_one_conversation_waits_a_moment_and_is_sent()
    {
        for (var n = 0; n < 8; n++) await Channel.SendAsync(Hello("a:1sam"), Cancel);
        Assert.Equal(8, service.Requests.Count);
    }

    [Fact]
    public async Task The_readers_of_a_channel_are_counted_over_all_pages_and_a_guest_is_from_outside()
    {
        service.Planned.Enqueue(new ConnectorAnswer(200, Page("go on", Member("29:1", TeamsHost.Tenant), Member("29:2", TeamsHost.Tenant))));
        service.Planned.Enqueue(new ConnectorAnswer(200, Page(null, Member("29:3", TeamsHost.Tenant, "guest"))));
        var channel = Hello("19:room@thread.tacv2").To with { Kind = ConversationKind.Channel, Thread = "1767" };
        Assert.Equal(new Readers(3, SomeFromOutside: true), await Channel.ReadersAsync(channel, Cancel));
        Assert.Equal(
            ["/connector/v3/conversations/19%3Aroom%40thread.tacv2/pagedmembers?pageSize=500", "/connector/v3/conversations/19%3Aroom%40thread.tacv2/pagedmembers?pageSize=500&continuationToken=go%20on"],
            service.Requests.Select(request => request.Target));

        service.Planned.Enqueue(new ConnectorAnswer(200, Page(null, Member("29:1", TeamsHost.Tenant))));
        Assert.Equal(new Readers(1, SomeFromOutside: false), await Channel.ReadersAsync(channel, Cancel));
        service.Planned.Enqueue(new ConnectorAnswer(403, """{"error":{"code":"BotNotInConversationRoster"}}"""));
        Assert.Null(await Channel.ReadersAsync(channel, Cancel));
    }

    Message Hello(string address) =>
        new(new ConversationReference("teams", $"{TeamsHost.AppId}|{TeamsHost.Tenant}", address, ConversationKind.Personal, service.ServiceUrl), new Card("Hello", [new TextBlock("Hello")]));

    static JsonObject Member(string id, string tenant, string role = "user") => new() { ["id"] = id, ["tenantId"] = tenant, ["userRole"] = role };

    static string Page(string? more, params JsonNode[] members) => new JsonObject { ["continuationToken"] = more, ["members"] = new JsonArray(members) }.ToJsonString();
}
