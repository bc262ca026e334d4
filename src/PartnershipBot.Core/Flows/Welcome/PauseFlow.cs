using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>No messages for a while. Nobody is told.</summary>
internal static class PauseFlow
{
    public static Task<InvokeResponse> PauseAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person, typed) = (new Say(turn.Language), turn.Person!, turn.Activity.Value);
        if (typed.Length == 0 || turn.Home != person.Partition) return Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Draw(say, person)));
        return Task.FromResult(PlainDate.Parse(typed, Today(turn)) switch
        {
            null => Say.Show(say.Line("Pause.NotADay"), say.Small("NothingChanged"), Say.Actions(say.First("pause", "Pause.PickDay"), say.Button("help", "Help.Button"))),
            { } day when day <= Today(turn) => Say.Show(say.Line("Pause.Past"), say.Small("NothingChanged"), Say.Actions(say.First("pause", "Pause.PickDay"))),
            { } day => Paused(turn, day),
        });
    }

    public static Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person, given) = (new Say(turn.Language), turn.Person!, turn.Activity.Input("until"));
        if (given.Length == 0) return Task.FromResult(Paused(turn, null));
        return Task.FromResult<InvokeResponse>(PlainDate.Parse(given, Today(turn)) switch
        {
            null => new InvokeResponse.Invalid(Draw(say, person).With(turn.Activity.Inputs), [new InputError("until", say["Pause.NotADay"])]),
            { } day when day <= Today(turn) => new InvokeResponse.Invalid(Draw(say, person).With(turn.Activity.Inputs), [new InputError("until", say["Pause.Past"])]),
            { } day => Paused(turn, day),
        });
    }

    public static Task<InvokeResponse> ResumeAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        if (turn.Home != person.Partition)
        {
            // Pressed on a partnership's card: a pause belongs to the person, so the press that ends it has to come from there.
            var card = Say.Card(say.Line("Resume.Sure"), Say.Actions(say.First("resume", "Resume.Button")));
            return Task.FromResult<InvokeResponse>(new InvokeResponse.Show(card with { Origin = new Origin(person.Partition) }));
        }
        var was = person.IsPaused(turn.Now);
        if (person.PausedUntil is not null) turn.Save((person with { PausedUntil = null }).ToRow());
        return Task.FromResult(Back(say, person, say.Line(was ? "Resume.Done" : "Resume.NotPaused", say.Hour(person.Hour, person.Zone))));
    }

    static InvokeResponse Paused(TurnContext turn, DateOnly? day)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        var paused = person with { PausedUntil = day is { } until ? Schedule.At(until, person.Hour, person.Zone) : Person.ForNow };
        turn.Save(paused.ToRow());
        return Say.Show(
            new TextBlock(HomeFlow.PausedWords(say, paused)),
            say.Small("Pause.NotTold"),
            Say.Actions(say.Button("resume", "Resume.Button"), say.Button("pause", "Pause.OtherDay")));
    }

    /// <summary>Shown in the person's own partition, with a way to where their words belong.</summary>
    static InvokeResponse Back(Say say, Person person, TextBlock words) => new InvokeResponse.Show(
        Say.Card(words, Say.Actions(say.First("home", "Home.Button"))) with { Origin = new Origin(person.Home) });

    static DateOnly Today(TurnContext turn) => DateOnly.FromDateTime(PlainTime.In(turn.Now, turn.Person!.Zone).Date);

    static Form Draw(Say say, Person person) => new(
        "pause.set",
        say["Pause.Title"],
        [
            new FormNote(say["Pause.Note"]),
            new DateInput("until", say["Pause.Until"], say["Pause.Until.Hint"], Required: false),
        ],
        say["Pause.Submit"],
        Origin: new Origin(person.Partition));
}
