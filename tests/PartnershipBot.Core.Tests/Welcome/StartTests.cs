using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class StartTests : WelcomeScript
{
    [Fact]
    public async Task Who_starts_a_partnership_coordinates_and_leads()
    {
        await StartAsync();

        var partnership = await PartnershipAsync(Maeve);
        var member = Assert.Single(await MembersAsync(partnership));
        Assert.Equal(("Maeve", "o0", Roles.Coordinator | Roles.Lead), (member.Name, member.OrganisationId, member.Roles));
        var rows = await Script.RowsAsync(Keys.Partnership(partnership));
        Assert.Equal([Quayside, Visiting, Tenants], rows.Where(row => row.Key.StartsWith(Keys.OrganisationPrefix, StringComparison.Ordinal)).Select(row => row.Text("name")));
        Assert.Contains("Harbour Homes Together is ready", Script.Sees(Maeve), StringComparison.Ordinal);
        Assert.Contains("[Preview as a member] [Invite]", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_partnership()
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        var form = Maeve.Form;
        await FillInStartAsync(Maeve);
        var again = Script.Typed(Maeve, "") with
        {
            Type = ActivityType.Invoke,
            Verb = form!.Verb,
            Value = form.Value,
            Origin = form.Origin,
            Inputs = new Dictionary<string, string> { ["name"] = Together, ["own"] = Quayside, ["others"] = Visiting, ["kind"] = "partner" },
        };
        await Script.DoesAsync(Maeve, again, null);

        await PartnershipAsync(Maeve);
        Assert.Single(Script.Cards(Maeve), card => card.Summary.EndsWith("is ready", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_form_makes_a_second_partnership()
    {
        await StartAsync();
        await StartAsync();
        Assert.Equal(2, (await PersonAsync(Maeve)).Memberships.DistinctBy(m => m.Partnership).Count());
    }

    [Fact]
    public async Task An_old_form_sent_after_leaving_makes_nobody_a_member_again()
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        var form = Maeve.Form!;
        await FillInStartAsync(Maeve);
        await Script.SaysAsync(Maeve, "leave");
        await Script.PressesAsync(Maeve, "Leave");
        await Script.DoesAsync(Maeve, Script.Typed(Maeve, "") with
        {
            Type = ActivityType.Invoke,
            Verb = form.Verb,
            Value = form.Value,
            Origin = form.Origin,
            Inputs = new Dictionary<string, string> { ["name"] = Together, ["own"] = Quayside, ["others"] = Visiting, ["kind"] = "partner" },
        }, null);
        Assert.Empty((await PersonAsync(Maeve)).Memberships);
    }

    [Fact]
    public async Task Who_holds_the_money_is_a_funder_and_its_people_commission()
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        await Script.FillsInAsync(Maeve, ("name", Together), ("own", "The Council"), ("others", Visiting), ("kind", "money"));

        var partnership = await PartnershipAsync(Maeve);
        Assert.True(Assert.Single(await MembersAsync(partnership)).Roles.HasFlag(Roles.Commissioner));
        var own = (await Script.RowsAsync(Keys.Partnership(partnership))).Single(row => row.Key == Keys.OrganisationPrefix + "o0");
        Assert.Equal((OrganisationKind.Funder, true), (Organisation.FromRow(own).Kind, Organisation.FromRow(own).HoldsMoney));
    }

    [Theory]
    [InlineData("", Quayside, Visiting, "partner", "name")]
    [InlineData(Together, "", Visiting, "partner", "own")]
    [InlineData(Together, Quayside, "", "partner", "others")]
    [InlineData(Together, Quayside, "Quayside  homes", "partner", "others")]
    [InlineData(Together, Quayside, "A\nB\na", "partner", "others")]
    [InlineData(Together, Quayside, "1;2;3;4;5;6;7;8;9;10;11;12", "partner", "others")]
    [InlineData(Together, Quayside, Visiting, "boss", "kind")]
    public async Task A_mistake_in_the_form_is_said_beside_its_field_and_changes_nothing(string name, string own, string others, string kind, string wrong)
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        await Script.FillsInAsync(Maeve, ("name", name), ("own", own), ("others", others), ("kind", kind));

        Assert.Equal(wrong, Assert.Single(Maeve.Errors).InputId);
        Assert.Equal(others, Maeve.Form!.Inputs.Single(input => input.Id == "others").Given);
        Assert.Empty((await PersonAsync(Maeve)).Memberships);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        await Script.FillsInAsync(Maeve, ("name", new string('n', 81)), ("own", new string('o', 76)), ("others", new string('p', 76)));
        Assert.Equal(["name", "own", "others"], Maeve.Errors.Select(error => error.InputId));
    }

    [Fact]
    public async Task The_form_can_be_typed_with_a_step_back()
    {
        await Script.SaysAsync(Sam, "start a partnership");
        await Script.SaysAsync(Sam, "Harbour Hopes");
        await Script.SaysAsync(Sam, "back");
        await Script.SaysAsync(Sam, Together);
        await Script.SaysAsync(Sam, Visiting);
        await Script.SaysAsync(Sam, "Quayside Homes, Tenants' Group");
        await Script.SaysAsync(Sam, "skip");

        Assert.Contains("is ready", Script.Sees(Sam), StringComparison.Ordinal);
        Assert.Equal(Together, Assert.Single((await PersonAsync(Sam)).Memberships).Name);
    }

    [Fact]
    public async Task What_was_typed_before_cancel_is_there_again()
    {
        await Script.SaysAsync(Sam, "start");
        await Script.SaysAsync(Sam, Together);
        await Script.SaysAsync(Sam, "cancel");
        Assert.Contains("draft", Script.Sees(Sam), StringComparison.Ordinal);

        await Script.SaysAsync(Sam, "start");
        Assert.Contains("Which organisation are you from?", Script.Sees(Sam), StringComparison.Ordinal);
        await Script.SaysAsync(Sam, "back");
        Assert.Contains("Now: Harbour Homes Together", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_chat_is_asked_again()
    {
        await Script.SaysAsync(Sam, "start");
        await Script.SaysAsync(Sam, Together);
        await Script.SaysAsync(Sam, Visiting);
        await Script.SaysAsync(Sam, "Tenants' Group, tenants' group");
        await Script.SaysAsync(Sam, "skip");
        Assert.Contains("is there twice", Script.Sees(Sam), StringComparison.Ordinal);

        await Script.SaysAsync(Sam, "Tenants' Group");
        await Script.SaysAsync(Sam, "skip");
        Assert.Contains("is ready", Script.Sees(Sam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_typed_words_are_in_no_log()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await Script.SaysAsync(Sam, "canary words about somebody");
        Assert.All((string[])["Maeve", "Sam", Together, Quayside, Visiting, "canary"], word => Assert.DoesNotContain(word, Script.Log.Text, StringComparison.OrdinalIgnoreCase));
    }
}
