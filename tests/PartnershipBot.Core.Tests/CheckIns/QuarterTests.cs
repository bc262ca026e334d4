using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class QuarterTests
{
    [Fact]
    public async Task A_quarter_of_three_check_ins_with_a_pause_and_a_night_when_the_clock_moves()
    {
        await using var harbour = await Harbour.OfAsync(6);
        var script = harbour.Script;
        // Monday 1 February 2027; the clocks go forward on 28 March.
        await script.TimePassesAsync(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero) - script.Clock.GetUtcNow());
        await RhythmTests.ChooseAsync(harbour, Rhythm.Monthly, ("day", "Tuesday"), ("hour", "10"));
        Assert.Contains("Next: Tue 2 Feb, 10:00 London.", script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        var away = harbour.People[5];

        await RoundAsync(harbour, new DateTimeOffset(2027, 2, 2, 10, 0, 0, TimeSpan.Zero), harbour.People);
        await script.AsksAsync(away, "pause");
        await script.FillsInAsync(away, ("until", "2027-03-20"));
        var seen = script.Cards(away).Count;
        await RoundAsync(harbour, new DateTimeOffset(2027, 3, 2, 10, 0, 0, TimeSpan.Zero), [.. harbour.People.Take(5)]);
        Assert.Equal(seen, script.Cards(away).Count);
        // Summer time: 10:00 in London is an hour earlier by the sun.
        await RoundAsync(harbour, new DateTimeOffset(2027, 4, 6, 9, 0, 0, TimeSpan.Zero), harbour.People);
        Assert.Equal(3, (await harbour.RoundsAsync()).Count);
    }

    /// <summary>The day comes, people answer, it closes by itself, and one of them says what was heard.</summary>
    static async Task RoundAsync(Harbour harbour, DateTimeOffset opens, IReadOnlyList<ScriptPerson> answering)
    {
        var script = harbour.Script;
        var before = (await harbour.RoundsAsync()).Count;
        await script.TimePassesAsync(opens - TimeSpan.FromMinutes(1) - script.Clock.GetUtcNow());
        Assert.Equal(before, (await harbour.RoundsAsync()).Count);
        await script.TimePassesAsync(TimeSpan.FromMinutes(2));
        var round = Assert.Single(await harbour.RoundsAsync(), round => round.OpenedAt == opens);

        foreach (var person in answering)
        {
            await script.PressesAsync(person, "Answer now");
            await script.FillsInAsync(person, [.. person.Form!.Inputs.Select(input => (input.Id, "4"))]);
        }
        await script.TimePassesAsync(round.ClosesAt - script.Clock.GetUtcNow() + TimeSpan.FromHours(20));
        var writer = answering[before % answering.Count];
        Assert.Contains("What we heard", script.HasSeen(writer), StringComparison.Ordinal);
        await script.PressesAsync(writer, "Take 20 minutes together");
        await script.PressesAsync(writer, "Write the note");
        await script.FillsInAsync(writer, ("words", "We heard that it goes well."));
    }
}
