using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Pairs;

public sealed class PairClosingTests
{
    [Fact]
    public async Task Every_time_that_comes_twice_changes_nothing()
    {
        await using var town = await Town.OfAsync(("homes", 2), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3334");
        await town.CloseAsync();
        var round = (await town.RoundAsync()).Id;
        var (own, before) = (await town.RowsAsync("howseen|"), town.Script.HasSeen(town.One("homes")));
        foreach (var verb in (string[])["pairs.figures", "pairs.tell", "pairs.forget", "checkin.forget", "checkin.publish", "pairs.figures"]) await town.ComesAsync(verb, round);
        Assert.Equal(own.Select(row => row.ETag), (await town.RowsAsync("howseen|")).Select(row => row.ETag));
        Assert.Equal(before, town.Script.HasSeen(town.One("homes")));

        await town.Script.TimePassesAsync(TimeSpan.FromHours(30));
        foreach (var verb in (string[])["pairs.figures", "pairs.tell", "checkin.publish"]) await town.ComesAsync(verb, round);
        foreach (var who in town.People) Assert.Single(town.Script.Cards(who), card => Script.Words(card).StartsWith("What we heard", StringComparison.Ordinal));
        Assert.Single(town.Script.Cards(town.One("homes")), card => Script.Words(card).StartsWith("How you are seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_said_goes_when_the_averages_are_made()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 25), ("charity", 25), ("tenants", 10));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3334");
        Assert.Equal(60, (await town.RowsAsync("pair|")).Count);
        await town.ComesAsync("pairs.forget", (await town.RoundAsync()).Id);
        Assert.Equal(60, (await town.RowsAsync("pair|")).Count);
        await town.CloseAsync();
        Assert.Empty(await town.RowsAsync("pair|"));
        Assert.Contains("From 60 people in 3 organisations.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_who_leaves_before_the_close_nothing_counts_and_nothing_stays()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3334");
        var leaver = town.One("tenants");
        await town.Script.SaysAsync(leaver, "leave");
        await town.Script.PressesAsync(leaver, "Leave");
        Assert.Equal(4, (await town.RowsAsync("pair|")).Count);
        Assert.DoesNotContain(await town.RowsAsync("pair|"), row => row.Key.Contains(town.MemberId(leaver), StringComparison.Ordinal));
        await town.Script.SaysAsync(town.Coordinator, "close");
        await town.Script.PressesAsync(town.Coordinator, "Close for 5 people");
        await town.Script.TimePassesAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await town.RowsAsync("howseen|"));
    }

    [Fact]
    public async Task Of_who_leaves_after_the_close_the_average_stays()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3334");
        await town.CloseAsync();
        await town.Script.SaysAsync(town.One("tenants"), "leave");
        await town.Script.PressesAsync(town.One("tenants"), "Leave");
        await town.Script.SaysAsync(town.One("homes"), "how seen");
        Assert.Contains("3.0 out of 5. From 5 people in 3 organisations.", town.Script.Sees(town.One("homes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partnership_that_turns_out_to_have_had_to_happen_is_shown_nothing_of_it()
    {
        await using var town = await Town.OfAsync(("homes", 1), ("council", 2), ("charity", 2), ("tenants", 1));
        await town.OpenAsync();
        await town.AllRateAsync("homes", "3334");
        await town.CloseWhenAsync(partnership => partnership with { MandatedUntil = town.Script.Clock.GetUtcNow().AddDays(90) });
        Assert.Empty(await town.RowsAsync("howseen|"));
        Assert.Empty(await town.RowsAsync("pair|"));
        foreach (var who in town.People) Assert.Contains("What we heard", town.Script.HasSeen(who), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_sees_two_figures_on_gaps_and_never_which_pair()
    {
        await using var town = await GapsAsync("ab445", "ba345", "ac344", "ca233", "ad433", "da333", "bc334", "cb444", "cd333", "dc434", "ea444");
        await town.Script.SaysAsync(town.Coordinator, "pair gaps");
        var seen = town.Script.Sees(town.Coordinator);
        Assert.Contains("The two sides of a pair are 0.6 steps of 4 apart on average, over 5 pairs.", seen, StringComparison.Ordinal);
        Assert.Contains("20 in 100 pairs are a step or more apart.", seen, StringComparison.Ordinal);
        foreach (var name in (string[])["A", "B", "C", "D", "E"]) Assert.DoesNotMatch($@"\b{name}\b(?! (gap|step))", seen);
        foreach (var other in town.People.Skip(1))
        {
            await town.Script.AsksAsync(other, "pairs.gaps");
            Assert.Contains("Only a coordinator", town.Script.Sees(other), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_four_organisations_that_rated_the_coordinator_sees_no_gaps()
    {
        await using var town = await GapsAsync("ab445", "ac344", "ad433", "ae223", "ba544", "bc334", "ca323", "cb444", "cd333", "da223", "dc334");
        await town.Script.SaysAsync(town.Coordinator, "pair gaps");
        Assert.Contains("Too few partners rated each other to show this safely.", town.Script.Sees(town.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_from_who_holds_the_money_sees_no_gaps()
    {
        await using var town = await GapsAsync(["+a", "b", "c", "d", "e"], "ab445", "ba345", "ac344", "ca233", "ad433", "da333", "bc334", "cb444", "cd333", "dc434", "ea444");
        await town.Script.SaysAsync(town.Coordinator, "pair gaps");
        Assert.Contains("can't see this", town.Script.Sees(town.Coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain("steps of 4", town.Script.HasSeen(town.Coordinator), StringComparison.Ordinal);
    }

    static Task<Town> GapsAsync(params string[] said) => GapsAsync(["a", "b", "c", "d", "e"], said);

    /// <param name="said">Who rates whom, with what: reliable, open, same aim.</param>
    static async Task<Town> GapsAsync(string[] organisations, params string[] said)
    {
        var town = await Town.OfAsync([.. organisations.Select(name => (name, 1))]);
        await town.OpenAsync();
        foreach (var one in said) await town.RatesAsync(town.One(one[..1]), one[1..2], one[2..]);
        await town.CloseAsync();
        return town;
    }
}
