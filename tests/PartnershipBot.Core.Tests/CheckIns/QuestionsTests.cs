using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>A partnership leaves questions out and asks its own.</summary>
public sealed class QuestionsTests
{
    [Fact]
    public async Task What_is_left_out_is_not_asked_from_the_next_check_in_on()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await ChoosesAsync(harbour, ("OPN1", "leave"));
        Assert.Contains("Left out:\n• It feels safe to raise a problem here.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        Assert.Equal(["REL1", "OPN1"], harbour.People[1].Form!.Inputs.Select(input => input.Id));
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");
        await harbour.OpenAsync();
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        Assert.Equal(["REL1", "DIR1"], harbour.People[1].Form!.Inputs.Select(input => input.Id));
    }

    [Fact]
    public async Task Own_questions_are_asked_after_the_packs_and_their_result_is_shown()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await AddsAsync(harbour, "We answer each other's   mails.", "FREQ5");
        await harbour.OpenAsync();
        foreach (var person in harbour.People)
        {
            await harbour.Script.PressesAsync(person, "Answer now");
            var own = person.Form!.Inputs.Last();
            Assert.Equal("We answer each other's mails.", own.Label);
            Assert.Contains("NC", Assert.IsType<Core.Cards.ChoiceInput>(own).Choices.Select(choice => choice.Value));
            await harbour.Script.FillsInAsync(person, ("REL1", "3"), ("OPN1", "3"), (own.Id, "3"));
        }
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[1], "result");
        Assert.Contains("“We answer each other's mails.” You said about “about half the time”", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_words_are_a_new_question_and_the_old_one_stays_for_its_rounds()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await AddsAsync(harbour, "We answer mails.", "TRUE5");
        await harbour.OpenAsync();
        var first = Assert.Single(await OwnAsync(harbour));
        await harbour.Script.SaysAsync(harbour.Coordinator, "questions");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Change your own");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("which", first.Id), ("what", "reword"), ("words", "We answer mails within a week."));
        var own = await OwnAsync(harbour);
        Assert.Equal(2, own.Count);
        Assert.NotEqual(first.Id, own.Single(question => question.IsAsked).Id);
        Assert.Equal("We answer mails.", own.Single(question => !question.IsAsked).Words);
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        Assert.Equal("We answer mails.", harbour.People[1].Form!.Inputs.Last().Label);
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[2], "nothing this time");

        await harbour.Script.SaysAsync(harbour.Coordinator, "questions");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Change your own");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("which", own.Single(question => question.IsAsked).Id), ("what", "stop"));
        await harbour.OpenAsync();
        await harbour.Script.PressesAsync(harbour.People[1], "Answer now");
        Assert.Equal(["REL1", "OPN1", "DIR1"], harbour.People[1].Form!.Inputs.Select(input => input.Id));
    }

    [Fact]
    public async Task A_sixth_own_question_is_refused_and_so_are_the_same_words_and_none()
    {
        await using var harbour = await Harbour.OfAsync(5);
        for (var number = 1; number <= OwnQuestion.Most; number++) await AddsAsync(harbour, $"We do thing {number}.", "TRUE5");
        await harbour.Script.SaysAsync(harbour.Coordinator, "questions");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Add your own");
        Assert.Contains("You have 5 questions of your own", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.Coordinator, "questions.added", "", ("words", "One more"), ("scale", "TRUE5"));
        Assert.Equal(OwnQuestion.Most, (await OwnAsync(harbour)).Count);
        foreach (var (words, scale, beside) in (IEnumerable<(string, string, string)>)[("we do thing 2.", "TRUE5", "words"), (" ", "TRUE5", "words"), (new string('x', 141), "TRUE5", "words"), ("New", "CHANGE5", "scale")])
        {
            await harbour.Script.AsksAsync(harbour.Coordinator, "questions.added", "", ("words", words), ("scale", scale));
            Assert.Equal(beside, Assert.Single(harbour.Coordinator.Errors).InputId);
        }
    }

    [Fact]
    public async Task With_everything_switched_off_nothing_opens_and_it_is_said_kindly()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChoosesAsync(harbour, ("REL1", "leave"), ("OPN1", "leave"), ("DIR1", "leave"));
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        Assert.Contains("Every question is switched off, so there is nothing to ask and I opened nothing.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.Coordinator, "checkin.open.yes");
        await harbour.ComesAsync("checkin.first", "");
        Assert.Empty(await harbour.RoundsAsync());

        await AddsAsync(harbour, "We answer mails.", "TRUE5");
        await harbour.OpenAsync();
        Assert.Contains("We answer mails.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Contains("[Very true]", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_coordinator_changes_the_questions()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.AsksAsync(harbour.People[1], "questions.added", "", ("words", "Mine"), ("scale", "TRUE5"));
        Assert.Contains("Only a coordinator", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.Empty(await OwnAsync(harbour));
    }

    static async Task ChoosesAsync(Harbour harbour, params (string Id, string Value)[] choices)
    {
        await harbour.Script.SaysAsync(harbour.Coordinator, "questions");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Leave out or ask");
        await harbour.Script.FillsInAsync(harbour.Coordinator, choices);
    }

    static async Task AddsAsync(Harbour harbour, string words, string scale)
    {
        await harbour.Script.SaysAsync(harbour.Coordinator, "questions");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Add your own");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("words", words), ("scale", scale));
    }

    static async Task<IReadOnlyList<OwnQuestion>> OwnAsync(Harbour harbour) =>
        [.. (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => row.Key.StartsWith(OwnQuestion.Prefix, StringComparison.Ordinal)).Select(OwnQuestion.FromRow)];
}
