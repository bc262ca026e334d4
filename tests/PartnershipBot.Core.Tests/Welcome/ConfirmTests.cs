using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class ConfirmTests : WelcomeScript
{
    readonly ScriptPerson priya = new("Priya", "slack");

    [Fact]
    public async Task Whom_a_lead_of_the_same_organisation_invited_is_confirmed_already()
    {
        await StartAsync();
        await JoinAsync(priya, await InviteAsync(Maeve, Quayside));
        Assert.True(await ConfirmedAsync("Priya"));
        Assert.DoesNotContain("Is Priya with you?", Script.HasSeen(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_somebody_else_invited_counts_once_their_lead_says_yes()
    {
        await TwoOfVisitingAsync();
        Assert.False(await ConfirmedAsync("Priya"));
        Assert.Contains("your answers are left out of the figures", Script.Sees(priya), StringComparison.Ordinal);
        Assert.DoesNotContain("Is Priya with you?", Script.HasSeen(Maeve), StringComparison.Ordinal);

        await Script.PressesAsync(Sam, "Yes, they are with us");
        Assert.True(await ConfirmedAsync("Priya"));
        Assert.Contains("Priya counts from now on.", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_their_lead_does_not_know_is_not_in_it_any_more()
    {
        await TwoOfVisitingAsync();
        await Script.PressesAsync(Sam, "I don't know them");
        Assert.False((await MembersAsync(await PartnershipAsync(Sam))).Single(m => m.Name == "Priya").IsActive);
        Assert.Empty((await PersonAsync(priya)).Memberships);
        Assert.Contains("the people of The Visiting Project did not know you", Script.Sees(priya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_confirms_themself_or_somebody_of_another_organisation()
    {
        await TwoOfVisitingAsync();
        var id = (await PersonAsync(priya)).Memberships[0].Member;
        foreach (var who in (ScriptPerson[])[priya, Maeve])
            foreach (var verb in (string[])["member.confirm", "member.unknown"])
            {
                await Script.AsksAsync(who, verb, id);
                Assert.Contains("for somebody else to say", Script.Sees(who), StringComparison.Ordinal);
            }
        var member = (await MembersAsync(await PartnershipAsync(Sam))).Single(m => m.Id == id);
        Assert.Equal((false, true), (member.Confirmed, member.IsActive));
    }

    [Fact]
    public async Task Who_waits_stands_on_the_leads_page_and_where_nobody_leads_a_coordinator_says()
    {
        await TwoOfVisitingAsync();
        await Script.SaysAsync(Sam, "home");
        Assert.Contains("Waiting for you to say who they are: 1 person.", Script.Sees(Sam), StringComparison.Ordinal);
        await Script.SaysAsync(Sam, "leave");
        await Script.PressesAsync(Sam, "Leave");

        await Script.SaysAsync(Maeve, "home");
        await Script.PressesAsync(Maeve, "Are they with us?");
        await Script.PressesAsync(Maeve, "Yes, they are with us");
        Assert.True(await ConfirmedAsync("Priya"));
    }

    [Fact]
    public async Task Who_was_confirmed_cannot_be_undone_by_an_old_card()
    {
        await TwoOfVisitingAsync();
        var undo = Script.Press(Sam, "I don't know them");
        await Script.PressesAsync(Sam, "Yes, they are with us");
        await Script.DoesAsync(Sam, undo, undo.MessageId);
        Assert.True((await MembersAsync(await PartnershipAsync(Sam))).Single(m => m.Name == "Priya").IsActive);
    }

    async Task TwoOfVisitingAsync()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        await JoinAsync(priya, code);
    }

    async Task<bool> ConfirmedAsync(string name) => (await MembersAsync(await PartnershipAsync(Maeve))).Single(m => m.Name == name).Confirmed;
}
