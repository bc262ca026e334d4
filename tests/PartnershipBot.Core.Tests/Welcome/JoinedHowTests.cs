using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class JoinedHowTests : WelcomeScript
{
    [Fact]
    public async Task Until_every_lead_has_said_it_is_treated_as_one_that_had_to_happen()
    {
        await StartAsync();
        var started = Script.Clock.GetUtcNow();
        Assert.Equal(started.AddDays(90), (await KeptAsync()).MandatedUntil);
        await SaysAsync(Maeve, "We chose it");
        Assert.Null((await KeptAsync()).MandatedUntil);

        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        Assert.Equal(started.AddDays(90), (await KeptAsync()).MandatedUntil);
        await SaysAsync(Sam, "We were nudged");
        Assert.Null((await KeptAsync()).MandatedUntil);
    }

    [Fact]
    public async Task One_who_had_to_makes_all_start_small_for_ninety_days_and_nobody_is_told_who()
    {
        await StartAsync();
        await JoinAsync(Sam, await InviteAsync(Maeve, Visiting));
        await SaysAsync(Maeve, "We chose it");
        await SaysAsync(Sam, "We had to");
        Assert.Contains("What is one thing each of you would want from this even if no one made you?", Script.Sees(Sam), StringComparison.Ordinal);

        var partnership = await KeptAsync();
        Assert.True(partnership.IsMandated(Script.Clock.GetUtcNow()));
        Assert.False(partnership.IsMandated(Script.Clock.GetUtcNow().AddDays(90)));
        foreach (var words in (string[])["home", "status", "size", "add", "help", "how we joined"])
        {
            await Script.SaysAsync(Maeve, words);
            Assert.DoesNotContain("had to.", Script.Sees(Maeve), StringComparison.Ordinal);
        }
        Assert.Contains("You said: We chose it.", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_after_each_answer_is_the_same()
    {
        await StartAsync();
        await SaysAsync(Maeve, "We had to");
        var had = Script.Sees(Maeve);
        await SaysAsync(Maeve, "We chose it");
        Assert.Equal(had, Script.Sees(Maeve));
    }

    [Fact]
    public async Task Only_who_leads_is_asked_and_a_lead_who_has_left_no_longer_counts()
    {
        await StartAsync();
        var code = await InviteAsync(Maeve, Visiting);
        await JoinAsync(Sam, code);
        var priya = new ScriptPerson("Priya", "slack");
        await JoinAsync(priya, code);
        await Script.AsksAsync(priya, "joined.how.set", "had");
        Assert.StartsWith("Only ", Script.Sees(priya), StringComparison.Ordinal);

        await SaysAsync(Maeve, "We chose it");
        await Script.SaysAsync(Sam, "leave");
        await Script.PressesAsync(Sam, "Leave");
        Assert.Null((await KeptAsync()).MandatedUntil);
    }

    [Fact]
    public async Task A_lead_is_reminded_on_their_page_until_they_have_said()
    {
        await StartAsync();
        await Script.SaysAsync(Maeve, "home");
        Assert.Contains("One question is open for you alone", Script.Sees(Maeve), StringComparison.Ordinal);
        await SaysAsync(Maeve, "We were nudged");
        await Script.SaysAsync(Maeve, "home");
        Assert.DoesNotContain("One question is open for you alone", Script.Sees(Maeve), StringComparison.Ordinal);
        await Script.PressesAsync(Maeve, "How we came to be here");
        Assert.Contains("You said: We were nudged.", Script.Sees(Maeve), StringComparison.Ordinal);
    }

    async Task SaysAsync(ScriptPerson who, string answer)
    {
        await Script.AsksAsync(who, "joined.how");
        await Script.PressesAsync(who, answer);
    }

    async Task<Partnership> KeptAsync()
    {
        var id = await PartnershipAsync(Maeve);
        return Partnership.FromRow(id, (await Script.Tables.Main.GetAsync(Keys.Partnership(id), Keys.Profile, TestContext.Current.CancellationToken))!);
    }
}
