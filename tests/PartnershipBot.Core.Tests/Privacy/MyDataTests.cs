using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Privacy;

/// <summary>What a person is shown of what is held about them, and of who sees it.</summary>
public sealed class MyDataTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_lists_what_is_held_in_plain_words_and_without_ids()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (script, who) = (harbour.Script, harbour.People[1]);
        await script.PressesAsync(who, "Skip this time");
        await script.PressesAsync(who, "One thing that would help");
        await script.FillsInAsync(who, ("words", "zinc bucket"));
        await script.SaysAsync(who, "my data");
        var words = script.Sees(who);
        Assert.All(
            (string[])["Your name: Rhys", "How I reach you: In Slack", "At about 10:00 London", "Harbour Homes Together: Quayside Homes, member, since Tue 24 November 2026", "Times I asked you: 1", "Private notes: 1", "After that we cannot, because we no longer know which are yours."],
            part => Assert.Contains(part, words, StringComparison.Ordinal));
        Assert.DoesNotContain(harbour.MemberId(who), words, StringComparison.Ordinal);
        Assert.DoesNotContain("zinc bucket", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_is_the_same_for_who_answered_and_who_did_not()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        await harbour.AnswersAsync(harbour.People[1], "4", "2");
        var cards = new List<string>();
        foreach (var who in new[] { harbour.People[1], harbour.People[2] })
        {
            await harbour.Script.SaysAsync(who, "my data");
            cards.Add(harbour.Script.Sees(who).Replace(who.Name, "name", StringComparison.Ordinal));
        }
        Assert.Equal(cards[0], cards[1]);
    }

    [Fact]
    public async Task The_file_holds_the_ratings_of_an_open_check_in_and_its_link_works_once()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (script, who) = (harbour.Script, harbour.People[1]);
        await harbour.AnswersAsync(who, "4", "2");
        await script.SaysAsync(who, "my data");
        await script.PressesAsync(who, "Get a file");
        var links = new DataLinks(script.Tables, script.Ring, script.Clock);
        var token = TokenIn(script, who);
        Assert.True(await links.IsGoodAsync(token, Cancel));
        Assert.True(await links.IsGoodAsync(token, Cancel));
        var person = await links.SpendAsync(token, Cancel);
        Assert.Equal(harbour.PersonPartition(who), "person|" + person);
        Assert.Null(await links.SpendAsync(token, Cancel));

        using var file = JsonDocument.Parse(await FileAsync(script, person!));
        Assert.Equal("Rhys", file.RootElement.GetProperty("name").GetString());
        var partnership = Assert.Single(file.RootElement.GetProperty("partnerships").EnumerateArray());
        Assert.Equal(["2", "4"], partnership.GetProperty("openCheckInRatings").EnumerateArray().Select(rating => rating.GetProperty("rating").GetString()).Order(StringComparer.Ordinal));
        foreach (var other in harbour.People.Where(person => person != who))
            Assert.DoesNotContain(other.Name, file.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_leaves_no_row_out_that_is_kept_for_the_person()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var (script, who) = (harbour.Script, harbour.People[1]);
        // Kinds that this slice does not know.
        var (own, theirs, others) = (new Row("own-note|" + Harbour.Id, new Columns { ["given"] = "zinc" }), new Row($"pair|r1|{harbour.MemberId(who)}|o2", new Columns { ["trust"] = 4L }), new Row($"pair|r1|{harbour.MemberId(harbour.People[2])}|o2", new Columns { ["trust"] = 77L }));
        await script.Tables.Main.CommitAsync(harbour.PersonPartition(who), [new Change.Put(own)], Cancel);
        await script.Tables.Main.CommitAsync(Harbour.Partition, [new Change.Put(theirs), new Change.Put(others)], Cancel);

        using var file = JsonDocument.Parse(await FileAsync(script, harbour.PersonPartition(who)["person|".Length..]));
        var kept = file.RootElement.GetProperty("alsoKept").EnumerateArray().ToLookup(row => row.GetProperty("kind").GetString()!, row => row.GetProperty("what").GetRawText(), StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["budget", "invited", "own-note", "pair"], StringComparer.Ordinal), kept.Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal));
        Assert.Contains("zinc", Assert.Single(kept["own-note"]), StringComparison.Ordinal);
        Assert.DoesNotContain("77", Assert.Single(kept["pair"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_runs_out_and_leaves_nothing_behind()
    {
        await using var harbour = await Harbour.OfAsync(1, "slack");
        var (script, who) = (harbour.Script, harbour.People[0]);
        await script.SaysAsync(who, "my data");
        await script.PressesAsync(who, "Get a file");
        var token = TokenIn(script, who);
        var hash = script.Ring.Hash(DataLinks.Name(token));
        Assert.Single(await script.RowsAsync(Keys.Directory(hash)), row => row.Key == Keys.DataLink(hash));
        await script.TimePassesAsync(TimeSpan.FromMinutes(16));
        Assert.Null(await new DataLinks(script.Tables, script.Ring, script.Clock).SpendAsync(token, Cancel));
        Assert.DoesNotContain(await script.RowsAsync(Keys.Directory(hash)), row => row.Key == Keys.DataLink(hash));
    }

    [Fact]
    public async Task Only_a_page_of_ours_can_ask_for_the_file()
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        await harbour.Script.AsksAsync(harbour.People[1], "mydata.file");
        Assert.IsNotType<InvokeResponse.Give>(harbour.People[1].Answer);
    }

    [Fact]
    public async Task A_turn_reads_no_partition_its_person_is_not_in()
    {
        await using var harbour = await Harbour.OfAsync(1, "slack");
        var other = new Partnership("other", "Next Door", harbour.Script.Clock.GetUtcNow(), [], null);
        await harbour.Script.Tables.Main.CommitAsync(Keys.Partnership("other"), [new Change.Put(other.ToRow())], Cancel);
        var id = harbour.PersonPartition(harbour.Coordinator)["person|".Length..];
        var person = (await harbour.Script.Directory.PersonAsync(id, Cancel))!;
        Assert.NotNull(await OwnRows.OfAsync(harbour.Script.Tables.Main, person, Harbour.Partition, Cancel));
        Assert.Null(await OwnRows.OfAsync(harbour.Script.Tables.Main, person, Keys.Partnership("other"), Cancel));
        // A row that says so is not enough: the partnership has to know them.
        var claims = person.Join(new Membership("other", harbour.MemberId(harbour.Coordinator), "Next Door"), harbour.Script.Clock.GetUtcNow());
        Assert.Null(await OwnRows.OfAsync(harbour.Script.Tables.Main, claims, Keys.Partnership("other"), Cancel));
        Assert.Null(await OwnRows.OfAsync(harbour.Script.Tables.Main, person, Keys.Person("usomebody"), Cancel));
    }

    [Theory]
    [InlineData("what can they see?")]
    [InlineData("who sees what")]
    public async Task What_can_they_see_names_the_host_the_number_and_the_askers_part(string typed)
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.Script.SaysAsync(harbour.Coordinator, typed);
        var words = harbour.Script.Sees(harbour.Coordinator);
        Assert.Contains("when 5 or more people answered", words, StringComparison.Ordinal);
        Assert.Contains("Harbour Support, who runs this service, could in theory look", words, StringComparison.Ordinal);
        Assert.Contains("As a coordinator you also see who has joined.", words, StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[1], typed);
        Assert.Contains("As a member you see the same results", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_are_told_that_nothing_is_shown()
    {
        await using var harbour = await Harbour.OfAsync(4, "slack");
        await harbour.Script.SaysAsync(harbour.People[1], "who sees what");
        Assert.Contains("There are 4 of you, so no figures are shown", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    static string TokenIn(Script script, ScriptPerson who) =>
        script.Cards(who)[^1].Elements.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<Link>().Single().Url.Segments[^1];

    static async Task<string> FileAsync(Script script, string personId) => Assert.IsType<InvokeResponse.Give>(await script.Bot.TurnAsync(new Activity
    {
        Type = ActivityType.Event,
        Id = "page",
        Verb = "mydata.file",
        Conversation = ConversationReference.Clock,
        Origin = new Origin(Keys.Person(personId)),
    }, Cancel)).Json;
}
