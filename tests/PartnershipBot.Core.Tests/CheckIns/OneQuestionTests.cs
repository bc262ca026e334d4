using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>A check-in of one question, answered with a press in the message.</summary>
public sealed class OneQuestionTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_press_answers_and_the_next_changes_it()
    {
        await using var harbour = await OpenAsync();
        var rhys = harbour.People[1];
        var asked = harbour.Script.Sees(rhys);
        Assert.Contains("Partners do what they say they will do.", asked, StringComparison.Ordinal);
        Assert.Contains("Harbour Support, who runs this service", asked, StringComparison.Ordinal);
        Assert.Contains("[Not true at all] [A little true] [Partly true] [Mostly true] [Very true] [Something else]", asked, StringComparison.Ordinal);
        await harbour.Script.PressesAsync(rhys, "Mostly true");
        Assert.Null(rhys.Form);
        Assert.Contains("Recorded. You can press another answer to change it until Tue 1 Dec, 17:00 London.", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        Assert.Equal("4", await AnswerAsync(harbour, rhys));
        await harbour.Script.PressesAsync(rhys, "Not true at all");
        Assert.Equal("1", await AnswerAsync(harbour, rhys));
        Assert.Single(harbour.Script.Cards(rhys));
    }

    [Fact]
    public async Task Something_else_has_what_is_no_score_and_every_way_out()
    {
        await using var harbour = await OpenAsync();
        var rhys = harbour.People[1];
        await harbour.Script.PressesAsync(rhys, "Something else");
        Assert.Contains("[I don't know yet] [I'd rather not say] [In an hour] [Skip this time] [Pause] [Back to the answers]", harbour.Script.Sees(rhys), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(rhys, "I'd rather not say");
        Assert.Equal("PNA", await AnswerAsync(harbour, rhys));
        await harbour.Script.PressesAsync(rhys, "Something else");
        await harbour.Script.PressesAsync(rhys, "Remove my answers");
        Assert.Null(await AnswerAsync(harbour, rhys));
    }

    [Fact]
    public async Task No_card_tells_which_answer_was_pressed()
    {
        await using var harbour = await OpenAsync();
        var (rhys, callum) = (harbour.People[1], harbour.People[2]);
        await harbour.Script.PressesAsync(rhys, "Very true");
        await harbour.Script.PressesAsync(callum, "Not true at all");
        Assert.Equal(harbour.Script.Sees(rhys), harbour.Script.Sees(callum));
    }

    [Theory]
    [InlineData("REL1|6")]
    [InlineData("OPN1|4")]
    [InlineData("REL1|")]
    [InlineData("REL1")]
    public async Task A_press_that_no_button_has_is_refused(string answer)
    {
        await using var harbour = await OpenAsync();
        var round = await harbour.RoundAsync();
        await harbour.Script.AsksAsync(harbour.People[1], "checkin.rate", $"{round.Id}|{answer}");
        Assert.Contains("That is not one of the answers. Nothing was changed.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Empty(await harbour.OpenRowsAsync(round.Id));
    }

    [Fact]
    public async Task A_press_after_closing_changes_nothing()
    {
        await using var harbour = await OpenAsync();
        var press = harbour.Script.Press(harbour.People[1], "Mostly true");
        await harbour.CloseAsync();
        await harbour.Script.DoesAsync(harbour.People[1], press, press.MessageId);
        Assert.Contains("This check-in has closed. Nothing was changed.", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
    }

    static async Task<Harbour> OpenAsync()
    {
        var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.Script.Tables.Main.CommitAsync(Harbour.Partition, [new Change.Put(new Core.Domain.LeftOut(new HashSet<string>(["OPN1", "DIR1"]), null).ToRow())], Cancel);
        await harbour.OpenAsync();
        return harbour;
    }

    static async Task<string?> AnswerAsync(Harbour harbour, ScriptPerson who) =>
        (await harbour.Script.Rounds.ReadAsync((await harbour.RoundAsync()).Id, harbour.MemberId(who), Cancel))?.Given["REL1"];
}
