using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>Somebody whom their organisation has not confirmed may answer, and does not count.</summary>
public sealed class CountingTests
{
    static readonly ScriptPerson Sunita = new("Sunita", "slack");

    [Fact]
    public async Task The_first_round_waits_for_five_who_are_confirmed()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await harbour.JoinAsync(Sunita, "homes", confirmed: false);
        await harbour.ComesAsync("checkin.first", "");
        Assert.Empty(await harbour.RoundsAsync());
    }

    [Fact]
    public async Task Answers_of_somebody_unconfirmed_are_left_out_and_they_are_told_before()
    {
        await using var harbour = await Harbour.OfAsync(8);
        var who = new ScriptPerson("Sunita", "slack");
        await harbour.JoinAsync(who, "homes", confirmed: false);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Open for 9 people");
        Assert.Contains("If they have not said so when this closes, your answers are left out.", harbour.Script.Sees(who), StringComparison.Ordinal);
        Assert.DoesNotContain("left out", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);

        foreach (var person in harbour.People.Take(6)) await harbour.AnswersAsync(person, "3", "3");
        await harbour.AnswersAsync(who, "5", "5");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.SaysAsync(harbour.People[7], "result");
        Assert.Contains("6 of 8 people answered.", harbour.Script.Sees(harbour.People[7]), StringComparison.Ordinal);
        Assert.Contains("3.0 out of 5, from 6 people.", harbour.Script.Sees(harbour.People[7]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_answers_of_whom_one_is_not_confirmed_show_nothing()
    {
        await using var harbour = await Harbour.OfAsync(7);
        var who = new ScriptPerson("Sunita", "slack");
        await harbour.JoinAsync(who, "homes", confirmed: false);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Open for 8 people");
        foreach (var person in (ScriptPerson[])[.. harbour.People.Take(4), who]) await harbour.AnswersAsync(person, "3", "3");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        await harbour.Script.SaysAsync(harbour.People[5], "result");
        Assert.Contains("Not enough answers to show safely.", harbour.Script.Sees(harbour.People[5]), StringComparison.Ordinal);
    }
}
