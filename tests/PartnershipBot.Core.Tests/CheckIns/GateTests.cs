using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class GateTests
{
    [Fact]
    public async Task The_button_says_kindly_what_comes_first_and_any_member_opens_the_gate()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        Assert.Contains("No check-in has closed yet", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("The last check-in has no note yet.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.Coordinator, "checkin.open.yes");
        await harbour.RoundAsync();

        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        Assert.Contains("The next check-in can open.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.OpenAsync();
        Assert.Equal(2, (await harbour.RoundsAsync()).Count);
    }

    [Fact]
    public async Task A_check_in_without_a_note_holds_up_the_next_told_once_then_to_those_who_lead_and_not_made_up()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await LeadAsync(harbour, harbour.People[3]);
        await RhythmTests.ChooseAsync(harbour, Rhythm.Weekly, ("hour", "11"));
        await harbour.OpenAsync();
        await harbour.CloseAsync();

        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7.5));
        Assert.Contains("A check-in was due today", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.DoesNotContain("A check-in was due today", harbour.Script.HasSeen(harbour.People[3]), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7));
        Assert.Contains("A week ago a check-in was due.", harbour.Script.HasSeen(harbour.People[3]), StringComparison.Ordinal);
        await harbour.ComesAsync("checkin.skipped", (await harbour.RoundAsync()).Id);
        Assert.Single(harbour.Script.Cards(harbour.People[3]), card => card.Summary == "A check-in was due today");
        Assert.Single(harbour.Script.Cards(harbour.Coordinator), card => card.Summary == "A check-in was due today");
        Assert.DoesNotContain("check-in was due", harbour.Script.HasSeen(harbour.People[2]), StringComparison.Ordinal);

        await harbour.Script.PressesAsync(harbour.People[3], "Nothing this time");
        await harbour.RoundAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7));
        Assert.Equal(2, (await harbour.RoundsAsync()).Count);
    }

    [Fact]
    public async Task A_note_in_time_spares_those_who_lead()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await LeadAsync(harbour, harbour.People[3]);
        await RhythmTests.ChooseAsync(harbour, Rhythm.Weekly);
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.PressesAsync(harbour.Coordinator, "Write the note");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("words", "We ring back sooner."));
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(20));
        Assert.DoesNotContain("A week ago a check-in was due.", harbour.Script.HasSeen(harbour.People[3]), StringComparison.Ordinal);
        Assert.DoesNotContain("Another coordinator", harbour.Script.HasSeen(harbour.People[3]), StringComparison.Ordinal);
    }

    internal static async Task LeadAsync(Harbour harbour, ScriptPerson who, string organisation = "homes")
    {
        var row = Assert.Single(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key == Keys.MemberPrefix + harbour.MemberId(who));
        var member = Member.FromRow(row);
        await harbour.Script.Tables.Main.CommitAsync(Harbour.Partition,
            [new Change.Put((member with { Roles = member.Roles | Roles.Lead, OrganisationId = organisation }).ToRow())], TestContext.Current.CancellationToken);
    }
}
