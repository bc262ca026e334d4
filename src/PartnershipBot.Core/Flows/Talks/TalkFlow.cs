using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Twenty minutes together after a check-in: one page to read aloud. It works with figures or without, on a screen or on paper.</summary>
static class TalkFlow
{
    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        if (await TalkRows.RoundAsync(turn, cancel) is not { } round)
            return Speech.Show(speech.Heading("Talk.Title"), speech.Line("Talk.Read"), Asked(speech, TalkQuestions.KeysFor([], null)), speech.Line("Talk.Users"), speech.Small("Talk.None"));

        var note = await TalkRows.NoteAsync(turn, round.Id, cancel);
        var date = await TalkRows.TalkAsync(turn, round.Id, cancel) is { } talk && talk.At > turn.Now ? talk : null;
        var waits = await MoneyHolders.WaitAsync(turn, round, note, cancel);
        var shift = waits ? null : Shift.Of(round, await TalkRows.BeforeAsync(turn, round, cancel));
        var without = waits ? "Talk.NotYet" : RoundResult.FromJson(round.Result).ShowsAnything ? "Talk.Broad" : "Talk.NoFigures";
        return new InvokeResponse.Show(Page(speech, round.Id, waits ? [] : Heard.Of(round), shift, without, date, note));
    }

    /// <param name="without">What is said in place of figures.</param>
    /// <param name="date">The date that is still to come; null when none is set.</param>
    static Card Page(Speech speech, string round, IReadOnlyList<Heard> heard, Shift? shift, string without, Talk? date, Note? note) =>
        Speech.Card(
            speech.Heading("Talk.Title"),
            speech.Line("Talk.Read"),
            date is null ? null : speech.Line("Talk.When", speech.Moment(date.At)),
            shift is { IsFall: true } ? speech.Line("Talk.Fell", speech.Month(shift.Since), shift.Say(speech)) : null,
            heard.Count > 0
                ? new TextBlock(speech[heard.Count > Heard.MostAloud ? "Talk.HeardSome" : "Talk.Heard"] + "\n" + string.Join('\n', Heard.Aloud(heard).Select(one => one.Say(speech))))
                : speech.Line(without),
            Asked(speech, TalkQuestions.KeysFor(heard, shift)),
            speech.Line("Talk.Users"),
            speech.Small("Talk.Quiet"),
            Speech.Actions([
                speech.First(TalkVerbs.Date, date is null ? "Talk.PickDate" : "Talk.OtherDate", round),
                speech.Button(TalkVerbs.Note, note is null or { IsNothing: true } ? "Note.Write" : "Note.See", round),
                .. note is null ? [speech.Button(TalkVerbs.Nothing, "Note.Nothing", round)] : Array.Empty<CardAction>(),
            ]));

    static TextBlock Asked(Speech speech, IReadOnlyList<string> keys) =>
        new(speech["Talk.Questions"] + "\n" + string.Join('\n', keys.Select((key, at) => speech["Talk.Question", at + 1, speech[key]])));
}
