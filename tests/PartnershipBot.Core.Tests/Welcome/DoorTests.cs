using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class DoorTests : WelcomeScript
{
    [Fact]
    public async Task An_invitations_page_has_three_doors()
    {
        await StartAsync();
        var card = CardIn(await BrowsesAsync("join.page", await InviteAsync(Maeve, Tenants)));
        Assert.EndsWith("[I use Slack] [I use Teams] [Neither: answer here]", Script.Words(card), StringComparison.Ordinal);
        Assert.Contains("You are invited to join for Tenants' Group", Script.Words(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("join.slack", "our Slack workspace")]
    [InlineData("join.teams", "for us in Teams")]
    public async Task The_other_doors_give_the_exact_words_to_type_and_to_ask_IT(string verb, string it)
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Tenants);
        var words = Script.Words(CardIn(await BrowsesAsync(verb, code.Replace("-", "", StringComparison.Ordinal))));
        Assert.Contains("join " + code, words, StringComparison.Ordinal);
        Assert.Contains(it, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_third_door_makes_a_full_member_with_three_words_and_a_page()
    {
        var words = await ComeInAsync();
        Assert.Equal(3, words.Split(' ').Length);
        Assert.Contains(Card().Elements.OfType<ActionSet>().Single().Actions.OfType<Link>(), link => link.Url == new Uri("https://bot.example/me/joans-page"));

        var partnership = await PartnershipAsync(Joan);
        var member = (await MembersAsync(partnership)).Single(m => m.PersonId == PersonId(Joan));
        Assert.Equal(("Joan B", "o2"), (member.Name, member.OrganisationId));
        var person = await PersonAsync(Joan);
        Assert.Equal("Joan B", person.Name);
        Assert.DoesNotContain(words, string.Join('|', (await Script.RowsAsync(person.Partition)).Concat(await Script.RowsAsync("partnership|" + partnership)).SelectMany(row => row.Columns.Values)), StringComparison.Ordinal);

        await Script.PressesAsync(Joan, "Try one question");
        await Script.PressesAsync(Joan, "2 A little true");
        Assert.Contains("your answer was not kept", Script.Sees(Joan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_opens_with_the_words_however_they_are_typed()
    {
        var words = await ComeInAsync();
        await Script.AsksAsync(Joan, "door.page");
        await Script.FillsInAsync(Joan, ("key", $"  {words.ToUpperInvariant().Replace(' ', '-')} "));
        Assert.Contains(Together, Script.Sees(Joan), StringComparison.Ordinal);
        await Script.PressesAsync(Joan, "Open");
        Assert.Contains("Nothing to answer now", Script.Sees(Joan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("three wrong words")]
    public async Task Wrong_words_do_not_open_the_page(string typed)
    {
        await ComeInAsync();
        await Script.AsksAsync(Joan, "door.page");
        await Script.FillsInAsync(Joan, ("key", typed));
        Assert.Equal("key", Assert.Single(Joan.Errors).InputId);
    }

    [Fact]
    public async Task A_second_delivery_shows_the_words_that_are_kept()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Tenants);
        await Script.AsksAsync(Joan, "join.name", code);
        var here = Here();
        await Script.DoesAsync(Joan, here, null);
        var first = ShownWords();
        await Script.DoesAsync(Joan, here, null);
        Assert.Equal(first, ShownWords());
        await Script.AsksAsync(Joan, "door.page");
        await Script.FillsInAsync(Joan, ("key", first));
        Assert.IsType<InvokeResponse.Show>(Joan.Answer);
    }

    [Fact]
    public async Task Two_people_get_different_words()
    {
        var first = await ComeInAsync();
        var second = new ScriptPerson("Ifan", "door");
        await Script.AsksAsync(second, "join.name", invited!);
        await Script.DoesAsync(second, Script.Filled(second, ("name", "Ifan")), null);
        Assert.NotEqual(first, CardIn(second.Answer).Elements.OfType<FactSet>().Single().Facts[0].Value);
    }

    [Fact]
    public async Task A_name_is_needed()
    {
        await StartAsync();
        await Script.AsksAsync(Joan, "join.name", await InviteAsync(Maeve, Tenants));
        await Script.FillsInAsync(Joan, ("name", "  "));
        Assert.Equal("name", Assert.Single(Joan.Errors).InputId);
        Assert.Single(await MembersAsync(await PartnershipAsync(Maeve)));
    }

    [Fact]
    public async Task On_a_page_help_speaks_of_buttons_and_has_those_for_pausing_and_leaving()
    {
        await ComeInAsync();
        await Script.AsksAsync(Joan, "help");
        Assert.DoesNotContain("type", Script.Sees(Joan).Replace("Nothing has to be typed", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("[Where things are] [When I write] [Pause] [Who sees what] [Leave]", Script.Sees(Joan), StringComparison.Ordinal);

        await Script.PressesAsync(Joan, "Pause");
        await Script.FillsInAsync(Joan, ("until", ""));
        await Script.AsksAsync(Joan, "help");
        Assert.Contains("[Resume]", Script.Sees(Joan), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_are_1024_different_short_ones()
    {
        Assert.Equal(1_024, KeyWords.All.Distinct().Count());
        Assert.All(KeyWords.All, word => Assert.Matches("^[a-z]{3,7}$", word));
    }

    string? invited;

    async Task<string> ComeInAsync()
    {
        await StartAsync();
        invited = await InviteAsync(Maeve, Tenants);
        await Script.AsksAsync(Joan, "join.name", invited);
        await Script.DoesAsync(Joan, Here(), null);
        return ShownWords();
    }

    Activity Here()
    {
        var filled = Script.Filled(Joan, ("name", " Joan  B "));
        return filled with { Inputs = new Dictionary<string, string>(filled.Inputs) { ["page"] = "/me/joans-page" } };
    }

    Card Card() => CardIn(Joan.Answer);

    string ShownWords() => Card().Elements.OfType<FactSet>().Single().Facts.Single(fact => fact.Name == "Your three words").Value;
}
