using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class AnsweringTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_can_be_changed_and_the_last_one_counts()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        var rhys = harbour.People[1];
        await harbour.AnswersAsync(rhys, "5", "PNA");
        await harbour.Script.PressesAsync(rhys, "Change");
        Assert.Equal(["5", "PNA"], rhys.Form!.Inputs.Select(input => input.Given));
        Assert.DoesNotContain(rhys.Form.Elements.OfType<Core.Cards.FormNote>(), note => note.Text.Contains("who runs this service", StringComparison.Ordinal));
        await harbour.Script.FillsInAsync(rhys, ("REL1", "2"));
        Assert.Single(await harbour.OpenRowsAsync(round.Id));
        var answers = await harbour.Script.Rounds.ReadAsync(round.Id, harbour.MemberId(rhys), Cancel);
        Assert.Equal("2", answers!.Given["REL1"]);
        Assert.Equal("PNA", answers.Given["OPN1"]);
    }

    [Fact]
    public async Task Removed_answers_are_gone()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.AnswersAsync(harbour.People[1], "5", "5");
        await harbour.Script.PressesAsync(harbour.People[1], "Remove my answers");
        Assert.Contains("not in this check-in any more", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_kept_once_and_says_the_same()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        var sent = harbour.Script.Filled(rhys, ("REL1", "4"), ("OPN1", "4"));
        var first = await harbour.Script.DoesAsync(rhys, sent, sent.MessageId);
        var row = Assert.Single(await harbour.OpenRowsAsync(round.Id));
        var second = await harbour.Script.DoesAsync(rhys, sent with { Id = "pressed twice" }, sent.MessageId);
        Assert.Equal(Script.Words(Assert.IsType<InvokeResponse.Show>(first).Card), Script.Words(Assert.IsType<InvokeResponse.Show>(second).Card));
        Assert.Equal(row.ETag, Assert.Single(await harbour.OpenRowsAsync(round.Id)).ETag);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("NC")]
    [InlineData("0")]
    [InlineData("4.5")]
    public async Task What_is_not_one_of_the_choices_is_said_beside_the_question(string value)
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        await harbour.Script.FillsInAsync(rhys, ("REL1", value), ("OPN1", "4"));
        Assert.Equal("REL1", Assert.Single(rhys.Errors).InputId);
        Assert.Equal("4", rhys.Form!.Inputs.Single(input => input.Id == "OPN1").Given);
        Assert.Empty(await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id));
    }

    [Fact]
    public async Task A_question_may_be_left_out_and_its_answer_taken_back()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var (rhys, round) = (harbour.People[1], await harbour.RoundAsync());
        await harbour.AnswersAsync(rhys, "4", "");
        Assert.Contains("Recorded. You skipped 1. You can change it until Tue 1 Dec, 17:00 London.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Equal(["REL1"], (await harbour.Script.Rounds.ReadAsync(round.Id, harbour.MemberId(rhys), Cancel))!.Given.Keys);
        await harbour.Script.PressesAsync(rhys, "Change");
        await harbour.Script.FillsInAsync(rhys, ("REL1", ""));
        Assert.Contains("You skipped every question, so nothing is recorded.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task Who_skipped_and_answers_after_all_is_first_told_who_could_see_it()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Skip this time");
        await harbour.Script.PressesAsync(rhys, "Answer now");
        Assert.Contains(rhys.Form!.Elements.OfType<Core.Cards.FormNote>(), note => note.Text.Contains("who runs this service", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_names_another_partnership_is_refused()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (rhys, round) = (harbour.People[1], await harbour.RoundAsync());
        await harbour.Script.PressesAsync(rhys, "Answer now");
        var sent = harbour.Script.Filled(rhys, ("REL1", "4"), ("OPN1", "4")) with { Origin = new Core.Cards.Origin(Keys.Partnership("other")) };
        await harbour.Script.DoesAsync(rhys, sent, sent.MessageId);
        Assert.Contains("That belongs to a partnership you are not in.", harbour.Script.HasSeen(rhys), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task Who_has_left_is_refused()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (rhys, round) = (harbour.People[1], await harbour.RoundAsync());
        await harbour.Script.PressesAsync(rhys, "Answer now");
        var sent = harbour.Script.Filled(rhys, ("REL1", "4"), ("OPN1", "4"));
        await harbour.Script.SaysAsync(rhys, "leave");
        var leave = harbour.Script.Cards(rhys).SelectMany(card => card.Elements).OfType<Core.Cards.ActionSet>().SelectMany(set => set.Actions).OfType<Core.Cards.Button>().Single(button => button.Verb == "leave.yes");
        await harbour.Script.PressesAsync(rhys, leave.Label);
        await harbour.Script.DoesAsync(rhys, sent, sent.MessageId);
        Assert.Contains("That belongs to a partnership you are not in.", harbour.Script.HasSeen(rhys), StringComparison.Ordinal);
        await harbour.Script.DoesAsync(rhys, sent with { Id = "rate", Verb = "checkin.rate", Value = $"{round.Id}|REL1|4" }, null);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task In_the_minute_after_closing_answers_are_refused()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        await harbour.Script.SaysAsync(harbour.Coordinator, "close");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Close for 5 people");
        Assert.Equal(RoundState.Closing, (await harbour.RoundAsync()).State);
        await harbour.Script.FillsInAsync(harbour.People[1], ("REL1", "4"), ("OPN1", "4"));
        Assert.Contains("This check-in has closed. Nothing was changed.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task A_press_from_last_week_changes_nothing_and_says_so()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var press = harbour.Script.Press(harbour.People[1], "Answer now");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.DoesAsync(harbour.People[1], press, press.MessageId);
        Assert.Contains("This check-in has closed. Nothing was changed.", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[3], "answer");
        Assert.Contains("No check-in is open right now.", harbour.Script.Sees(harbour.People[3]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_words_get_a_button_and_never_a_question_in_the_chat()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await harbour.Script.SaysAsync(harbour.People[1], "check-in");
        Assert.Contains("[Open]", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(harbour.People[1], "Open");
        Assert.Equal("checkin.submit", harbour.People[1].Form!.Verb);
    }

    [Fact]
    public async Task Closing_twice_tells_everybody_once()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.Script.SaysAsync(harbour.Coordinator, "close");
        var press = harbour.Script.Press(harbour.Coordinator, "Close for 5 people");
        await harbour.Script.DoesAsync(harbour.Coordinator, press, press.MessageId);
        await harbour.Script.DoesAsync(harbour.Coordinator, press with { Id = "again" }, press.MessageId);
        await harbour.ComesAsync("checkin.end", round.Id);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        foreach (var verb in (string[])["checkin.count", "checkin.forget", "checkin.publish", "checkin.end"]) await harbour.ComesAsync(verb, round.Id);
        foreach (var person in harbour.People)
            Assert.Single(harbour.Script.Cards(person), card => Script.Words(card).StartsWith("What we heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_an_hour_asks_once_more_and_only_whoever_has_not_answered()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (rhys, callum) = (harbour.People[1], harbour.People[2]);
        var twice = harbour.Script.Press(rhys, "In an hour");
        await harbour.Script.DoesAsync(rhys, twice, twice.MessageId);
        await harbour.Script.DoesAsync(rhys, twice with { Id = "again" }, twice.MessageId);
        await harbour.Script.PressesAsync(callum, "In an hour");
        Assert.Contains("I'll ask you again Tue 24 Nov, 10:30 London", harbour.Script.Sees(callum), StringComparison.Ordinal);
        await harbour.AnswersAsync(callum, "4", "4");

        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(2));
        Assert.Equal(2, harbour.Script.Cards(rhys).Count);
        Assert.Contains("[Answer now] [Skip this time] [Pause]", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Single(harbour.Script.Cards(callum));
    }

    [Fact]
    public async Task A_round_of_another_partnership_cannot_be_reached()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await harbour.Script.Tables.Main.CommitAsync(Keys.Partnership("other"),
            [new Change.Put(Round.Begin("rother", "pulse", 1, true, "", harbour.Script.Clock.GetUtcNow(), harbour.Script.Clock.GetUtcNow().AddDays(7)).ToRow())], Cancel);
        await harbour.Script.Rounds.BeginAsync("rother", Cancel);
        await harbour.Script.AsksAsync(harbour.People[1], "checkin.submit", "rother", ("REL1", "4"), ("OPN1", "4"));
        Assert.Contains("Nothing was changed.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync("rother"));
    }
}
