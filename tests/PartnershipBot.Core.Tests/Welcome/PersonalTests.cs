using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Welcome;

/// <summary>When, pause, leave, switch, invite: what people decide for themselves.</summary>
public sealed class PersonalTests : WelcomeScript
{
    [Fact]
    public async Task A_changed_clock_reaches_every_partnership()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.PressesAsync(Sam, "Change");
        await Script.FillsInAsync(Sam, ("zone", "Europe/Paris"), ("hour", "14"));

        Assert.Contains("I write at about 14:00 Paris", Script.Sees(Sam), StringComparison.Ordinal);
        var person = await PersonAsync(Sam);
        Assert.Equal(("Europe/Paris", 14), (person.Zone, person.Hour));
        Assert.Equal("Europe/Paris", (await MembersAsync(await PartnershipAsync(Sam))).Single(m => m.Name == "Sam").Zone);
    }

    [Fact]
    public async Task A_city_can_be_typed()
    {
        await Script.SaysAsync(Sam, "when");
        await Script.SaysAsync(Sam, "09:00");
        await Script.SaysAsync(Sam, "Belfast");
        await Script.SaysAsync(Sam, "skip");
        await Script.SaysAsync(Sam, "skip");
        Assert.Contains("I write at about 09:00 London", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zone", "Middle/Earth")]
    [InlineData("hour", "25")]
    public async Task A_clock_that_is_not_one_is_refused(string input, string value)
    {
        await Script.AsksAsync(Sam, "when");
        await Script.FillsInAsync(Sam, (input, value));
        Assert.Equal(input, Assert.Single(Sam.Errors).InputId);
        Assert.Equal("Europe/London", (await PersonAsync(Sam)).Zone);
    }

    [Theory]
    [InlineData("pause until 6 Jan", "Wed 6 Jan, 10:00 London")]
    [InlineData("Paus until 6 jan", "Wed 6 Jan, 10:00 London")]
    [InlineData("ooo 2 weeks", "Tue 8 Dec, 10:00 London")]
    public async Task A_typed_pause_says_until_when_and_that_nobody_is_told(string typed, string until)
    {
        await Script.SaysAsync(Sam, typed);
        Assert.Contains("Paused until " + until, Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("Nobody is told", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.True((await PersonAsync(Sam)).IsPaused(Script.Clock.GetUtcNow()));

        await Script.SaysAsync(Sam, "resume");
        Assert.Contains("Welcome back", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Null((await PersonAsync(Sam)).PausedUntil);
    }

    [Theory]
    [InlineData("pause banana")]
    [InlineData("pause until today")]
    public async Task A_pause_without_a_good_day_changes_nothing(string typed)
    {
        await Script.SaysAsync(Sam, typed);
        Assert.Contains("Nothing was changed", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Null((await PersonAsync(Sam)).PausedUntil);
    }

    [Fact]
    public async Task A_pause_pressed_on_a_partnerships_card_asks_until_when()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.SaysAsync(Sam, "home");
        await Script.PressesAsync(Sam, "Pause");
        await Script.FillsInAsync(Sam, ("until", "2026-11-20"));
        Assert.Equal("until", Assert.Single(Sam.Errors).InputId);
        await Script.FillsInAsync(Sam, ("until", ""));
        Assert.Equal(Person.ForNow, (await PersonAsync(Sam)).PausedUntil);
        await Script.PressesAsync(Sam, "Resume");
        Assert.Null((await PersonAsync(Sam)).PausedUntil);
    }

    [Fact]
    public async Task Leaving_takes_two_presses_and_a_third_changes_nothing()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        var maevesCards = Script.Cards(Maeve).Count;
        await Script.SaysAsync(Sam, "leave");
        Assert.Contains("Leave Harbour Homes Together?", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Single((await PersonAsync(Sam)).Memberships);
        var (first, second) = (Script.Press(Sam, "Leave"), Script.Press(Sam, "Leave"));
        await Script.DoesAsync(Sam, first, first.MessageId);
        await Script.DoesAsync(Sam, second, second.MessageId);

        Assert.Contains("You have left. Thank you", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Empty((await PersonAsync(Sam)).Memberships);
        Assert.False((await MembersAsync(await PartnershipAsync(Maeve))).Single(m => m.Name == "Sam").IsActive);
        Assert.Equal(maevesCards, Script.Cards(Maeve).Count);
    }

    [Fact]
    public async Task A_leave_card_from_before_coming_back_asks_again()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        await Script.SaysAsync(Sam, "leave");
        var old = Script.Press(Sam, "Leave");
        await Script.DoesAsync(Sam, old, old.MessageId);
        await Script.TimePassesAsync(TimeSpan.FromMinutes(1));
        await JoinAsync(Sam, code);
        await Script.DoesAsync(Sam, old with { Id = "late", MessageId = null }, null);
        Assert.Contains("Leave Harbour Homes Together?", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Single((await PersonAsync(Sam)).Memberships);
    }

    [Fact]
    public async Task The_only_coordinator_is_told_what_leaving_means()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "quit");
        Assert.Contains("You are the only coordinator", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_words_belong_to_the_partnership_that_was_switched_to()
    {
        await StartAsync();
        await StartAsync();
        var second = await PersonAsync(Maeve);
        var first = second.Memberships.Single(m => second.Home != "partnership|" + m.Partnership).Partnership;
        await Script.AsksAsync(Maeve, "switch");
        await Script.FillsInAsync(Maeve, ("partnership", first));
        Assert.Equal("partnership|" + first, (await PersonAsync(Maeve)).Home);
        await Script.PressesAsync(Maeve, "Home");
        Assert.Contains("Harbour Homes Together (now)", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_cannot_switch_to_a_partnership_one_is_not_in()
    {
        await StartAsync();
        await StartAsync();
        var home = (await PersonAsync(Maeve)).Home;
        await Script.AsksAsync(Maeve, "switch");
        await Script.FillsInAsync(Maeve, ("partnership", "p0123456789abcdefghij"));
        Assert.Equal("partnership", Assert.Single(Maeve.Errors).InputId);
        Assert.Equal(home, (await PersonAsync(Maeve)).Home);
    }

    [Fact]
    public async Task A_lead_invites_for_their_own_organisation_and_a_member_for_none()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        await Script.PressesAsync(Sam, "Invite");
        Assert.Contains("An invitation for The Visiting Project", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Contains("https://bot.example/join/", Script.Sees(Sam), StringComparison.Ordinal);

        var priya = new ScriptPerson("Priya", "slack");
        await JoinAsync(priya, CodeIn(Script.Sees(Sam)));
        await Script.SaysAsync(priya, "invite");
        Assert.Contains("Please ask one of them", Script.Sees(priya), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_cannot_invite_for_another_organisation_by_hand()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        var forged = Script.Press(Sam, "Invite") with { Verb = "invite.make", Inputs = new Dictionary<string, string> { ["organisation"] = "o0" } };
        await Script.DoesAsync(Sam, forged, forged.MessageId);
        Assert.Contains("An invitation for The Visiting Project", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_hash_of_a_code_is_kept()
    {
        await StartAsync();
        var code = (await InviteAsync(Maeve, Visiting)).Replace("-", "", StringComparison.Ordinal);
        var hash = Script.Ring.Hash("invitation|" + code);
        var row = Assert.Single(await Script.RowsAsync("directory|" + hash[..2]), row => row.Key == "invitation|" + hash);
        Assert.DoesNotContain(row.Columns.Values, value => value is string text && text.Contains(code, StringComparison.Ordinal));
        Assert.Equal(Script.Clock.GetUtcNow() + TimeSpan.FromDays(7), row.Time("expires"));
    }

    [Fact]
    public async Task A_coordinator_has_an_invitation_to_copy_with_the_fourth_press()
    {
        // Start, send the form, Invite, choose the organisation.
        await Script.AsksAsync(Maeve, "welcome");
        await Script.PressesAsync(Maeve, "Start a partnership");
        await FillInStartAsync(Maeve);
        await Script.PressesAsync(Maeve, "Invite");
        await Script.FillsInAsync(Maeve, ("organisation", "o1"));
        Assert.Contains("Maeve invites you, for The Visiting Project", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.Contains("Good until Tue 1 Dec, 09:30 London", Script.Sees(Maeve), StringComparison.Ordinal);
    }
}
