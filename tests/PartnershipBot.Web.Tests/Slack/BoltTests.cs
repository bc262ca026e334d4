using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Slack's own framework takes what our pretend Slack sends, and refuses what we refuse.</summary>
public sealed class BoltTests
{
    /// <summary>Not in ASCII, since a signature is over bytes.</summary>
    const string Words = "Siobhán says: ‘grand’ & ready";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bolt_hears_what_the_pretend_Slack_says()
    {
        await using var bolt = await StartAsync();
        using var http = new HttpClient();
        var town = new SlackTown(new SlackTownOptions
        {
            SigningSecret = SlackHost.Secret,
            BotToken = SlackHost.Token,
            People = [new SlackPerson("U01SIOBHAN", "Siobhán Kelly")],
        }, http, new FakeTimeProvider(TimeProvider.System.GetUtcNow()))
        { BotAddress = new Uri($"http://127.0.0.1:{bolt.Port}/"), OwnAddress = new Uri("http://127.0.0.1:1/") };

        Assert.Equal(200, (await town.SaysAsync("U01SIOBHAN", "good morning", Cancel)).Status);
        Assert.Equal(200, (await town.CommandsAsync("U01SIOBHAN", "/partnership", "status now", Cancel)).Status);
        Assert.Equal(200, (await town.OpensHomeAsync("U01SIOBHAN", Cancel)).Status);
        foreach (var heard in (string[])["message: good morning", "command: status now", "home: U01SIOBHAN"])
            await bolt.SaysAsync(heard, Cancel);
    }

    [Theory]
    [InlineData("as it is", true)]
    [InlineData("as old as may be", true)]
    [InlineData("a byte of the body changed", false)]
    [InlineData("a byte added", false)]
    [InlineData("a digit of the signature changed", false)]
    [InlineData("the signature cut short", false)]
    [InlineData("another version", false)]
    [InlineData("another time", false)]
    [InlineData("too old", false)]
    [InlineData("another secret", false)]
    public async Task Bolt_and_we_take_and_refuse_the_same(string how, bool taken)
    {
        await using var bolt = await StartAsync();
        await using var host = await SlackHost.StartAsync();
        using var boltClient = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{bolt.Port}") };
        foreach (var client in (HttpClient[])[boltClient, host.Client])
        {
            using var request = Request(how);
            using var response = await client.SendAsync(request, Cancel);
            Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_signed_the_way_Bolt_checks_it_is_taken_by_us()
    {
        var time = Seconds(0);
        var body = $"payload={Uri.EscapeDataString(Words)}&text={Words}";
        var (code, signature) = await NodeProgram.RunAsync(Script("bolt_signs.mjs"), [SlackHost.Secret, time], Cancel, body);
        Assert.True(code == 0, signature);
        Assert.True(SlackSignature.IsValid(SlackHost.Secret, time, signature.Trim(), Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow()));
        Assert.Equal(signature.Trim(), SlackSignature.Sign(SlackHost.Secret, time, Encoding.UTF8.GetBytes(body)));
        Assert.Equal(signature.Trim(), SlackSigner.Sign(SlackHost.Secret, long.Parse(time, CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(body)));
    }

    static HttpRequestMessage Request(string how)
    {
        var (time, body) = (Seconds(how switch { "as old as may be" => 290, "too old" => 310, _ => 0 }), Encoding.UTF8.GetBytes(SignedPost.Payload("message_im.json").Replace("hello", Words, StringComparison.OrdinalIgnoreCase)));
        var signature = SlackSignature.Sign(how == "another secret" ? "another" : SlackHost.Secret, time, body);
        switch (how)
        {
            case "a byte of the body changed": body[^2] = (byte)'\t'; break;
            case "a byte added": body = [.. body, (byte)' ']; break;
            case "a digit of the signature changed": signature = signature[..^1] + (signature[^1] == '0' ? '1' : '0'); break;
            case "the signature cut short": signature = signature[..^1]; break;
            case "another version": signature = "v1" + signature[2..]; break;
            case "another time": time = Seconds(1); break;
        }
        var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(SignedPost.Json);
        request.Headers.Add(SlackSignature.TimestampHeader, time);
        request.Headers.Add(SlackSignature.SignatureHeader, signature);
        return request;
    }

    static string Seconds(int ago) => (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - ago).ToString(CultureInfo.InvariantCulture);

    static string Script(string name)
    {
        Peers.Require("@slack/bolt");
        return Path.Combine(Peers.Folder, name);
    }

    static Task<ListeningProcess> StartAsync() => NodeProcess.StartAsync(
        Script("bolt_listens.mjs"), port => [$"{port}"], Cancel, environment: new Dictionary<string, string> { ["SLACK_SIGNING_SECRET"] = SlackHost.Secret });
}
