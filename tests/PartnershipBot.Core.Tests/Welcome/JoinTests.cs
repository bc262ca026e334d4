using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class JoinTests : WelcomeScript
{
    [Fact]
    public async Task An_invitation_made_in_Teams_lets_somebody_in_from_Slack()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);

        await Script.SaysAsync(Sam, "join " + code.ToLowerInvariant());
        Assert.Contains("It is run by Maeve (Quayside Homes)", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("Harbour Support, who runs this service", Script.Sees(Sam), StringComparison.Ordinal);
        await Script.PressesAsync(Sam, "Join");

        Assert.Contains("You're in", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("10:00 London", Script.Sees(Sam), StringComparison.Ordinal);
        var partnership = await PartnershipAsync(Sam);
        Assert.Equal(await PartnershipAsync(Maeve), partnership);
        Assert.Equal("o1", (await MembersAsync(partnership)).Single(m => m.Name == "Sam").OrganisationId);
    }

    [Fact]
    public async Task The_consent_card_leaves_room_for_a_decision_and_no_keeps_nothing()
    {
        await StartAsync();
        await Script.SaysAsync(Sam, "join " + await InviteAsync(Maeve, Visiting));
        await Script.PressesAsync(Sam, "Not for me");

        Assert.Contains("Nobody is told", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Empty((await PersonAsync(Sam)).Memberships);
        Assert.Single(await MembersAsync(await PartnershipAsync(Maeve)));
    }

    [Fact]
    public async Task Two_presses_on_Join_make_one_member_and_show_the_same()
    {
        await StartAsync();
        await Script.SaysAsync(Sam, "join " + await InviteAsync(Maeve, Visiting));
        var (first, second) = (Script.Press(Sam, "Join"), Script.Press(Sam, "Join"));
        await Task.WhenAll(Script.Bot.TurnAsync(first, TestContext.Current.CancellationToken), Script.Bot.TurnAsync(second, TestContext.Current.CancellationToken));
        await Script.Pump.SettleAsync(TestContext.Current.CancellationToken);

        Assert.Contains("You're in", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(2, (await MembersAsync(await PartnershipAsync(Sam))).Count);
    }

    [Fact]
    public async Task The_first_of_an_organisation_leads_it_and_the_second_does_not()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        Assert.Contains("you lead it for now", Script.Sees(Sam), StringComparison.Ordinal);
        var second = new ScriptPerson("Priya", "slack");
        await JoinAsync(second, code);

        var members = await MembersAsync(await PartnershipAsync(Sam));
        Assert.Equal((Roles.Lead, Roles.None), (members.Single(m => m.Name == "Sam").Roles, members.Single(m => m.Name == "Priya").Roles));
    }

    [Fact]
    public async Task Who_is_in_already_is_told_so()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        await Script.SaysAsync(Sam, "join " + code);
        Assert.Contains("You are in Harbour Homes Together already", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_may_come_back_and_keeps_their_member_id()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        var id = Assert.Single((await PersonAsync(Sam)).Memberships).Member;
        await Script.SaysAsync(Sam, "leave");
        await Script.PressesAsync(Sam, "Leave");
        Assert.Empty((await PersonAsync(Sam)).Memberships);
        await JoinAsync(Sam, code);

        Assert.Equal(id, Assert.Single((await PersonAsync(Sam)).Memberships).Member);
        Assert.True((await MembersAsync(await PartnershipAsync(Sam))).Single(m => m.Id == id).IsActive);
    }

    [Fact]
    public async Task A_wrong_code_and_an_expired_one_are_answered_alike()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await Script.SaysAsync(Sam, "join AAAAA-AAAAA");
        var wrong = Script.Sees(Sam);
        Assert.Contains("doesn't open anything", wrong, StringComparison.Ordinal);

        await Script.TimePassesAsync(TimeSpan.FromDays(7));
        await Script.SaysAsync(Sam, "join " + code);
        Assert.Equal(wrong, Script.Sees(Sam));
        Assert.Single(await MembersAsync(await PartnershipAsync(Maeve)));
    }

    [Fact]
    public async Task An_invitation_that_ran_out_before_the_press_says_what_to_do()
    {
        await StartAsync();
        await Script.SaysAsync(Sam, "join " + await InviteAsync(Maeve, Visiting));
        await Script.TimePassesAsync(TimeSpan.FromDays(8));
        await Script.PressesAsync(Sam, "Join");
        Assert.Contains("ask the person who sent it for a new one", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Empty((await PersonAsync(Sam)).Memberships);
    }

    [Fact]
    public async Task A_person_with_an_invitation_may_paste_the_link_when_asked()
    {
        await StartAsync();
        var code = (await InviteAsync(Maeve, Visiting)).Replace("-", "", StringComparison.Ordinal);
        await Script.AsksAsync(Sam, "welcome");
        await Script.PressesAsync(Sam, "I have an invitation");
        await Script.FillsInAsync(Sam, ("code", "not this"));
        Assert.Equal("code", Assert.Single(Sam.Errors).InputId);
        await Script.FillsInAsync(Sam, ("code", "https://bot.example/join/" + code));
        await Script.PressesAsync(Sam, "See the invitation");
        Assert.Contains("You are invited to join for The Visiting Project", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_alone_asks_for_the_code()
    {
        await Script.SaysAsync(Sam, "join");
        Assert.Contains("What is the code?", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_check_in_is_asked_for_on_the_next_Tuesday_at_ten()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.TimePassesAsync(TimeSpan.FromDays(8));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.Zero), Assert.Single(FirstCheckIns));
    }

    [Fact]
    public async Task A_member_answers_a_practice_question_with_the_third_press_and_nothing_is_kept()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);

        await Script.SaysAsync(Sam, "join " + code);
        await Script.PressesAsync(Sam, "Join");
        await Script.PressesAsync(Sam, "Try one question");
        var home = await PartnershipAsync(Sam);
        var before = Kept(await Script.RowsAsync("partnership|" + home));
        await Script.PressesAsync(Sam, "4 Mostly true");

        Assert.Contains("your answer was not kept", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(before, Kept(await Script.RowsAsync("partnership|" + home)));
        static List<string> Kept(IEnumerable<Core.Storage.Row> rows) => [.. rows.Select(row => row.Key).Where(key => !key.StartsWith("seen|", StringComparison.Ordinal))];
    }
}
