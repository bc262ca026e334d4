using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Talks;

public sealed class NoteTests
{
    [Fact]
    public async Task Any_member_writes_it_and_all_are_told_once()
    {
        await using var harbour = await Harbour.OfAsync(35, "slack");
        var script = harbour.Script;
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        var writer = harbour.People[3];
        await script.SaysAsync(writer, "talk");
        await script.PressesAsync(writer, "Write the note");
        await script.FillsInAsync(writer, ("words", "We heard that calls wait too long."), ("promise1", "Ring back within two days, Quayside Homes,\nby 12 Dec"));
        await harbour.ComesAsync("note.tell", (await harbour.RoundAsync()).Id);
        foreach (var person in harbour.People.Where(person => person != writer))
        {
            var card = Assert.Single(script.Cards(person), card => card.Summary == "What we heard, what we will do");
            Assert.Equal("What we heard, what we will do\nWe heard that calls wait too long.\nWe will:\n• Ring back within two days, Quayside Homes, by 12 Dec\nPriya wrote this for all members. The next check-in can open.", Script.Words(card));
        }

        await script.SaysAsync(harbour.People[9], "home");
        Assert.Contains("What we heard, what we will do: We heard that calls wait too long.", script.Sees(harbour.People[9]), StringComparison.Ordinal);

        await script.PressesAsync(writer, "Change it");
        Assert.Equal("We heard that calls wait too long.", writer.Form!.Inputs.First().Given);
        await script.FillsInAsync(writer, ("words", "We heard that calls wait too long in the mornings."));
        Assert.Single(script.Cards(harbour.People[10]), card => card.Summary == "What we heard, what we will do");
        await script.SaysAsync(harbour.People[10], "note");
        Assert.Contains("in the mornings", script.Sees(harbour.People[10]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_of_two_stands()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await TalkTests.PlayAsync(harbour, "3", "3");
        foreach (var person in harbour.People.Take(2)) await harbour.Script.AsksAsync(person, "note");
        await harbour.Script.FillsInAsync(harbour.People[1], ("words", "Mine is first."));
        await harbour.Script.FillsInAsync(harbour.People[0], ("words", "Mine is second."));
        Assert.Contains("Mine is first.", harbour.Script.Sees(harbour.People[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Mine is second.", harbour.Script.HasSeen(harbour.People[2]), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");
        Assert.Contains("Mine is first.", harbour.Script.Sees(harbour.People[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_nothing_this_time_somebody_may_still_write_one()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await TalkTests.PlayAsync(harbour, "3", "3");
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");
        Assert.DoesNotContain("wrote this", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.People[4], "note");
        await harbour.Script.FillsInAsync(harbour.People[4], ("words", "One thing after all."));
        Assert.Contains("One thing after all.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_or_with_too_many_it_is_refused_beside_them()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await TalkTests.PlayAsync(harbour, "3", "3");
        var person = harbour.People[1];
        await harbour.Script.AsksAsync(person, "note");
        await harbour.Script.FillsInAsync(person, ("promise2", new string('x', 201)));
        Assert.Equal(["words", "promise2"], person.Errors.Select(error => error.InputId));
        await harbour.Script.FillsInAsync(person, ("words", new string('x', 1_501)), ("promise2", ""));
        Assert.Equal(["words"], person.Errors.Select(error => error.InputId));
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("has no note yet", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_left_writes_nothing()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await TalkTests.PlayAsync(harbour, "3", "3");
        var person = harbour.People[1];
        await harbour.Script.AsksAsync(person, "note");
        var sent = harbour.Script.Filled(person, ("words", "Late words."));
        await harbour.Script.SaysAsync(person, "leave");
        await harbour.Script.PressesAsync(person, "Leave");
        await harbour.Script.DoesAsync(person, sent, null);
        Assert.DoesNotContain(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key.StartsWith("note|", StringComparison.Ordinal));
    }
}
