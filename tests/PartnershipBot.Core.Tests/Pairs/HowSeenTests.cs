using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Pairs;

public sealed class HowSeenTests
{
    const string Own = "How you are seen";
    const string Joint = "What we heard";

    [Fact]
    public async Task Each_organisation_sees_how_it_is_seen_a_day_before_the_joint_result()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 2), ("tenants", 1));
        var script = town.Script;
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3441");
        await town.CloseAsync();
        foreach (var who in town.Of("homes"))
        {
            Assert.Contains("Partners can rely on you between “about half the time” and “most times”: 3.7 out of 5. From 5 people in 3 organisations.", script.Sees(who), StringComparison.Ordinal);
            Assert.Contains("You listened to them between “never” and “not often”. From 5 people in 3 organisations.", script.Sees(who), StringComparison.Ordinal);
            Assert.Contains("Everybody gets the result of the check-in Wed 25 Nov, 09:31 London.", script.Sees(who), StringComparison.Ordinal);
            Assert.Contains("Only people in Homes see this.", script.Sees(who), StringComparison.Ordinal);
        }
        foreach (var who in town.People) Assert.DoesNotContain(Joint, script.HasSeen(who), StringComparison.Ordinal);
        Assert.Equal((await town.RoundAsync()).ClosedAt + TimeSpan.FromHours(24), (await town.RoundAsync()).PublishAt);
        await script.SaysAsync(town.One("council"), "talk");
        Assert.DoesNotContain("out of 5", script.HasSeen(town.One("council")), StringComparison.Ordinal);
        await script.SaysAsync(town.One("charity"), "result");
        Assert.Contains("Each organisation is seeing first how it is seen. Everybody gets the result Wed 25 Nov, 09:31 London.", script.Sees(town.One("charity")), StringComparison.Ordinal);

        await script.TimePassesAsync(TimeSpan.FromHours(23.8));
        foreach (var who in town.People) Assert.DoesNotContain(Joint, script.HasSeen(who), StringComparison.Ordinal);
        await script.TimePassesAsync(TimeSpan.FromMinutes(15));
        foreach (var who in town.People) Assert.Contains(Joint, script.HasSeen(who), StringComparison.Ordinal);
        await script.SaysAsync(town.One("homes"), "how seen");
        Assert.Contains("3.7 out of 5", script.Sees(town.One("homes")), StringComparison.Ordinal);
        Assert.DoesNotContain("Everybody gets the result", script.Sees(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_has_anything_to_see_the_joint_result_comes_at_once()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 2));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "4444");
        await town.CloseAsync();
        foreach (var who in town.People)
        {
            Assert.Contains(Joint, town.Script.HasSeen(who), StringComparison.Ordinal);
            Assert.DoesNotContain(Own, town.Script.HasSeen(who), StringComparison.Ordinal);
        }
        await town.Script.SaysAsync(town.One("homes"), "how seen");
        Assert.Contains("There is nothing to show here.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_raters_are_shown_when_each_of_them_said_yes_before_rating()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 2));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "4444", "few");
        await town.RatesAsync(town.One("homes"), "council", "2222", "few");
        await town.RatesAsync(town.Of("homes")[1], "council", "2222");
        await town.CloseAsync();
        Assert.Contains("4.0 out of 5. From 4 people in 2 organisations.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
        Assert.DoesNotContain(Own, town.Script.HasSeen(town.One("council")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_heard_is_no_part_of_the_trust()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3332");
        await town.RatesAsync(town.One("council"), "homes", "3334");
        await town.CloseAsync();
        Assert.Contains("Partners can rely on you “about half the time”: 3.0 out of 5.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
        Assert.Contains("You listened to them between “not often” and “about half the time”: 2.3 out of 5.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_rated_organisation_sees_its_average()
    {
        await using var town = await Town.OfAsync(("council", 2), ("homes", 2), ("charity", 2), ("+funder", 1), ("^prime", 1));
        var script = town.Script;
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3342");
        await town.CloseAsync();
        var round = (await town.RoundAsync()).Id;
        // The coordinator is from the council; the others are another organisation's, one that holds the money, and one that leads the contract.
        foreach (var who in town.People.Except(town.Of("homes")))
        {
            foreach (var (verb, value) in (IEnumerable<(string, string)>)[("pairs.seen", ""), ("pairs.seen", $"{round}|homes"), ("pairs.sides", $"{round}|homes"), ("pairs.gaps", ""), ("pairs.figures", round), ("pairs.tell", round)])
                await script.AsksAsync(who, verb, value);
            Assert.DoesNotContain(Own, script.HasSeen(who), StringComparison.Ordinal);
            Assert.DoesNotContain("3.3", script.HasSeen(who), StringComparison.Ordinal);
        }
        Assert.Contains("3.3 out of 5", script.HasSeen(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_partnership_sees_nothing()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3342");
        var stranger = new ScriptPerson("Stranger", "slack");
        await town.Script.SaysAsync(stranger, "hello");
        var press = town.Script.Typed(stranger, "") with { Type = Core.Conversation.ActivityType.Invoke, Origin = new Core.Cards.Origin(Core.Storage.Keys.Partnership(Town.Id)), Verb = "pairs.about", Value = $"{(await town.RoundAsync()).Id}|homes" };
        await town.Script.DoesAsync(stranger, press, null);
        Assert.Null(stranger.Form);
        await town.CloseAsync();
        await town.Script.DoesAsync(stranger, press with { Id = "later", Verb = "pairs.seen" }, null);
        Assert.DoesNotContain(Own, town.Script.HasSeen(stranger), StringComparison.Ordinal);
        Assert.DoesNotContain("out of 5", town.Script.HasSeen(stranger), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+funder")]
    [InlineData("^funder")]
    public async Task Who_holds_the_money_or_leads_the_contract_sees_its_own_only_when_every_rater_chose_that(string funder)
    {
        foreach (var all in (bool[])[true, false])
        {
            await using var town = await Town.OfAsync((funder, 2), ("homes", 2), ("council", 2), ("charity", 2));
            await town.OpenAsync();
            foreach (var organisation in (string[])["homes", "council"])
                foreach (var who in town.Of(organisation)) await town.RatesAsync(who, "funder", "3334", "power");
            await town.RatesAsync(town.One("charity"), "funder", "3334", all ? ["power"] : []);
            await town.CloseAsync();
            foreach (var who in town.Of("funder"))
                Assert.Equal(all, town.Script.HasSeen(who).Contains(Own, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_pair_opens_when_both_sides_said_yes_before_rating()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 1), ("charity", 2));
        var script = town.Script;
        await town.OpenAsync();
        await town.RatesAsync(town.Of("homes")[0], "council", "4444", "compare");
        await town.RatesAsync(town.Of("homes")[1], "council", "3333", "compare");
        await town.RatesAsync(town.One("council"), "homes", "2222", "compare");
        await town.CloseAsync();
        await script.PressesAsync(town.One("council"), "With Homes");
        Assert.Contains("You said you can rely on Homes “not often”: 2.0 out of 5.", script.Sees(town.One("council")), StringComparison.Ordinal);
        Assert.Contains("Homes said they can rely on you between “about half the time” and “most times”: 3.5 out of 5.", script.Sees(town.One("council")), StringComparison.Ordinal);
        Assert.Contains("For a talk: what went well?", script.Sees(town.One("council")), StringComparison.Ordinal);
        Assert.Contains("[Offer a talk]", script.Sees(town.One("council")), StringComparison.Ordinal);
        await script.PressesAsync(town.Of("homes")[1], "With Council");
        Assert.Contains("Council said they can rely on you “not often”: 2.0 out of 5.", script.Sees(town.Of("homes")[1]), StringComparison.Ordinal);

        var round = (await town.RoundAsync()).Id;
        foreach (var partner in (string[])["homes", "council"])
        {
            await script.AsksAsync(town.One("charity"), "pairs.sides", $"{round}|{partner}");
            Assert.Contains("There is nothing here to lay side by side.", script.Sees(town.One("charity")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_one_sided_yes_reveals_nothing_to_anyone()
    {
        string[] compare = ["compare"];
        var seen = new List<string>();
        foreach (var yes in (string[][])[[], compare])
        {
            await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 1));
            await town.OpenAsync();
            foreach (var who in town.Of("homes")) await town.RatesAsync(who, "council", "4444", yes);
            // One of the council's two says no: that is a no.
            await town.RatesAsync(town.Of("council")[0], "homes", "2222", yes);
            await town.RatesAsync(town.Of("council")[1], "homes", "2222");
            await town.CloseAsync();
            foreach (var who in town.People) await town.Script.SaysAsync(who, "how seen");
            seen.Add(string.Join("\n===\n", town.People.Select(town.Script.HasSeen)));
            Assert.Empty(await town.RowsAsync("howseen|"));
        }
        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task A_yes_said_after_rating_does_not_open_the_pair_until_it_is_rated_anew()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 1), ("charity", 3));
        await town.OpenAsync();
        await town.RatesAsync(town.One("homes"), "council", "4444", "compare");
        await town.RatesAsync(town.One("council"), "homes", "2222");
        await town.LooksAtAsync(town.One("council"), "homes");
        await town.Script.FillsInAsync(town.One("council"), ("compare", "yes"));
        await town.CloseAsync();
        Assert.Empty(await town.RowsAsync("howseen|"));
    }

    [Fact]
    public async Task A_pair_with_who_holds_the_money_opens_only_when_the_other_side_let_it_see_that_too()
    {
        foreach (var power in (bool[])[true, false])
        {
            await using var town = await Town.OfAsync(("homes", 1), ("+council", 1), ("charity", 3));
            await town.OpenAsync();
            await town.RatesAsync(town.One("homes"), "council", "4444", power ? ["compare", "power"] : ["compare"]);
            await town.RatesAsync(town.One("council"), "homes", "2222", "compare");
            await town.CloseAsync();
            Assert.Equal(power ? 2 : 0, (await town.RowsAsync("howseen|")).Count);
        }
    }
}
