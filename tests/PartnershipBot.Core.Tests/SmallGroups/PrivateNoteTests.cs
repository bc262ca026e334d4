using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.SmallGroups;

public sealed class PrivateNoteTests
{
    [Fact]
    public async Task A_note_stays_in_the_persons_own_partition_and_comes_back_the_next_time()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await ChooseAsync(harbour);
        Assert.Equal(Sharing.PrivateNotes, (await harbour.PartnershipAsync()).Sharing);
        var who = harbour.People[1];
        var before = await KeptAsync(harbour);
        await harbour.Script.PressesAsync(who, "Write my note");
        Assert.Contains(who.Form!.Elements.OfType<FormNote>(), note => note.Text.StartsWith("Only you see it.", StringComparison.Ordinal));
        await harbour.Script.FillsInAsync(who, ("REL1", "4"), ("OPN1", "2"));
        Assert.Contains("Kept. I'll show it to you the next time.", harbour.Script.Sees(who), StringComparison.Ordinal);
        Assert.Equal(before, await KeptAsync(harbour));

        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(30));
        await ChooseAsync(harbour);
        await harbour.Script.PressesAsync(who, "Write my note");
        Assert.Contains(who.Form!.Elements.OfType<FormNote>(), note => note.Text.Contains("On Tue 24 Nov you said:\n“Partners do what they say they will do.” Mostly true", StringComparison.Ordinal));
        Assert.Contains("DIR1", who.Form.Inputs.Select(input => input.Id));
        Assert.DoesNotContain("Mostly true", string.Concat(harbour.People.Where(other => other != who).Select(harbour.Script.HasSeen)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_can_be_removed()
    {
        await using var harbour = await Harbour.OfAsync(3);
        await ChooseAsync(harbour);
        await harbour.Script.PressesAsync(harbour.People[2], "Write my note");
        await harbour.Script.FillsInAsync(harbour.People[2], ("REL1", "4"), ("OPN1", "2"));
        await harbour.Script.PressesAsync(harbour.People[2], "Remove my note");
        Assert.DoesNotContain(await harbour.Script.RowsAsync(harbour.PersonPartition(harbour.People[2])), row => row.Key.StartsWith("own-note|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_is_none_of_the_choices_is_said_beside_its_question()
    {
        await using var harbour = await Harbour.OfAsync(2);
        await ChooseAsync(harbour);
        await harbour.Script.PressesAsync(harbour.People[1], "Write my note");
        await harbour.Script.FillsInAsync(harbour.People[1], ("REL1", "9"), ("OPN1", "2"));
        Assert.Equal("REL1", Assert.Single(harbour.People[1].Errors).InputId);
    }

    [Fact]
    public async Task Somebody_of_another_partnership_keeps_no_note_here()
    {
        await using var harbour = await Harbour.OfAsync(2);
        var stranger = new ScriptPerson("Nuala", "teams");
        await harbour.Script.AsksAsync(stranger, "small.note", Harbour.Id);
        Assert.Contains("You are not in that partnership now.", harbour.Script.Sees(stranger), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_there_is_nothing_to_choose()
    {
        await using var harbour = await Harbour.OfAsync(1);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("There is only you so far.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_five_people_on_ratings_are_mixed_again()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await ChooseAsync(harbour);
        await harbour.JoinAsync(new ScriptPerson("Sunita", "slack"));
        await harbour.ComesAsync("people.changed", "");
        Assert.Equal(Sharing.Sealed, (await harbour.PartnershipAsync()).Sharing);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("Open a check-in?", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_weeks_after_the_first_day_the_coordinator_of_few_is_offered_the_two_ways_once()
    {
        await using var harbour = await Harbour.OfAsync(3);
        await harbour.ComesAsync("small.offer", "");
        Assert.Contains("There are three of you. I can't hide who said what.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Empty(harbour.Script.HasSeen(harbour.People[1]));
        await harbour.Script.PressesAsync(harbour.Coordinator, "Private notes");
        var cards = harbour.Script.Cards(harbour.Coordinator).Count;
        await harbour.ComesAsync("small.offer", "");
        Assert.Equal(cards, harbour.Script.Cards(harbour.Coordinator).Count);
    }

    [Fact]
    public async Task Five_people_are_not_offered_them()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.ComesAsync("small.offer", "");
        Assert.Empty(harbour.Script.HasSeen(harbour.Coordinator));
    }

    static async Task ChooseAsync(Harbour harbour)
    {
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Private notes");
    }

    /// <summary>The partnership's rows.</summary>
    static async Task<IReadOnlyList<string>> KeptAsync(Harbour harbour) => [.. (await harbour.Script.RowsAsync(Harbour.Partition)).Select(row => row.Key + row.ETag)];
}
