using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Privacy;

/// <summary>Skip, pause, stop for now, leave: each at most two presses, and what becomes of answers.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task Leaving_takes_open_ratings_out_and_says_so_before()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync();
        var who = harbour.People[2];
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "4", "4");
        await harbour.Script.SaysAsync(who, "leave");
        Assert.Contains("Your ratings in a check-in that is open are taken out as you leave.", harbour.Script.Sees(who), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(who, "Leave");
        Assert.Equal(5, (await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id)).Count);
        await harbour.Script.PressesAsync(who, "Change");
        Assert.Contains("partnership you are not in", harbour.Script.HasSeen(who), StringComparison.Ordinal);
        Assert.Equal(5, (await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id)).Count);
    }

    [Fact]
    public async Task Leaving_leaves_the_same_rows_whether_somebody_answered_or_not()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync();
        await harbour.AnswersAsync(harbour.People[2], "4", "4");
        foreach (var who in new[] { harbour.People[2], harbour.People[3] })
        {
            await harbour.Script.SaysAsync(who, "leave");
            await harbour.Script.PressesAsync(who, "Leave");
        }
        var rows = await harbour.Script.RowsAsync(Harbour.Partition);
        int Count(ScriptPerson who) => rows.Count(row => row.Key.Contains(harbour.MemberId(who), StringComparison.Ordinal));
        Assert.Equal(Count(harbour.People[2]), Count(harbour.People[3]));
        Assert.Empty(await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id));
    }

    [Fact]
    public async Task Stopping_for_now_keeps_answers()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        var who = harbour.People[1];
        await harbour.AnswersAsync(who, "4", "4");
        await harbour.Script.AsksAsync(who, "pause");
        Assert.Contains(who.Form!.Elements.OfType<Core.Cards.FormNote>(), note => note.Text.Contains("What you have answered stays.", StringComparison.Ordinal));
        await harbour.Script.FillsInAsync(who, ("until", ""));
        Assert.Single(await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id));
    }

    [Fact]
    public async Task A_question_and_a_round_are_skipped_with_one_press_each()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        await harbour.AnswersAsync(harbour.People[1], "PNA", "4");
        Assert.Single(await harbour.OpenRowsAsync((await harbour.RoundAsync()).Id));
        await harbour.Script.PressesAsync(harbour.People[2], "Skip this time");
        Assert.Contains("you can answer until", harbour.Script.Sees(harbour.People[2]), StringComparison.Ordinal);
    }
}
