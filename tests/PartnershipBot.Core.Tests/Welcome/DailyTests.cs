using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

/// <summary>Hello, help, home, status, privacy, and what is not understood.</summary>
public sealed class DailyTests : WelcomeScript
{
    [Fact]
    public async Task The_first_hello_is_said_once()
    {
        await Script.AsksAsync(Sam, "welcome");
        Assert.Contains("I'm a bot", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.EndsWith("[Start a partnership] [I have an invitation] [Help]", Script.Sees(Sam), StringComparison.Ordinal);
        await Script.AsksAsync(Sam, "welcome");
        Assert.Contains("Nothing to answer now", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("Hi!")]
    [InlineData("hlep")]
    [InlineData("?")]
    [InlineData("hello there")]
    public async Task Help_is_understood_in_many_ways(string typed)
    {
        await Script.SaysAsync(Sam, typed);
        Assert.Contains("What I can do", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_has_at_most_ten_lines_and_names_people_to_ask_to_members_alone()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "help");
        Assert.InRange(Script.Sees(Maeve).Split('\n').Length, 5, 10);
        Assert.Contains("People to ask in Harbour Homes Together: Maeve.", Script.Sees(Maeve), StringComparison.Ordinal);

        var help = Script.Press(Maeve, "Home") with { From = Sam.Identity, Conversation = Sam.Chat, Reach = Sam.Chat, Verb = "help", MessageId = null, Id = "stranger" };
        await Script.DoesAsync(Sam, help, null);
        Assert.DoesNotContain("Maeve", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fish and *chips*")]
    [InlineData("I wanted to tell you about what happened at the meeting last week, it was not good")]
    public async Task What_is_not_understood_is_not_echoed_and_is_no_dead_end(string typed)
    {
        await Script.SaysAsync(Sam, typed);
        Assert.DoesNotContain(typed, Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("I kept none of it", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(3, Script.Cards(Sam)[^1].Elements.OfType<ActionSet>().Single().Actions.Count);
        Assert.All(await Script.RowsAsync(Keys.Person(PersonId(Sam))), row => Assert.DoesNotContain(row.Columns.Values, value => value is string text && text.Contains(typed, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_coordinators_home_asks_for_a_second_one_from_another_organisation()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "menu");
        Assert.Contains("You need a second coordinator", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.EndsWith("[Open a check-in] [Invite] [Add something] [How we came to be here] [Who sees what] [Help]", Script.Sees(Maeve), StringComparison.Ordinal);

        await AddAsync("Priya", Roles.Coordinator, await InviteAsync(Maeve, Visiting));
        await Script.SaysAsync(Maeve, "home");
        Assert.DoesNotContain("second coordinator", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_check_in_is_the_one_thing_to_do()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await OpenAsync(new DateTimeOffset(2026, 12, 4, 17, 0, 0, TimeSpan.Zero));

        await Script.SaysAsync(Sam, "home");
        Assert.Contains("A check-in is open until Fri 4 Dec, 17:00 London.", Script.Sees(Sam), StringComparison.Ordinal);
        var press = Script.Press(Sam, "Answer now");
        Assert.Equal(("checkin.answer", "r1", "partnership|" + await PartnershipAsync(Sam)), (press.Verb, press.Value, press.Origin!.Home));

        await Script.SaysAsync(Sam, "status");
        Assert.Contains("The open check-in closes Fri 4 Dec, 17:00 London", Script.Sees(Sam), StringComparison.Ordinal);
        await Script.SaysAsync(Sam, "privacy");
        Assert.Contains("Until Fri 4 Dec you can change or remove your ratings.", Script.Sees(Sam), StringComparison.Ordinal);

        await Script.TimePassesAsync(TimeSpan.FromDays(11));
        await Script.SaysAsync(Sam, "home");
        Assert.Contains("Nothing to answer now", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_counts_the_people_of_each_organisation()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.SaysAsync(Sam, "status");
        Assert.Contains("Partners and people: Quayside Homes (1), The Visiting Project (1), Tenants' Group (0)", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("When I write: At about 10:00 London", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_confidentiality_words_name_who_runs_the_service_and_the_limits()
    {
        await Script.SaysAsync(Sam, "privacy");
        Assert.Contains(
            "Your ratings are mixed with others' and shown only when 5 or more people answered. When the round closes we destroy the key, so no one can then match ratings to you. "
            + "Until then, Harbour Support, who runs this service, could in theory look. Your employer's IT may see that you used this bot. In a small group people may guess. "
            + "Pair questions, notes you send and promises are different: each says who sees it.", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("I can subtract my own answer", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("if nobody else changed", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_the_bot_says_once_what_it_does_and_answers_commands_elsewhere()
    {
        var channel = new ConversationReference("slack", "A1|none|T1", "C1", ConversationKind.Channel);
        Script.Slack.Readers["C1"] = new Readers(14, SomeFromOutside: true);
        await Script.DoesAsync(Sam, Script.Typed(Sam, "") with { Type = ActivityType.ConversationUpdate, Verb = "channel.joined", From = null, Reach = null, Conversation = channel }, null);
        Assert.Contains("you answer in private", Script.Words(Script.Slack.At("C1")[^1].Message.Card), StringComparison.Ordinal);
        Assert.EndsWith("About 14 people can read this. Some of them may be from outside.", Script.Words(Script.Slack.At("C1")[^1].Message.Card), StringComparison.Ordinal);

        await Script.DoesAsync(Sam, Script.Typed(Sam, "status") with { Conversation = channel }, null);
        Assert.Contains("Please message me directly", Script.Words(Script.Slack.At("C1")[^1].Message.Card), StringComparison.Ordinal);
        await Script.DoesAsync(Sam, Script.Typed(Sam, "help") with { Conversation = channel }, null);
        Assert.Contains("message me directly: help", Script.Words(Script.Slack.At("C1")[^1].Message.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_names_what_is_there_and_offers_nothing_that_is_not()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "add something");
        Assert.Contains("Check-ins:", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.EndsWith("[Home]", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_never_promises_that_nobody_knows()
    {
        foreach (System.Collections.DictionaryEntry entry in new System.Resources.ResourceManager("PartnershipBot.Core.Flows.Welcome.WelcomeText", typeof(TurnContext).Assembly)
            .GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, true)!)
            Assert.DoesNotContain("anonym", (string)entry.Value!, StringComparison.OrdinalIgnoreCase);
        await Task.CompletedTask;
    }

    async Task OpenAsync(DateTimeOffset closes) => await Script.Tables.Main.CommitAsync("partnership|" + await PartnershipAsync(Maeve),
        [new Change.Put(new Row(Keys.RoundPrefix + "r1", new Columns { ["state"] = "Open", ["closesAt"] = closes }))], TestContext.Current.CancellationToken);
}
