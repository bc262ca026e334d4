using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class CheckInTests
{
    [Fact]
    public async Task A_check_in_goes_from_opening_to_the_same_result_for_everybody()
    {
        await using var harbour = await Harbour.OfAsync(6);
        var script = harbour.Script;

        await script.SaysAsync(harbour.Coordinator, "check-in open");
        Assert.Contains("I'll ask 6 people two short questions", script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Contains("it closes Tue 1 Dec, 17:00 London", script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await script.PressesAsync(harbour.Coordinator, "Open for 6 people");
        foreach (var person in harbour.People)
            Assert.Contains("[Answer now] [In an hour] [Skip this time] [Pause]", script.HasSeen(person), StringComparison.Ordinal);

        string[] scores = ["4", "5", "3", "4", "2", "3"];
        foreach (var (person, score) in harbour.People.Zip(scores))
        {
            await script.PressesAsync(person, "Answer now");
            Assert.Contains(person.Form!.Elements.OfType<Core.Cards.FormNote>(), note => note.Text.Contains("Harbour Support, who runs this service", StringComparison.Ordinal));
            await script.FillsInAsync(person, ("REL1", score), ("OPN1", "DK"));
            Assert.Contains("Recorded. You can change it until Tue 1 Dec, 17:00 London.", script.Sees(person), StringComparison.Ordinal);
        }

        await script.TimePassesAsync(TimeSpan.FromDays(9));
        var result = script.Cards(harbour.People[1])[^1];
        Assert.Contains("“Partners do what they say they will do.” You said between “partly true” and “mostly true”: 3.5 out of 5, from 5 or more people.", Script.Words(result), StringComparison.Ordinal);
        Assert.Contains("Not shown, because too few people rated it or a figure could give someone away: “It feels safe to raise a problem here.”", Script.Words(result), StringComparison.Ordinal);
        Assert.Contains("Most of you answered.", Script.Words(result), StringComparison.Ordinal);
        foreach (var person in harbour.People)
        {
            Assert.Single(script.Cards(person), card => Script.Words(card) == Script.Words(result));
            await script.SaysAsync(person, "results");
            Assert.Equal(Script.Words(result), script.Sees(person));
        }
    }

    [Fact]
    public async Task The_second_round_asks_what_has_changed_since_the_last()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");
        await harbour.OpenAsync();
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        Assert.Equal(["REL1", "OPN1", "DIR1"], harbour.People[1].Form!.Inputs.Select(input => input.Id));
    }

    [Fact]
    public async Task Four_people_are_told_that_nothing_can_hide_who_said_what()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("There are four of you. I can't hide who said what.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.EndsWith("[Private notes] [Share by name]", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.Coordinator, "checkin.open.yes");
        Assert.Empty(await harbour.RoundsAsync());
    }

    [Fact]
    public async Task A_round_that_has_shrunk_to_four_ends_with_an_honest_line()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        foreach (var person in harbour.People.Take(4)) await harbour.AnswersAsync(person, "3", "3");
        await harbour.Script.SaysAsync(harbour.People[4], "leave");
        await harbour.Script.PressesAsync(harbour.People[4], "Leave");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.SaysAsync(harbour.People[2], "result");
        Assert.Contains("Not enough answers to show safely.", harbour.Script.Sees(harbour.People[2]), StringComparison.Ordinal);
        Assert.DoesNotContain("out of 5", harbour.Script.HasSeen(harbour.People[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_did_not_answer_is_counted_only_where_two_or_more_did_not()
    {
        await using var harbour = await Harbour.OfAsync(8);
        await harbour.OpenAsync();
        foreach (var person in harbour.People.Take(6)) await harbour.AnswersAsync(person, "3", "4");
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[7], "result");
        Assert.Contains("6 of 8 people answered.", harbour.Script.Sees(harbour.People[7]), StringComparison.Ordinal);
        Assert.Contains("You said about “partly true”: 3.0 out of 5, from 6 people.", harbour.Script.Sees(harbour.People[7]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_open_no_card_tells_how_many_have_answered()
    {
        await using var quiet = await Harbour.OfAsync(6);
        await using var busy = await Harbour.OfAsync(6);
        await quiet.OpenAsync();
        await busy.OpenAsync();
        foreach (var person in busy.People.Skip(1)) await busy.AnswersAsync(person, "4", "4");
        foreach (var words in (string[])["open", "close", "result", "preview"])
        {
            await quiet.Script.SaysAsync(quiet.Coordinator, words);
            await busy.Script.SaysAsync(busy.Coordinator, words);
            Assert.Equal(quiet.Script.Sees(quiet.Coordinator), busy.Script.Sees(busy.Coordinator));
        }
    }

    [Fact]
    public async Task Only_a_coordinator_opens_or_closes()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.People[1], "open");
        Assert.Contains("Only a coordinator", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.People[1], "checkin.open.yes");
        await harbour.Script.AsksAsync(harbour.People[1], "checkin.first");
        Assert.Empty(await harbour.RoundsAsync());

        await harbour.OpenAsync();
        await harbour.Script.AsksAsync(harbour.People[1], "checkin.close.yes", (await harbour.RoundAsync()).Id);
        Assert.Equal(RoundState.Open, (await harbour.RoundAsync()).State);
    }

    [Fact]
    public async Task A_double_press_opens_one_round()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        var press = harbour.Script.Press(harbour.Coordinator, "Open for 5 people");
        await harbour.Script.DoesAsync(harbour.Coordinator, press, press.MessageId);
        await harbour.Script.DoesAsync(harbour.Coordinator, press with { Id = "again" }, press.MessageId);
        Assert.Contains("A check-in is open until Tue 1 Dec, 17:00 London.", harbour.Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.RoundAsync();
    }

    [Fact]
    public async Task The_first_round_opens_by_itself_for_five_people_and_only_once()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await harbour.ComesAsync("checkin.first", "");
        Assert.Empty(await harbour.RoundsAsync());

        await harbour.JoinAsync(new ScriptPerson("Sunita", "teams"));
        await harbour.ComesAsync("checkin.first", "");
        await harbour.ComesAsync("checkin.first", "");
        var round = await harbour.RoundAsync();
        Assert.True(round.First);
        Assert.Contains("[Answer now]", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_and_test_keep_nothing()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Preview");
        Assert.Equal(["REL1", "OPN1"], harbour.Coordinator.Form!.Inputs.Select(input => input.Id));
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("REL1", "5"), ("OPN1", "5"));
        Assert.Contains("Nothing was kept.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);

        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Send to me first");
        Assert.Contains("This is a test, to you alone.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.AnswersAsync(harbour.Coordinator, "5", "5");
        Assert.Contains("Nothing was kept.", harbour.Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Empty(harbour.Script.HasSeen(harbour.People[1]));
        Assert.Empty(await harbour.RoundsAsync());
    }

    [Fact]
    public async Task Forty_people_are_asked_and_told_in_pages_once_each()
    {
        await using var harbour = await Harbour.OfAsync(40, "slack");
        await harbour.OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.ComesAsync("checkin.invite", round.Id);
        Assert.Equal(Round.Everyone, (await harbour.RoundAsync()).InvitedTo);
        foreach (var person in harbour.People.Skip(1)) Assert.Single(harbour.Script.Cards(person));

        await harbour.CloseAsync();
        await harbour.ComesAsync("checkin.publish", round.Id);
        foreach (var person in harbour.People.Skip(1))
        {
            Assert.Equal(2, harbour.Script.Cards(person).Count);
            Assert.Contains("This check-in has closed.", Script.Words(harbour.Script.Cards(person)[0]), StringComparison.Ordinal);
            Assert.Contains("What we heard", harbour.Script.Sees(person), StringComparison.Ordinal);
        }
    }
}
