using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>The long check-in, page by page.</summary>
public sealed class PagesTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("door")]
    public async Task Fourteen_questions_come_in_four_pages_each_kept_as_it_is_sent_and_end_with_a_list(string channel)
    {
        await using var harbour = await Harbour.OfAsync(5, channel);
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        Assert.Contains(Notes(rhys), note => note.Contains("Harbour Support, who runs this service", StringComparison.Ordinal));
        for (var page = 1; page <= 4; page++)
        {
            Assert.Equal($"Check-in, {page} of 4", rhys.Form!.Title);
            Assert.InRange(Asked(rhys).Count, 2, 4);
            Assert.Equal(4 * (page - 1), await KeptAsync(harbour, rhys));
            await harbour.Script.FillsInAsync(rhys, [.. Asked(rhys).Select(id => (id, "4"))]);
        }
        Assert.Equal(14, await KeptAsync(harbour, rhys));
        Assert.Equal(("Your answers", 4), (rhys.Form!.Title, Notes(rhys).Count(note => note.Contains("Mostly true", StringComparison.Ordinal))));
        Assert.Contains("Partners do what they say they will do. Mostly true", string.Join('\n', Notes(rhys)), StringComparison.Ordinal);
        await harbour.Script.FillsInAsync(rhys, ("go", "done"));
        Assert.Contains("Recorded. You can change it until Tue 1 Dec, 17:00 London.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_can_go_back_and_change_what_was_said()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        await harbour.Script.FillsInAsync(rhys, ("REL1", "2"));
        await harbour.Script.FillsInAsync(rhys, ("ABL1", "5"), ("go", "back"));
        Assert.Equal("Check-in, 1 of 4", rhys.Form!.Title);
        Assert.Equal("2", rhys.Form.Inputs.First().Given);
        Assert.Equal("next", rhys.Form.Inputs.Last().Given);
        await harbour.Script.FillsInAsync(rhys, ("REL1", "3"));
        Assert.Equal("5", rhys.Form!.Inputs.Single(input => input.Id == "ABL1").Given);
        var kept = await harbour.Script.Rounds.ReadAsync((await harbour.RoundAsync()).Id, harbour.MemberId(rhys), Cancel);
        Assert.Equal(("3", "5"), (kept!.Given["REL1"], kept.Given["ABL1"]));
    }

    [Fact]
    public async Task Stopping_keeps_what_was_answered_and_going_on_opens_where_it_stopped()
    {
        await using var harbour = await Harbour.OfAsync(5, "teams");
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        await harbour.Script.FillsInAsync(rhys, [.. Asked(rhys).Select(id => (id, "4"))]);
        await harbour.Script.FillsInAsync(rhys, ("ABL1", "PNA"), ("go", "stop"));
        Assert.Contains("Stopped for now. I kept what you have answered. You can go on until Tue 1 Dec, 17:00 London.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Equal(5, await KeptAsync(harbour, rhys));
        await harbour.Script.PressesAsync(rhys, "Go on");
        Assert.Equal("Check-in, 2 of 4", rhys.Form!.Title);
        Assert.Equal("PNA", rhys.Form.Inputs.Single(input => input.Id == "ABL1").Given);
    }

    [Fact]
    public async Task Who_skips_is_told_how_many_and_may_still_change_a_page()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        for (var page = 1; page <= 4; page++) await harbour.Script.FillsInAsync(rhys, [.. Asked(rhys).Skip(page == 2 ? 2 : 0).Select(id => (id, "4"))]);
        Assert.Contains("You skipped 2. That is fine.", Notes(rhys));
        await harbour.Script.FillsInAsync(rhys, ("go", "2"));
        Assert.Equal("Check-in, 2 of 4", rhys.Form!.Title);
        await harbour.Script.FillsInAsync(rhys, ("ABL1", "1"));
        await harbour.Script.FillsInAsync(rhys);
        await harbour.Script.FillsInAsync(rhys);
        await harbour.Script.FillsInAsync(rhys, ("go", "done"));
        Assert.Contains("Recorded. You skipped 1.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(rhys, "Change");
        Assert.Equal("Your answers", rhys.Form!.Title);
    }

    [Fact]
    public async Task Neither_pages_nor_the_list_leave_a_trace_outside_the_rounds_store()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        var before = (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => !row.Key.StartsWith("seen|", StringComparison.Ordinal)).Select(row => row.Key).ToList();
        await harbour.Script.PressesAsync(rhys, "Answer now");
        for (var page = 1; page <= 4; page++) await harbour.Script.FillsInAsync(rhys, [.. Asked(rhys).Select(id => (id, "4"))]);
        Assert.Equal("Your answers", rhys.Form!.Title);
        Assert.Equal(before, (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => !row.Key.StartsWith("seen|", StringComparison.Ordinal)).Select(row => row.Key));
        Assert.DoesNotContain(await harbour.Script.RowsAsync(harbour.PersonPartition(rhys)), row => row.Key.StartsWith("session|", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("REL1", "6", "next", "REL1")]
    [InlineData("REL1", "4", "somewhere", "go")]
    [InlineData("REL1", "4", "back", "go")]
    public async Task What_a_page_does_not_offer_is_said_beside_it_and_nothing_of_the_page_is_kept(string id, string value, string way, string beside)
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync("full");
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Answer now");
        await harbour.Script.FillsInAsync(rhys, (id, value), ("OPN1", "3"), ("go", way));
        Assert.Equal(beside, Assert.Single(rhys.Errors).InputId);
        Assert.Equal(0, await KeptAsync(harbour, rhys));
    }

    [Fact]
    public async Task A_check_in_left_before_half_of_it_does_not_count()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync("full");
        foreach (var person in harbour.People)
        {
            await harbour.Script.PressesAsync(person, "Answer now");
            await harbour.Script.FillsInAsync(person, [.. Asked(person).Select(id => (id, "4"))]);
            if (person != harbour.People[5]) await harbour.Script.FillsInAsync(person, [.. Asked(person).Select(id => (id, "4")), ("go", "stop")]);
        }
        await harbour.CloseAsync();
        var sealedRows = 0;
        await foreach (var row in harbour.Script.Tables.Main.QueryAsync(Core.Storage.Keys.Sealed(Harbour.Id, (await harbour.RoundAsync()).Id), "item|", "item~", Cancel))
            if (row.Text("item") == "REL1") sealedRows++;
        Assert.Equal(5, sealedRows);
    }

    [Fact]
    public async Task The_preview_shows_the_whole_and_keeps_nothing()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open full");
        Assert.Contains("I'll ask 5 people 14 short questions. It takes about four minutes", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(harbour.Coordinator, "Preview");
        Assert.Equal(PackLibrary.Full.Rated(true).Select(question => question.Id), harbour.Coordinator.Form!.Inputs.Select(input => input.Id));
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("REL1", "5"));
        Assert.Contains("Nothing was kept.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Empty(await harbour.RoundsAsync());
    }

    static List<string> Asked(ScriptPerson who) => [.. who.Form!.Inputs.Select(input => input.Id).Where(id => id != "go")];

    static List<string> Notes(ScriptPerson who) => [.. who.Form!.Elements.OfType<FormNote>().Select(note => note.Text)];

    static async Task<int> KeptAsync(Harbour harbour, ScriptPerson who) =>
        (await harbour.Script.Rounds.ReadAsync((await harbour.RoundAsync()).Id, harbour.MemberId(who), Cancel))?.Given.Count ?? 0;
}
