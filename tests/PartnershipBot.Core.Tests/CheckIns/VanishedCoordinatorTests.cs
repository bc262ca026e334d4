using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class VanishedCoordinatorTests
{
    [Fact]
    public async Task A_coordinator_vanishes_mid_round_and_it_closes_and_publishes_and_two_leads_choose_another()
    {
        await using var harbour = await TwoOrganisationsAsync();
        var script = harbour.Script;
        var (priya, morag, rhys) = (harbour.People[3], harbour.People[4], harbour.People[1]);
        await harbour.OpenAsync();
        foreach (var person in harbour.People.Skip(1)) await harbour.AnswersAsync(person, "4", "4");
        // From here on the coordinator does nothing.
        await script.TimePassesAsync(TimeSpan.FromDays(9));
        Assert.Contains("What we heard", script.HasSeen(rhys), StringComparison.Ordinal);
        Assert.Equal((RoundState.Closed, Round.Everyone), ((await harbour.RoundAsync()).State, (await harbour.RoundAsync()).PublishedTo));

        await script.TimePassesAsync(new DateTimeOffset(2026, 12, 22, 12, 0, 0, TimeSpan.Zero) - script.Clock.GetUtcNow());
        await script.TimePassesAsync(TimeSpan.FromDays(13));
        Assert.DoesNotContain("Another coordinator", script.HasSeen(priya), StringComparison.Ordinal);
        await script.TimePassesAsync(TimeSpan.FromDays(1));
        Assert.Contains("Another coordinator", script.HasSeen(priya), StringComparison.Ordinal);
        Assert.Contains("Another coordinator", script.HasSeen(morag), StringComparison.Ordinal);
        Assert.DoesNotContain("Another coordinator", script.HasSeen(rhys), StringComparison.Ordinal);

        await script.PressesAsync(priya, "Name somebody");
        await script.FillsInAsync(priya, ("member", harbour.MemberId(rhys)));
        Assert.False((await MemberAsync(harbour, rhys)).Roles.HasFlag(Roles.Coordinator));
        await script.AsksAsync(priya, "coordinator.confirm", harbour.MemberId(rhys));
        Assert.Contains("Someone of another organisation has to agree", script.Sees(priya), StringComparison.Ordinal);
        Assert.Contains("Priya (Quayside Homes) suggests that Rhys coordinates Harbour Homes Together.", script.Sees(morag), StringComparison.Ordinal);
        await script.PressesAsync(morag, "I agree");

        Assert.True((await MemberAsync(harbour, rhys)).Roles.HasFlag(Roles.Coordinator));
        Assert.Contains("You coordinate Harbour Homes Together", script.Sees(rhys), StringComparison.Ordinal);
        Assert.Contains("Rhys coordinates this partnership now.", script.Sees(priya), StringComparison.Ordinal);
        await script.SaysAsync(rhys, "nothing this time");
        await script.SaysAsync(rhys, "open");
        await script.PressesAsync(rhys, "Open for 6 people");
        Assert.Equal(2, (await harbour.RoundsAsync()).Count);
    }

    [Fact]
    public async Task A_coordinator_who_left_is_missed_after_two_weeks()
    {
        await using var harbour = await TwoOrganisationsAsync();
        await harbour.Script.SaysAsync(harbour.Coordinator, "leave");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Leave");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(13));
        Assert.DoesNotContain("Another coordinator", harbour.Script.HasSeen(harbour.People[4]), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(2));
        await harbour.ComesAsync("coordinator.tell", "");
        Assert.Single(harbour.Script.Cards(harbour.People[4]), card => card.Summary == "Another coordinator");
    }

    [Fact]
    public async Task One_press_says_that_the_coordinator_is_here()
    {
        await using var harbour = await TwoOrganisationsAsync();
        await RhythmTests.ChooseAsync(harbour, Rhythm.Weekly, ("hour", "11"));
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.PressesAsync(harbour.Coordinator, "I'll see to it");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(20));
        Assert.DoesNotContain("Another coordinator", harbour.Script.HasSeen(harbour.People[4]), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.People[4], "coordinator.need");
        Assert.Contains("This partnership has a coordinator: Aoife.", harbour.Script.Sees(harbour.People[4]), StringComparison.Ordinal);
    }

    static async Task<Harbour> TwoOrganisationsAsync()
    {
        var harbour = await Harbour.OfAsync(6);
        await harbour.Script.Tables.Main.CommitAsync(Harbour.Partition,
            [new Change.Put(new Organisation("visiting", "The Visiting Project", OrganisationKind.Partner, false, null).ToRow())], TestContext.Current.CancellationToken);
        await GateTests.LeadAsync(harbour, harbour.People[3]);
        await GateTests.LeadAsync(harbour, harbour.People[4], "visiting");
        return harbour;
    }

    static async Task<Member> MemberAsync(Harbour harbour, ScriptPerson who) =>
        Member.FromRow(Assert.Single(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key == Keys.MemberPrefix + harbour.MemberId(who)));
}
