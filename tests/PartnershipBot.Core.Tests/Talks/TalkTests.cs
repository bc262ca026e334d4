using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Talks;

public sealed class TalkTests
{
    [Fact]
    public async Task A_result_offers_a_page_to_read_aloud()
    {
        await using var harbour = await Harbour.OfAsync(6);
        await PlayAsync(harbour, "4", "2");
        await harbour.Script.PressesAsync(harbour.People[2], "Take 20 minutes together");
        var page = harbour.Script.Sees(harbour.People[2]);
        Assert.Contains("“Partners do what they say they will do.” You said about “mostly true”.", page, StringComparison.Ordinal);
        Assert.Contains("1. What would make it easier to say early that something is wrong?", page, StringComparison.Ordinal);
        Assert.Contains("3. What is one small thing that one of us will do, and by when?", page, StringComparison.Ordinal);
        Assert.Contains("read their own words, as they said them", page, StringComparison.Ordinal);
        Assert.DoesNotContain("out of 5", page, StringComparison.Ordinal);
        Assert.Contains("[Pick a date] [Write the note] [Nothing this time]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_clear_fall_it_says_what_has_shifted_and_asks_about_that_first()
    {
        await using var harbour = await Harbour.OfAsync(8);
        await PlayAsync(harbour, "4", "4");
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");
        await harbour.OpenAsync();
        foreach (var person in harbour.People)
        {
            await harbour.Script.PressesAsync(person, "Answer now");
            await harbour.Script.FillsInAsync(person, ("REL1", "4"), ("OPN1", person == harbour.People[0] ? "3" : "2"), ("DIR1", "2"));
        }
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[2], "talk");
        var page = harbour.Script.Sees(harbour.People[2]);
        Assert.Contains("Something has shifted since November: it feels less safe to raise a problem", page, StringComparison.Ordinal);
        Assert.Contains("1. What has changed since it felt different to raise a problem?", page, StringComparison.Ordinal);
        Assert.Contains("2. What would make it easier to say early that something is wrong?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_the_money_reads_no_figures_before_the_others_have_talked()
    {
        await using var harbour = await Harbour.OfAsync(6);
        await harbour.Script.Tables.Main.CommitAsync(Harbour.Partition,
            [new Change.Put(new Organisation("council", "The Council", OrganisationKind.Partner, true, null).ToRow())], TestContext.Current.CancellationToken);
        await GateTests.LeadAsync(harbour, harbour.People[5], "council");
        await PlayAsync(harbour, "4", "2");
        await harbour.Script.SaysAsync(harbour.People[5], "talk");
        Assert.Contains("you see the figures after the others have talked", harbour.Script.Sees(harbour.People[5]), StringComparison.Ordinal);
        Assert.DoesNotContain("mostly true", harbour.Script.Sees(harbour.People[5]), StringComparison.Ordinal);

        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        await harbour.Script.SaysAsync(harbour.People[5], "talk");
        Assert.DoesNotContain("after the others have talked", harbour.Script.Sees(harbour.People[5]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_with_no_figures_and_before_any_check_in()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.People[1], "talk");
        Assert.Contains("1. What did a partner do lately that helped you?", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await PlayAsync(harbour, "DK", "DK");
        await harbour.Script.SaysAsync(harbour.People[1], "talk");
        Assert.Contains("There are no figures this time", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Contains("2. What makes working together harder than it needs to be?", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(harbour.People[1], "Write the note");
        await harbour.Script.FillsInAsync(harbour.People[1], ("words", "We meet again in a month."));
        Assert.Contains("We meet again in a month.", harbour.Script.Sees(harbour.People[3]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_is_told_to_every_member_in_their_own_time_once_and_then_it_is_quiet()
    {
        await using var harbour = await Harbour.OfAsync(35, "slack");
        var script = harbour.Script;
        var abroad = harbour.People[7];
        await script.AsksAsync(abroad, "when");
        await script.FillsInAsync(abroad, ("zone", "Europe/Dublin"));
        await script.AsksAsync(harbour.People[8], "pause");
        await script.FillsInAsync(harbour.People[8], ("until", "2027-03-20"));
        await harbour.OpenAsync();
        await harbour.CloseAsync();

        await script.PressesAsync(harbour.People[2], "Take 20 minutes together");
        await script.PressesAsync(harbour.People[2], "Pick a date");
        await script.FillsInAsync(harbour.People[2], ("day", "2026-12-03"), ("hour", "14"));
        Assert.Contains("20 minutes together, Thu 3 Dec, 14:00 London", script.Sees(harbour.People[2]), StringComparison.Ordinal);
        await harbour.ComesAsync("talk.tell", (await harbour.RoundAsync()).Id + "|1");
        foreach (var person in harbour.People.Where(person => person != harbour.People[2] && person != harbour.People[8]))
            Assert.Single(script.Cards(person), card => card.Summary.StartsWith("Callum suggests 20 minutes together about the last check-in: Thu 3 Dec, 14:00", StringComparison.Ordinal));
        Assert.Contains("Thu 3 Dec, 14:00 Dublin", script.Sees(abroad), StringComparison.Ordinal);
        Assert.DoesNotContain("suggests 20 minutes", script.HasSeen(harbour.People[8]), StringComparison.Ordinal);

        var seen = harbour.People.Sum(person => script.Cards(person).Count);
        await script.TimePassesAsync(new DateTimeOffset(2026, 12, 3, 14, 30, 0, TimeSpan.Zero) - script.Clock.GetUtcNow());
        Assert.Equal(seen, harbour.People.Sum(person => script.Cards(person).Count));
    }

    [Theory]
    [InlineData("2026-11-20", "14", "day")]
    [InlineData("2027-11-20", "14", "day")]
    [InlineData("soon", "14", "day")]
    [InlineData("2026-12-03", "noon", "hour")]
    public async Task A_date_that_cannot_be_is_refused_beside_it(string day, string hour, string wrong)
    {
        await using var harbour = await Harbour.OfAsync(5);
        await PlayAsync(harbour, "3", "3");
        await harbour.Script.PressesAsync(harbour.People[2], "Take 20 minutes together");
        await harbour.Script.PressesAsync(harbour.People[2], "Pick a date");
        await harbour.Script.FillsInAsync(harbour.People[2], ("day", day), ("hour", hour));
        Assert.Equal(wrong, Assert.Single(harbour.People[2].Errors).InputId);
        Assert.DoesNotContain("suggests 20 minutes", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
    }

    internal static async Task PlayAsync(Harbour harbour, string rel, string opn)
    {
        await harbour.OpenAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, rel, opn);
        await harbour.CloseAsync();
    }
}
