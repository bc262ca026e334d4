using System.Net;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>A member's own page, over HTTP.</summary>
public sealed class MeTests : IAsyncLifetime
{
    DoorHost host = null!;

    public async ValueTask InitializeAsync() => host = await DoorHost.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_page_asks_for_the_three_words_before_it_shows_anything()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var page = await host.Visitor().GetAsync($"/me/{token}", cancel);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Open", Assert.Single(page.Forms).Label);
        Assert.DoesNotContain("One question about this month", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_words_open_the_page_and_it_stays_open()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();

        Assert.Contains("One question about this month", (await visitor.UnlockAsync(token, cancel)).Words, StringComparison.Ordinal);
        Assert.Contains("One question about this month", (await visitor.GetAsync($"/me/{token}", cancel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_words_are_said_beside_the_field_and_open_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var answer = await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Open", cancel, ("key", "red boat seven"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("These are not your three words.", answer.Words, StringComparison.Ordinal);
        Assert.Contains("value=\"red boat seven\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(visitor.Cookies);
    }

    [Fact]
    public async Task The_eleventh_try_within_an_hour_waits_even_with_the_right_words()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var (other, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Open", cancel, ("key", $"wrong {i}"))).Status);

        var late = await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Open", cancel, ("key", DoorFlows.Key));
        Assert.Equal(HttpStatusCode.TooManyRequests, late.Status);
        Assert.Empty(visitor.Cookies);
        await host.Visitor().UnlockAsync(other, cancel);
    }

    [Fact]
    public async Task One_page_is_posted_to_at_most_thirty_times_a_minute()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
            answers.Add((await host.Visitor().PostAsync($"/me/{token}", new Dictionary<string, string> { ["_verb"] = "ask", ["_id"] = $"0123456789abcdef{i}" }, cancel)).Status);

        Assert.All(answers[..30], status => Assert.Equal(HttpStatusCode.Forbidden, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
    }

    [Fact]
    public async Task A_question_is_opened_answered_and_kept()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var question = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "Answer now", cancel);
        var answer = await visitor.PressAsync(question, "Send", cancel, ("rating", "2"), ("partner", ""), ("why", "More <time>"));

        Assert.Contains("Thank you, recorded.", answer.Words, StringComparison.Ordinal);
        var row = Assert.Single(await host.RowsAsync(Keys.Person(person), DoorFlows.AnswerPrefix, cancel));
        Assert.Equal(("2", "More <time>", "round one"), (row.Text("rating"), row.Text("why"), row.Text("value")));
    }

    [Fact]
    public async Task The_next_page_of_a_form_is_shown_and_sent_as_its_own()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var question = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "Answer now", cancel);
        var next = await visitor.PressAsync(question, "Send", cancel, ("rating", "2"), ("partner", ""), ("why", "the next page"));
        Assert.Contains("Page 2 of 2", next.Words, StringComparison.Ordinal);
        await visitor.PressAsync(next, "Send", cancel, ("rating", "3"), ("partner", ""), ("why", ""));
        Assert.Equal("page two", Assert.Single(await host.RowsAsync(Keys.Person(person), DoorFlows.AnswerPrefix, cancel)).Text("value"));
    }

    [Fact]
    public async Task An_answer_sent_twice_is_kept_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var question = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "Answer now", cancel);
        var first = await visitor.PressAsync(question, "Send", cancel, ("rating", "2"));
        var again = await visitor.PressAsync(question, "Send", cancel, ("rating", "2"));

        Assert.Contains("Thank you, recorded.", first.Words, StringComparison.Ordinal);
        Assert.Contains("Thank you, recorded.", again.Words, StringComparison.Ordinal);
        Assert.Single(await host.RowsAsync(Keys.Person(person), DoorFlows.AnswerPrefix, cancel));
    }

    [Fact]
    public async Task A_mistake_comes_back_with_what_was_written()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var question = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "Answer now", cancel);
        var answer = await visitor.PressAsync(question, "Send", cancel, ("partner", "o7"), ("why", "Because"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<title>Please check", answer.Html, StringComparison.Ordinal);
        Assert.Contains("Please choose one.", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Because</textarea>", answer.Html, StringComparison.Ordinal);
        Assert.Matches("<option[^>]*selected[^>]*>Partner 7", answer.Html);
        Assert.Empty(await host.RowsAsync(Keys.Person(person), DoorFlows.AnswerPrefix, cancel));
    }

    [Fact]
    public async Task A_press_with_nothing_to_show_leads_back_to_the_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var answer = await visitor.PressAsync(await visitor.UnlockAsync(token, cancel), "Skip this time", cancel);

        Assert.Equal((HttpStatusCode.SeeOther, $"/me/{token}"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Locking_the_page_asks_for_the_words_again_and_says_that_a_late_answer_is_lost()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        var page = await visitor.UnlockAsync(token, cancel);
        var question = await visitor.PressAsync(page, "Answer now", cancel);
        await visitor.PressAsync(page, "Lock this page", cancel);

        Assert.Empty(visitor.Cookies);
        var late = await visitor.PressAsync(question, "Send", cancel, ("rating", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.Contains("was not saved", late.Words, StringComparison.Ordinal);
        Assert.NotNull(late.Form("Open"));
        Assert.Empty(await host.RowsAsync(Keys.Person(person), DoorFlows.AnswerPrefix, cancel));
    }

    [Fact]
    public async Task A_person_who_was_forgotten_has_no_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (token, person) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        await visitor.UnlockAsync(token, cancel);
        var profile = (await host.Tables.Main.GetAsync(Keys.Person(person), Keys.Profile, cancel))!;
        await host.Tables.Main.CommitAsync(Keys.Person(person), [new Change.Remove(profile.Key, profile.ETag!)], cancel);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/me/{token}", cancel)).Status);
        Assert.Null(await host.Tables.Main.GetAsync(Keys.Person(person), Keys.Profile, cancel));
    }
}
