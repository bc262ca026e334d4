using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.SmallGroups;

public sealed class ByNameTests
{
    const string Instead = "We'll each keep a private note.";

    [Fact]
    public async Task With_everybodys_yes_each_reads_the_others_by_name_at_the_close_and_the_store_forgets()
    {
        await using var harbour = await AskedAsync(3);
        var script = harbour.Script;
        foreach (var person in harbour.People)
        {
            Assert.DoesNotContain("A check-in by name", script.HasSeen(person), StringComparison.Ordinal);
            await script.PressesAsync(person, "Yes, share by name");
        }
        Assert.Equal(Sharing.ByName, (await harbour.PartnershipAsync()).Sharing);
        Assert.DoesNotContain(await script.RowsAsync(Harbour.Partition), row => row.Key.StartsWith("named-word|", StringComparison.Ordinal));

        await script.PressesAsync(harbour.People[0], "Answer by name");
        Assert.StartsWith("Your answers are shared with your name.", harbour.People[0].Form!.Elements.OfType<FormNote>().First().Text, StringComparison.Ordinal);
        await script.FillsInAsync(harbour.People[0], ("REL1", "2"), ("OPN1", "5"));
        await script.PressesAsync(harbour.People[1], "Answer by name");
        await script.FillsInAsync(harbour.People[1], ("REL1", "4"), ("OPN1", "PNA"));
        await script.PressesAsync(harbour.People[2], "Skip this time");
        Assert.DoesNotContain("What you each said", script.HasSeen(harbour.People[0]), StringComparison.Ordinal);

        var round = (await NamedAsync(harbour)).Text("id");
        Assert.Equal(2, (await harbour.OpenRowsAsync(round)).Count);
        await script.TimePassesAsync(TimeSpan.FromDays(9));
        foreach (var person in harbour.People)
        {
            Assert.Contains("Aoife:\n“Partners do what they say they will do.” A little true\n“It feels safe to raise a problem here.” Very true", script.Sees(person), StringComparison.Ordinal);
            Assert.Contains("Rhys:\n“Partners do what they say they will do.” Mostly true", script.Sees(person), StringComparison.Ordinal);
            Assert.DoesNotContain("Callum:", script.Sees(person), StringComparison.Ordinal);
            Assert.Single(script.Cards(person), card => card.Summary == "What you each said");
        }
        Assert.Empty(await harbour.OpenRowsAsync(round));
        Assert.Null(await script.Tables.Rounds.GetAsync(Keys.RoundKeys(round), "key", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_no_and_no_answer_look_the_same_to_everybody()
    {
        var seen = new List<string>();
        foreach (var last in (string?[])["No, a private note", null])
        {
            await using var harbour = await AskedAsync(4);
            foreach (var person in harbour.People.Take(3)) await harbour.Script.PressesAsync(person, "Yes, share by name");
            if (last is not null) await harbour.Script.PressesAsync(harbour.People[3], last);
            Assert.DoesNotContain(Instead, harbour.Script.Sees(harbour.People[0]), StringComparison.Ordinal);
            await harbour.Script.TimePassesAsync(TimeSpan.FromDays(4));
            foreach (var person in harbour.People) Assert.StartsWith(Instead, harbour.Script.Sees(person), StringComparison.Ordinal);
            Assert.Equal(Sharing.PrivateNotes, (await harbour.PartnershipAsync()).Sharing);
            Assert.DoesNotContain(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key.StartsWith("named-word|", StringComparison.Ordinal));
            seen.Add(string.Concat(harbour.People.Take(3).Select(harbour.Script.HasSeen)));
        }
        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task A_word_can_be_changed_until_it_is_decided_and_not_after()
    {
        await using var harbour = await AskedAsync(2);
        await harbour.Script.PressesAsync(harbour.People[1], "No, a private note");
        await harbour.Script.PressesAsync(harbour.People[1], "Yes, share by name");
        var late = harbour.Script.Press(harbour.Coordinator, "No, a private note");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Yes, share by name");
        Assert.Equal(Sharing.ByName, (await harbour.PartnershipAsync()).Sharing);
        await harbour.Script.DoesAsync(harbour.Coordinator, late, null);
        Assert.Equal("Open", (await NamedAsync(harbour)).Text("state"));
    }

    [Fact]
    public async Task Somebody_new_has_said_yes_to_nothing_and_reads_nothing()
    {
        await using var harbour = await AskedAsync(2);
        foreach (var person in harbour.People) await harbour.Script.PressesAsync(person, "Yes, share by name");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Answer by name");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("REL1", "2"), ("OPN1", "5"));
        var sunita = new ScriptPerson("Sunita", "slack");
        await harbour.JoinAsync(sunita);
        await harbour.ComesAsync("people.changed", "");
        Assert.Equal(Sharing.Sealed, (await harbour.PartnershipAsync()).Sharing);
        await harbour.Script.AsksAsync(sunita, "small.answer", (await NamedAsync(harbour)).Text("id"));
        Assert.Contains("you are not in it", harbour.Script.Sees(sunita), StringComparison.Ordinal);

        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(9));
        Assert.Contains("What you each said", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("What you each said", harbour.Script.HasSeen(sunita), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("Or you share answers by name, if everyone says yes.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_people_are_not_asked_again()
    {
        await using var harbour = await AskedAsync(2);
        foreach (var person in harbour.People) await harbour.Script.PressesAsync(person, "Yes, share by name");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(9));
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Share by name");
        Assert.Equal("Open", (await NamedAsync(harbour)).Text("state"));
        await harbour.Script.PressesAsync(harbour.People[1], "Answer by name");
        Assert.Contains("DIR1", harbour.People[1].Form!.Inputs.Select(input => input.Id));
    }

    [Fact]
    public async Task Answers_can_be_taken_back_and_times_that_come_twice_share_once()
    {
        await using var harbour = await AskedAsync(2);
        foreach (var person in harbour.People) await harbour.Script.PressesAsync(person, "Yes, share by name");
        await harbour.Script.PressesAsync(harbour.People[1], "Answer by name");
        await harbour.Script.FillsInAsync(harbour.People[1], ("REL1", "2"), ("OPN1", "5"));
        await harbour.Script.PressesAsync(harbour.People[1], "Remove my answers");
        var round = (await NamedAsync(harbour)).Text("id");
        await harbour.ComesAsync("small.share", round);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(9));
        foreach (var verb in (string[])["small.decide", "small.close", "small.share", "small.forget"]) await harbour.ComesAsync(verb, round);
        Assert.Contains("Nobody answered this time.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Single(harbour.Script.Cards(harbour.Coordinator), card => card.Summary == "What you each said");
    }

    static async Task<Harbour> AskedAsync(int people)
    {
        var harbour = await Harbour.OfAsync(people, "slack", "teams");
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Share by name");
        return harbour;
    }

    static async Task<Row> NamedAsync(Harbour harbour) => (await harbour.Script.RowsAsync(Harbour.Partition)).Single(row => row.Key == "named");
}
