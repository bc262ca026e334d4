using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Pairs;

public sealed class RatingTests
{
    const string Offer = "[A few questions about partners]";

    [Fact]
    public async Task Nothing_is_asked_until_a_coordinator_switches_it_on()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var script = town.Script;
        await town.ChangeAsync(partnership => partnership with { Features = [] });
        await town.OpenAsync();
        await script.PressesAsync(town.People[1], "Skip this time");
        Assert.DoesNotContain(Offer, script.Sees(town.People[1]), StringComparison.Ordinal);
        await script.AsksAsync(town.People[1], "pairs.on");
        Assert.Contains("Only a coordinator", script.Sees(town.People[1]), StringComparison.Ordinal);
        await script.SaysAsync(town.People[1], "partners");
        Assert.Contains("not on here", script.Sees(town.People[1]), StringComparison.Ordinal);

        await script.SaysAsync(town.Coordinator, "add");
        Assert.Contains("each member may rate up to 4 partners, about a minute each", script.Sees(town.Coordinator), StringComparison.Ordinal);
        await script.PressesAsync(town.Coordinator, "Partner questions");
        Assert.Contains("Questions about partners are on.", script.HasSeen(town.Coordinator), StringComparison.Ordinal);
        await script.SaysAsync(town.People[1], "home");
        Assert.Contains("[About your partners]", script.Sees(town.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partnership_that_had_to_happen_is_never_asked()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var script = town.Script;
        await town.ChangeAsync(partnership => partnership with { Features = [], MandatedUntil = script.Clock.GetUtcNow().AddDays(90) });
        await script.SaysAsync(town.Coordinator, "add");
        Assert.DoesNotContain("Partner questions", script.Sees(town.Coordinator), StringComparison.Ordinal);
        await script.AsksAsync(town.Coordinator, "pairs.on");
        Assert.Contains("can't be switched on yet", script.Sees(town.Coordinator), StringComparison.Ordinal);

        await town.ChangeAsync(partnership => partnership with { Features = [Extra.Pairs] });
        await town.OpenAsync();
        await script.PressesAsync(town.People[1], "Skip this time");
        Assert.DoesNotContain(Offer, script.Sees(town.People[1]), StringComparison.Ordinal);
        await town.LooksAtAsync(town.People[1], "council");
        Assert.Null(town.People[1].Form);
    }

    [Fact]
    public async Task Who_answered_and_who_skipped_are_offered_the_same()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var script = town.Script;
        await town.OpenAsync();
        await script.PressesAsync(town.People[1], "Skip this time");
        await script.PressesAsync(town.People[2], "Answer now");
        await script.FillsInAsync(town.People[2], ("REL1", "4"), ("OPN1", "4"));
        var (skipped, answered) = (script.Press(town.People[1], Offer[1..^1]), script.Press(town.People[2], Offer[1..^1]));
        Assert.Equal((skipped.Verb, skipped.Value), (answered.Verb, answered.Value));
        await script.PressesAsync(town.People[1], Offer[1..^1]);
        await script.PressesAsync(town.People[2], Offer[1..^1]);
        Assert.Equal(script.Sees(town.People[1]), script.Sees(town.People[2]));
        Assert.Contains("[Council]", script.Sees(town.People[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("[Homes]", script.Sees(town.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_rating_it_is_said_who_sees_it()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        await town.OpenAsync();
        await town.Script.SaysAsync(town.People[1], "partners");
        Assert.Contains("Only you can see your ratings. A partner can see an average only if three or more partners rated them. Coordinators and funders cannot see this.", town.Script.Sees(town.People[1]), StringComparison.Ordinal);
        await town.Script.PressesAsync(town.People[1], "Council");
        Assert.Contains(town.People[1].Form!.Elements.OfType<FormNote>(), note => note.Text.StartsWith("Only you can see your ratings. Council can see an average only if", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_form_has_more_than_five_inputs_and_none_is_filled_in_by_chatting()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("+council", 3));
        await town.OpenAsync();
        await town.LooksAtAsync(town.Coordinator, "council");
        Assert.Equal(["CON1", "compare", "few", "power"], town.Coordinator.Form!.Inputs.Select(input => input.Id));
        Assert.Equal(["", "no", "no", "no"], town.Coordinator.Form.Inputs.Select(input => input.Given));
        Assert.False(town.Coordinator.Form.ByChat);
        await town.Script.FillsInAsync(town.Coordinator, ("CON1", "3"));
        Assert.Equal(["DRE1", "DOP1", "DAL1", "DHE1"], town.Coordinator.Form!.Inputs.Select(input => input.Id));
        Assert.Contains(((ChoiceInput)town.Coordinator.Form.Inputs.First()).Choices, choice => choice.Label == "No chance to tell yet");
        Assert.False(town.Coordinator.Form.ByChat);
    }

    [Fact]
    public async Task Whoever_had_no_contact_is_asked_nothing_more()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        await town.OpenAsync();
        await town.RatesAsync(town.People[1], "council", "4444");
        await town.LooksAtAsync(town.People[1], "council");
        await town.Script.FillsInAsync(town.People[1], ("CON1", "0"));
        Assert.Null(town.People[1].Form);
        Assert.Contains("Recorded, about Council.", town.Script.Sees(town.People[1]), StringComparison.Ordinal);
        var rating = PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|")));
        Assert.Equal(["CON1"], rating.Given.Keys);

        await town.Script.AsksAsync(town.People[1], "pairs.rate", $"{rating.Round}|council", ("DRE1", "5"), ("DOP1", "5"), ("DAL1", "5"), ("DHE1", "5"));
        Assert.Equal(["CON1"], PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|"))).Given.Keys);
    }

    [Fact]
    public async Task A_person_is_asked_about_four_partners_at_most_and_next_time_about_the_others()
    {
        await using var town = await Town.OfAsync(("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 1), ("g", 1));
        await town.OpenAsync();
        await town.Script.SaysAsync(town.One("g"), "partners");
        Assert.Contains("[A] [B] [C] [D] [How we are seen]", town.Script.Sees(town.One("g")), StringComparison.Ordinal);
        await town.LooksAtAsync(town.One("g"), "e");
        Assert.Null(town.One("g").Form);
        await town.LooksAtAsync(town.One("g"), "g");
        Assert.Null(town.One("g").Form);
        await town.CloseAsync();
        await town.Script.TimePassesAsync(TimeSpan.FromDays(2));
        await town.Script.AsksAsync(town.One("b"), "note.nothing", (await town.RoundAsync()).Id);

        await town.OpenAsync();
        await town.Script.SaysAsync(town.One("g"), "partners");
        Assert.Contains("[E] [F] [A] [B] [How we are seen]", town.Script.Sees(town.One("g")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ratings_can_be_changed_and_removed_until_the_round_closes()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var who = town.People[1];
        await town.OpenAsync();
        await town.RatesAsync(who, "council", "4444");
        await town.Script.PressesAsync(who, "Change: Council");
        await town.Script.FillsInAsync(who);
        Assert.Equal(["4", "4", "4", "4"], who.Form!.Inputs.Select(input => input.Given));
        await town.Script.FillsInAsync(who, ("DRE1", "2"));
        Assert.Equal("2", PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|"))).Given["DRE1"]);

        await town.Script.PressesAsync(who, "Remove all of mine");
        Assert.Contains("Your ratings of partners are gone.", town.Script.Sees(who), StringComparison.Ordinal);
        Assert.Empty(await town.RowsAsync("pair|"));

        await town.LooksAtAsync(who, "council");
        await town.CloseAsync();
        await town.Script.FillsInAsync(who, ("CON1", "2"));
        Assert.Contains("This check-in has closed. Nothing was changed.", town.Script.Sees(who), StringComparison.Ordinal);
        Assert.Empty(await town.RowsAsync("pair|"));
    }

    [Fact]
    public async Task Whoever_lets_more_be_seen_rates_anew()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var who = town.People[1];
        await town.OpenAsync();
        await town.RatesAsync(who, "council", "4444");
        await town.LooksAtAsync(who, "council");
        await town.Script.FillsInAsync(who, ("compare", "yes"));
        Assert.Equal(["", "", "", ""], who.Form!.Inputs.Select(input => input.Given));
        Assert.Equal(["CON1"], PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|"))).Given.Keys);

        await town.RatesAsync(who, "council", "3333", "compare");
        await town.LooksAtAsync(who, "council");
        await town.Script.FillsInAsync(who, ("compare", "no"));
        Assert.Equal(["3", "3", "3", "3"], who.Form!.Inputs.Select(input => input.Given));
        Assert.False(PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|"))).Compare);
    }

    [Fact]
    public async Task What_is_not_one_of_the_choices_is_said_beside_the_question()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        var who = town.People[1];
        await town.OpenAsync();
        await town.LooksAtAsync(who, "council");
        await town.Script.FillsInAsync(who, ("CON1", "4"), ("few", "perhaps"));
        Assert.Equal(["CON1", "few"], who.Errors.Select(error => error.InputId));
        await town.Script.FillsInAsync(who, ("CON1", "1"), ("few", "no"));
        await town.Script.FillsInAsync(who, ("DRE1", "6"), ("DOP1", "4"), ("DAL1", "PNA"), ("DHE1", ""));
        Assert.Equal(["DRE1", "DHE1"], who.Errors.Select(error => error.InputId));
        Assert.Equal(["CON1"], PairRating.FromRow(Assert.Single(await town.RowsAsync("pair|"))).Given.Keys);
    }

    [Fact]
    public async Task A_low_rating_offers_a_talk_to_who_rated_and_sends_nothing_to_the_other_side()
    {
        await using var town = await Town.OfAsync(("homes", 3), ("council", 3));
        await town.OpenAsync();
        var before = town.Of("council").Select(town.Script.HasSeen).ToList();
        await town.RatesAsync(town.People[1], "council", "1221");
        Assert.Contains("Would a talk with Council help? Nothing goes to them from here.", town.Script.Sees(town.People[1]), StringComparison.Ordinal);
        Assert.Contains("[Offer a talk]", town.Script.Sees(town.People[1]), StringComparison.Ordinal);
        await town.Script.TimePassesAsync(TimeSpan.FromHours(5));
        Assert.Equal(before, town.Of("council").Select(town.Script.HasSeen));

        await town.RatesAsync(town.People[2], "council", "3331");
        Assert.DoesNotContain("[Offer a talk]", town.Script.Sees(town.People[2]), StringComparison.Ordinal);
    }
}
