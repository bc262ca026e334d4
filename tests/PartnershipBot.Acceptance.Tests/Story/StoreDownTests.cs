using System.Net;
using System.Text.Json;
using PartnershipBot.Acceptance.Tests.Privacy;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>While the store does not answer nothing is promised, and when it is back what is brought again is done, once.</summary>
public sealed class StoreDownTests
{
    const string SomeCode = "ABCDEFGHJK", SomePage = "abcdefghijklmnopqrstuv0123";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Azurite)]
    public async Task Without_its_store_the_program_runs_and_says_so_and_promises_nothing(StoreKind kind)
    {
        await using var store = await Store.StartAsync(kind, Cancel);
        await store.GoesDownAsync(Cancel);
        await using var bot = await RunningBot.StartAsync(store, Cancel);
        var (siobhan, rhian) = (bot.InSlack("Siobhán Kelly"), bot.InTeams("Rhian Evans"));

        foreach (var answer in await Task.WhenAll(bot.Slack.CommandsAsync("Siobhán Kelly", "/partnership", "help", Cancel), bot.Teams.InstallsAsync("Rhian Evans", Cancel)))
            Assert.Equal(503, answer.Status);
        foreach (var answer in await Task.WhenAll(bot.Slack.SaysAsync("Siobhán Kelly", "hi", Cancel), bot.Teams.SaysAsync("Rhian Evans", "hi", Cancel)))
            Assert.Equal(503, answer.Status);
        await Task.WhenAll(Says503Async(bot, "join/" + SomeCode), Says503Async(bot, "me/" + SomePage), IsNotReadyAsync(bot));
        Assert.Empty(await siobhan.LooksAsync());
        Assert.Empty(await rhian.LooksAsync());

        await store.ComesBackAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bot, "health/ready")).Status);
        await siobhan.RepeatsAsync();
        await siobhan.SeesAsync("What I can do");
        await rhian.RepeatsAsync();
        await rhian.SeesAsync("What I can do");
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(bot, "join/" + SomeCode)).Status);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Azurite)]
    public async Task An_answer_that_could_not_be_kept_is_not_said_to_be_recorded_and_can_be_sent_again(StoreKind kind)
    {
        await using var store = await Store.StartAsync(kind, Cancel);
        await using var bot = await RunningBot.StartAsync(store, Cancel);
        var story = new FivePeople(bot);
        await story.They_join();
        await story.They_are_asked();
        var (siobhan, rhian, bethan) = await story.Three_open_the_form();
        var bethansTab = CheckInStory.KeepsForLater(bethan);

        await store.GoesDownAsync(Cancel);
        var inSlack = await siobhan.TriesToSendAsync("Send", CheckInStory.Lowest);
        var inTeams = await rhian.TriesToSendAsync("Send", CheckInStory.Lowest);
        await bethansTab();
        Assert.Equal((503, 503, HttpStatusCode.ServiceUnavailable), (inSlack.Status, inTeams.Status, bethan.Status));
        await bethan.SeesAsync("We could not reach our store. Nothing was saved.");
        foreach (var member in (Person[])[siobhan, rhian, bethan]) await member.SeesNothingOfAsync("Recorded.");

        await store.ComesBackAsync();
        await siobhan.RepeatsAsync();
        await rhian.RepeatsAsync();
        await bethansTab();
        foreach (var member in (Person[])[siobhan, rhian, bethan]) await member.SeesAsync("Recorded.");
        Assert.Equal(3, (await StoreRows.LinesAsync(bot.Tables.Rounds, Cancel)).Count(row => row.StartsWith("round|", StringComparison.Ordinal)));
    }

    static async Task IsNotReadyAsync(RunningBot bot)
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bot, "health/live")).Status);
        var (status, body) = await AskAsync(bot, "health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        using var said = JsonDocument.Parse(body);
        var store = said.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("name").GetString() == "store");
        Assert.Equal(("down", "It does not answer.", "Check that it runs, and the settings that start with Storage."),
            (store.GetProperty("state").GetString(), store.GetProperty("say").GetString(), store.GetProperty("next").GetString()));
    }

    static async Task Says503Async(RunningBot bot, string page)
    {
        var (status, body) = await AskAsync(bot, page);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("<h1>Please try again in a minute</h1>", body, StringComparison.Ordinal);
    }

    static async Task<(HttpStatusCode Status, string Body)> AskAsync(RunningBot bot, string page)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(bot.Address, page), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
