using System.Net;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>An invitation's page, over HTTP.</summary>
public sealed class JoinTests : IAsyncLifetime
{
    DoorHost host = null!;

    public async ValueTask InitializeAsync() => host = await DoorHost.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_invitation_shows_what_it_is_and_three_doors()
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await host.Visitor().GetAsync($"/join/{await host.InviteAsync(cancel)}", cancel);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Harbour Homes Together", page.Words, StringComparison.Ordinal);
        Assert.Equal(["I use Slack", "I use Teams", "Neither: answer here"], page.Forms.Select(form => form.Label));
        Assert.DoesNotContain("Harbour", page.Html[..page.Html.IndexOf("</head>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_an_invitation_changes_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = await host.InviteAsync(cancel);
        var visitor = host.Visitor();
        await visitor.GetAsync($"/join/{code}", cancel);

        Assert.Empty(visitor.Cookies);
        Assert.Empty(await host.RowsAsync(Keys.Partnership("p1"), "member|", cancel));
        Assert.Empty(await host.RowsAsync(Keys.Partnership("p1"), "seen|", cancel));
    }

    [Fact]
    public async Task A_door_to_a_chat_answers_without_making_a_person()
    {
        var cancel = TestContext.Current.CancellationToken;
        var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/join/{await host.InviteAsync(cancel)}", cancel);
        var answer = await visitor.PressAsync(page, "I use Slack", cancel);

        Assert.Contains("Open Slack", answer.Words, StringComparison.Ordinal);
        Assert.Empty(answer.SetCookies);
    }

    [Fact]
    public async Task Answering_here_makes_a_page_and_lets_the_person_in()
    {
        var cancel = TestContext.Current.CancellationToken;
        var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/join/{await host.InviteAsync(cancel)}", cancel);
        var joined = await visitor.PressAsync(page, "Neither: answer here", cancel);

        Assert.Contains(DoorFlows.Key, joined.Words, StringComparison.Ordinal);
        var own = joined.Form("Try one question").Action;
        Assert.Matches("^/me/[0-9a-v]{26}$", own);
        Assert.Contains(own, joined.Words, StringComparison.Ordinal);

        var mine = await visitor.GetAsync(own, cancel);
        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Contains("To do now", mine.Words, StringComparison.Ordinal);
        var question = await visitor.PressAsync(joined, "Try one question", cancel);
        Assert.Contains("How easy is it to raise a problem?", question.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joining_pressed_twice_makes_one_member()
    {
        var cancel = TestContext.Current.CancellationToken;
        var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/join/{await host.InviteAsync(cancel)}", cancel);
        var first = await visitor.PressAsync(page, "Neither: answer here", cancel);
        var second = await visitor.PressAsync(page, "Neither: answer here", cancel);

        Assert.Single(await host.RowsAsync(Keys.Partnership("p1"), "member|", cancel));
        Assert.Equal(first.Form("Try one question").Action, second.Form("Try one question").Action);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(second.Form("Try one question").Action, cancel)).Status);
    }

    [Fact]
    public async Task Two_people_with_one_invitation_get_two_pages()
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = await host.InviteAsync(cancel);
        var pages = new HashSet<string>();
        foreach (var visitor in new[] { host.Visitor(), host.Visitor() })
            pages.Add((await visitor.PressAsync(await visitor.GetAsync($"/join/{code}", cancel), "Neither: answer here", cancel)).Form("Try one question").Action);

        Assert.Equal(2, pages.Count);
        Assert.Equal(2, (await host.RowsAsync(Keys.Partnership("p1"), "member|", cancel)).Count);
    }

    [Fact]
    public async Task Every_link_that_opens_nothing_looks_the_same()
    {
        var cancel = TestContext.Current.CancellationToken;
        var expired = await host.InviteAsync(cancel, TimeSpan.FromMinutes(-1));
        var answers = new List<DoorAnswer>();
        foreach (var path in new[] { "/join/ABCDEFGH12", $"/join/{expired}", "/join/x", "/join/%3Cb%3E", "/join/" + new string('a', 300), "/me/0123456789abcdefghijklmnop", "/me/x" })
            answers.Add(await host.Visitor().GetAsync(path, cancel));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Single(answers.Select(answer => answer.Html).Distinct());
        Assert.Contains("ask the person who gave it to you", answers[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_link_leaves_nothing_behind_and_shuts_nobody_out()
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = await host.InviteAsync(cancel);
        for (var i = 0; i < 25; i++)
        {
            var fields = new Dictionary<string, string> { ["_verb"] = "join.here", ["_id"] = $"0123456789abcdef{i}" };
            Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().PostAsync($"/join/WRONG{i:D5}", fields, cancel)).Status);
        }

        var people = new List<string>();
        await foreach (var partition in host.Tables.Main.FindPartitionsAsync(Keys.Profile, Keys.Profile + "~", cancel)) people.Add(partition);
        Assert.Empty(people);
        Assert.Equal(HttpStatusCode.OK, (await host.Visitor().GetAsync($"/join/{code}", cancel)).Status);
    }

    [Fact]
    public async Task An_answer_with_nothing_to_show_leads_back_to_the_invitation()
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = await host.InviteAsync(cancel);
        var answer = await host.Visitor().PostAsync($"/join/{code}", new Dictionary<string, string> { ["_verb"] = "join.nothing", ["_id"] = "0123456789abcdef" }, cancel);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal($"/join/{code}", answer.Location);
    }
}
