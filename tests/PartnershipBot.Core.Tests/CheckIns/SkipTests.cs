namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class SkipTests
{
    [Fact]
    public async Task Who_skipped_and_then_answers_after_all_is_counted_and_who_only_skipped_is_not()
    {
        await using var harbour = await Harbour.OfAsync(7);
        await harbour.OpenAsync();
        foreach (var person in harbour.People.Take(2)) await harbour.Script.PressesAsync(person, "Skip this time");
        foreach (var person in harbour.People.Skip(1).Take(4)) await harbour.AnswersAsync(person, "4", "4");
        var all = await harbour.Script.Rounds.AllAsync((await harbour.RoundAsync()).Id, TestContext.Current.CancellationToken);
        Assert.Equal(4, all.Count);
        Assert.All(all, one => Assert.Equal(["OPN1", "REL1"], one.Given.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Who_answered_and_then_skips_keeps_what_they_said()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        var skip = harbour.Script.Press(harbour.People[1], "Skip this time");
        await harbour.AnswersAsync(harbour.People[1], "4", "4");
        await harbour.Script.DoesAsync(harbour.People[1], skip, null);
        Assert.Single(await harbour.Script.Rounds.AllAsync((await harbour.RoundAsync()).Id, TestContext.Current.CancellationToken));
    }
}
