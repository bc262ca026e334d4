using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>A date for the talk, told to every member in their own time.</summary>
static class TalkDate
{
    const string Day = "day";
    const string Hour = "hour";
    const int MostDaysAhead = 60;

    static readonly IReadOnlyList<int> Hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        return await TalkRows.RoundAsync(turn, cancel) is { } round ? new InvokeResponse.Open(Draw(speech, round.Id)) : Speech.Show(speech.Line("Talk.None"));
    }

    public static async Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var speech = Speech.Of(turn);
        if (await TalkRows.RoundAsync(turn, cancel) is not { } round) return Speech.Show(speech.Line("Talk.None"));
        var (at, wrong) = Read(turn, speech);
        if (wrong is not null) return new InvokeResponse.Invalid(Draw(speech, round.Id).With(turn.Activity.Inputs), [wrong]);

        var before = await TalkRows.TalkAsync(turn, round.Id, cancel);
        if (before?.At != at)
        {
            var talk = new Talk(round.Id, at, turn.Member!.Id, (before?.Number ?? 0) + 1, "", before?.Version);
            turn.Save(talk.ToRow());
            turn.Schedule(TalkVerbs.Tell, turn.Now, $"{talk.Round}|{talk.Number}");
        }
        return Speech.Show(speech.Line("Talk.Set", speech.Moment(at)), speech.Small("Talk.SetNote"), Speech.Actions(speech.First(TalkVerbs.Talk, "Talk.Page", round.Id)));
    }

    /// <summary>Tells the next page of members, the suggester apart: what a member did is passed on, so it does not count against anybody's month. Where it stands is kept in the talk's row; a date that was changed since has its own telling.</summary>
    public static async Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|');
        if (await TalkRows.TalkAsync(turn, parts[0], cancel) is not { ToldTo: not Round.Everyone } talk
            || talk.Number.ToString(CultureInfo.InvariantCulture) != parts[1] || talk.At < turn.Now) return InvokeResponse.Ok;

        var name = await TalkRows.NameAsync(turn, talk.By, cancel);
        var page = await MemberPage.ReadAsync(turn, talk.ToldTo, cancel);
        foreach (var member in page.Members.Where(member => member.Id != talk.By))
        {
            var speech = Speech.Of(member);
            turn.Send(member.PersonId, Speech.Card(
                speech.Line("Talk.Told", name, speech.Moment(talk.At)),
                speech.Small("Talk.ToldNote"),
                Speech.Actions(speech.First(TalkVerbs.Talk, "Talk.Page", talk.Round), speech.Button(TalkVerbs.Date, "Talk.OtherDate", talk.Round))), started: true, budget: Budget.Free, until: talk.At);
        }
        turn.Save((talk with { ToldTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(TalkVerbs.Tell, turn.Now, turn.Activity.Value);
        return InvokeResponse.Ok;
    }

    static (DateTimeOffset At, InputError? Wrong) Read(TurnContext turn, Speech speech)
    {
        var today = Schedule.Today(turn.Now, speech.Zone);
        if (PlainDate.Parse(turn.Activity.Input(Day), today) is not { } day) return (default, new InputError(Day, speech["Talk.NotADay"]));
        if (!int.TryParse(turn.Activity.Input(Hour), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour > 23) return (default, new InputError(Hour, speech["Talk.NotAnHour"]));
        var at = Schedule.At(day, hour, speech.Zone);
        if (at <= turn.Now) return (default, new InputError(Day, speech["Talk.Past"]));
        return day > today.AddDays(MostDaysAhead) ? (default, new InputError(Day, speech["Talk.TooFar", MostDaysAhead])) : (at, null);
    }

    static Form Draw(Speech speech, string round) => new(
        TalkVerbs.Set,
        speech["Talk.Title"],
        [
            new FormNote(speech["Talk.DateNote"]),
            new DateInput(Day, speech["Talk.Day"]),
            new ChoiceInput(Hour, speech["Talk.Hour", PlainTime.City(speech.Zone)], [.. Hours.Select(hour => new Choice(hour.ToString(CultureInfo.InvariantCulture), speech["Talk.Hour.Choice", hour]))]),
        ],
        speech["Talk.Suggest"],
        round);
}
