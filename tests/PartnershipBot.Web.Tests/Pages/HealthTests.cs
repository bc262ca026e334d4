using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Web.Tests.Door;

namespace PartnershipBot.Web.Tests.Pages;

/// <summary>What the service says about itself.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task It_lives_and_is_ready_with_both_channels_off()
    {
        var (status, items) = await AskAsync([]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["works", "works", "works", "missing", "off", "off", "works", "works"], items.Select(item => item.State));
    }

    [Fact]
    public async Task Without_its_store_it_lives_but_is_not_ready_and_says_what_to_do()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel, storeIsDown: true);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var live = await http.GetAsync("/health/live", cancel);
        using var ready = await http.GetAsync("/health/ready", cancel);

        Assert.Equal("{\"status\":\"live\"}", await live.Content.ReadAsStringAsync(cancel));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var store = Read(await ready.Content.ReadAsStringAsync(cancel))[0];
        Assert.Equal("down", store.State);
        Assert.NotEmpty(store.Next);
    }

    [Fact]
    public async Task A_message_that_was_given_up_is_counted()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        var job = new Job("1", TimeProvider.System.GetUtcNow().AddSeconds(30), Job.Send, "person|gone", "", 0,
            new Delivery(null, new ConversationReference("door", "", "nobody", ConversationKind.Personal), new Card("Hello", []), Policy.Replay));
        var etags = await host.Tables.Main.CommitAsync(job.Home, [new Change.Put(job.ToRow())], cancel);
        host.Part<WorkQueue>().Add(new Claim(job.Home, job with { ETag = etags[0] }));
        await host.SettleAsync(cancel);

        using var http = new HttpClient { BaseAddress = host.Address };
        var outbox = Read(await http.GetStringAsync("/health/ready", cancel))[2];
        Assert.Equal("Given up since this process started: 1.", outbox.Say);
        Assert.NotEmpty(outbox.Next);
    }

    [Fact]
    public async Task Public_holidays_that_run_out_are_told_and_stop_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel, clock: new FakeTimeProvider(new DateTimeOffset(2028, 10, 3, 9, 0, 0, TimeSpan.Zero)));
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync("/health/ready", cancel);
        var holidays = Read(await answer.Content.ReadAsStringAsync(cancel))[6];
        Assert.Equal((HttpStatusCode.OK, "missing"), (answer.StatusCode, holidays.State));
        Assert.Contains("Known until 31 December 2028 only: EnglandAndWales, Scotland, NorthernIreland, Ireland.", holidays.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_outlive_the_closing_of_their_check_in_are_told_in_words()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var (round, said) in ((string, string)[])[("r1", "One check-in began to close"), ("r2", "2 check-ins began to close")])
        {
            var began = host.Part<TimeProvider>().GetUtcNow().AddMinutes(-6);
            await host.Tables.Rounds.CommitAsync(Keys.ClosingRounds, [new Change.Put(new Row(round, new Columns { ["at"] = began }))], cancel);
            var keys = Read(await http.GetStringAsync("/health/ready", cancel))[^1];
            Assert.Equal("late", keys.State);
            Assert.StartsWith(said, keys.Say, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Slack:SigningSecret=s3cret,Slack:BotToken=s3cret", "configured", "off", "")]
    [InlineData("Slack:SigningSecret=s3cret,Slack:ClientId=s3cret,Slack:ClientSecret=s3cret", "configured", "off", "")]
    [InlineData("Slack:SigningSecret=s3cret,Slack:ClientId=s3cret", "incomplete", "off", "Slack:ClientSecret")]
    [InlineData("Slack:BotToken=s3cret", "incomplete", "off", "Slack:SigningSecret")]
    [InlineData("Slack:ApiUrl=https://slack.example/", "off", "off", "")]
    [InlineData("Teams:Bots:0:AppId=s3cret,Teams:Bots:0:TenantId=s3cret,Teams:Bots:0:ClientSecret=s3cret", "off", "configured", "")]
    [InlineData("Teams:Bots:0:AppId=s3cret,Teams:Bots:0:TenantId=s3cret,Teams:Bots:0:ManagedIdentityClientId=s3cret", "off", "configured", "")]
    [InlineData("Teams:Bots:0:AppId=s3cret,Teams:Bots:0:ClientSecret=s3cret", "off", "incomplete", "Teams:Bots:0:TenantId")]
    public async Task A_channel_is_off_configured_or_incomplete(string settings, string slack, string teams, string missing)
    {
        var pairs = settings.Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        var (status, items) = await AskAsync(pairs);

        Assert.Equal((slack, teams), (items[4].State, items[5].State));
        Assert.Equal(missing.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains(missing, string.Join(' ', items.Where(item => item.State == "incomplete").Select(item => item.Next)), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", string.Join(' ', items), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task The_first_page_says_what_this_is_and_leads_to_the_playground_in_development(string environment, bool leads)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel, environment);
        var page = await host.Visitor().GetAsync("/", cancel);
        Assert.Contains("hear the people you serve", page.Words, StringComparison.Ordinal);
        Assert.Equal(leads, page.Html.Contains("/playground", StringComparison.Ordinal));
    }

    static async Task<(HttpStatusCode, IReadOnlyList<Item>)> AskAsync(Dictionary<string, string?> settings)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel, settings: settings);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync("/health/ready", cancel);
        return (answer.StatusCode, Read(await answer.Content.ReadAsStringAsync(cancel)));
    }

    static IReadOnlyList<Item> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => new Item(item.GetProperty("state").GetString()!, item.GetProperty("say").GetString()!, item.GetProperty("next").GetString()!))];
    }

    sealed record Item(string State, string Say, string Next);
}
