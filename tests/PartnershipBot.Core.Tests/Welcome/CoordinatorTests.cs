using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class CoordinatorTests : WelcomeScript
{
    [Fact]
    public async Task A_second_coordinator_is_told_and_may_hand_it_back()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.SaysAsync(Maeve, "home");
        await Script.PressesAsync(Maeve, "Add a coordinator");
        await Script.FillsInAsync(Maeve, ("member", (await PersonAsync(Sam)).Memberships[0].Member));

        Assert.Contains("Maeve asked for your help", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(Roles.Coordinator | Roles.Lead, await RolesAsync("Sam"));
        await Script.PressesAsync(Sam, "Not for me");
        Assert.Contains("You are still a member", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(Roles.Lead, await RolesAsync("Sam"));
    }

    [Fact]
    public async Task The_last_coordinator_cannot_hand_it_back()
    {
        await StartAsync();
        await Script.AsksAsync(Maeve, "coordinator.no");
        Assert.Contains("Please add another first", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.True((await RolesAsync("Maeve")).HasFlag(Roles.Coordinator));
    }

    [Fact]
    public async Task With_nobody_else_in_it_an_invitation_comes_first()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "add coordinator");
        Assert.Contains("Invite somebody first", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_a_member_cannot_be_made_one_this_way()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.AsksAsync(Maeve, "coordinator.add");
        await Script.FillsInAsync(Maeve, ("member", "mnobody"));
        Assert.Equal("member", Assert.Single(Maeve.Errors).InputId);
    }

    [Fact]
    public async Task A_personal_form_sent_from_a_partnerships_card_changes_nothing()
    {
        await StartAsync();
        await Script.AsksAsync(Maeve, "pause");
        var forged = Script.Filled(Maeve, ("until", "")) with { Origin = new Origin("partnership|" + await PartnershipAsync(Maeve)) };
        await Script.DoesAsync(Maeve, forged, null);
        Assert.Contains("That belongs to your own page", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.Null((await PersonAsync(Maeve)).PausedUntil);
    }

    async Task<Roles> RolesAsync(string name) => (await MembersAsync(await PartnershipAsync(Maeve))).Single(m => m.Name == name).Roles;
}
