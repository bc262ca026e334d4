using System.Net;
using System.Text;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Slack;

public sealed class SlackEndpointTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unsigned_request_is_refused_on_every_address_and_leaves_no_row()
    {
        await using var host = await SlackHost.StartAsync();
        foreach (var route in new[] { "events", "interactions", "commands" })
        {
            using var answer = await host.Client.PostAsync($"/slack/{route}", new StringContent(SignedPost.Payload("message_im.json"), Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            using var other = await host.PostAsync(route, Encoding.UTF8.GetBytes(SignedPost.Payload("message_im.json")), SignedPost.Json, secret: "another");
            Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
            using var late = await host.PostAsync(route, Encoding.UTF8.GetBytes(SignedPost.Payload("message_im.json")), SignedPost.Json, ago: TimeSpan.FromSeconds(310));
            Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
            using var early = await host.PostAsync(route, Encoding.UTF8.GetBytes(SignedPost.Payload("message_im.json")), SignedPost.Json, ago: TimeSpan.FromSeconds(-310));
            Assert.Equal(HttpStatusCode.Unauthorized, early.StatusCode);
        }
        await host.SettleAsync();
        Assert.Equal(0, await host.RowsAsync());
        Assert.Empty(host.Slack.Calls);
    }

    [Fact]
    public async Task Without_a_signing_secret_everything_is_refused_and_the_log_says_so_once()
    {
        await using var host = await SlackHost.StartAsync(new Dictionary<string, string?> { ["Slack:SigningSecret"] = "" });
        for (var i = 0; i < 3; i++)
        {
            using var answer = await host.PostAsync("events", Encoding.UTF8.GetBytes(SignedPost.Payload("message_im.json")), SignedPost.Json, secret: " ");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            using var check = await host.CommandAsync("ssl_check=1");
            Assert.Equal(HttpStatusCode.Unauthorized, check.StatusCode);
        }
        Assert.Single(host.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("Slack is off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_being_set_up_gets_its_challenge_back_only_when_signed()
    {
        await using var host = await SlackHost.StartAsync();
        using var signed = await host.EventAsync(SignedPost.Payload("url_verification.json"));
        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        Assert.Equal("9kq2harbour", await signed.Content.ReadAsStringAsync(Cancel));
        using var forged = await host.PostAsync("events", Encoding.UTF8.GetBytes(SignedPost.Payload("url_verification.json")), SignedPost.Json, secret: "another");
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        Assert.DoesNotContain("9kq2harbour", await forged.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssl_check=1&token=x")]
    [InlineData("ssl_check=1&command=%2Fpartnership&text=ask&team_id=T0HARBOUR&api_app_id=A0BRIDGE&user_id=U0NIA&trigger_id=1.2")]
    [InlineData("team_id=T0HARBOUR&api_app_id=A0BRIDGE&user_id=U0NIA&trigger_id=1.2&text=ask&ssl_check=1")]
    public async Task A_certificate_check_is_answered_and_never_acted_on(string form)
    {
        await using var host = await SlackHost.StartAsync();
        using var unsigned = await host.PostAsync("commands", Encoding.UTF8.GetBytes(form), SignedPost.Form, secret: "another");
        using var signed = await host.CommandAsync(form);
        Assert.Equal(HttpStatusCode.OK, unsigned.StatusCode);
        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        Assert.Empty(await signed.Content.ReadAsByteArrayAsync(Cancel));
        await host.SettleAsync();
        Assert.Equal(0, await host.RowsAsync());
    }

    [Theory]
    [InlineData("events")]
    [InlineData("interactions")]
    public async Task A_certificate_check_opens_no_other_address(string route)
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.PostAsync(route, "ssl_check=1&payload={}"u8.ToArray(), SignedPost.Form, secret: "another");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_a_mebibyte_is_read_and_a_longer_one_is_not(bool chunked)
    {
        await using var host = await SlackHost.StartAsync();
        var envelope = SignedPost.Payload("reaction_added.json");
        var longest = Encoding.UTF8.GetBytes(envelope + new string(' ', (1024 * 1024) - Encoding.UTF8.GetByteCount(envelope)));
        using var read = await host.PostAsync("events", longest, SignedPost.Json, chunked: chunked);
        using var refused = await host.PostAsync("events", [.. longest, (byte)' '], SignedPost.Json, chunked: chunked);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Theory]
    [InlineData("events", "application/json", HttpStatusCode.OK)]
    [InlineData("events", "application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("events", "APPLICATION/JSON", HttpStatusCode.OK)]
    [InlineData("events", "application/jsonp", HttpStatusCode.BadRequest)]
    [InlineData("events", "text/plain", HttpStatusCode.BadRequest)]
    [InlineData("events", "application/x-www-form-urlencoded", HttpStatusCode.BadRequest)]
    [InlineData("events", null, HttpStatusCode.BadRequest)]
    [InlineData("interactions", "application/x-www-form-urlencoded", HttpStatusCode.OK)]
    [InlineData("interactions", "application/x-www-form-urlencoded; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("interactions", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("interactions", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    [InlineData("commands", "application/x-www-form-urlencoded;charset=utf-8", HttpStatusCode.OK)]
    [InlineData("commands", "application/json", HttpStatusCode.BadRequest)]
    public async Task A_content_type_that_Slack_does_not_send_is_not_read(string route, string? contentType, HttpStatusCode expected)
    {
        await using var host = await SlackHost.StartAsync();
        var body = route == "events" ? SignedPost.Payload("reaction_added.json") : "foo=bar";
        using var answer = await host.PostAsync(route, Encoding.UTF8.GetBytes(body), contentType);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_down_promises_nothing()
    {
        await using var host = await SlackHost.StartAsync(table: _ => new StoreThatIsDown());
        using var message = await host.EventAsync(SignedPost.Payload("message_im.json"));
        using var press = await host.InteractionAsync(SignedPost.Payload("block_actions_open.json"));
        using var command = await host.CommandAsync(SignedPost.Payload("command.form.txt"));
        using var removed = await host.EventAsync(SignedPost.Payload("app_uninstalled.json"));
        Assert.All([message, press, command, removed], answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Empty(host.Slack.Calls);
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.Client.GetAsync("/slack/events", Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    sealed class StoreThatIsDown : ITable
    {
        public Task ForgetRemnantsAsync(CancellationToken cancel) => throw new StoreUnavailableException("down");

        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancel) => throw new StoreUnavailableException("down");

        public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancel) => AsyncEnumerable.Empty<Row>();

        public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) => throw new StoreUnavailableException("down");

        public IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, CancellationToken cancel) => AsyncEnumerable.Empty<string>();
    }
}
