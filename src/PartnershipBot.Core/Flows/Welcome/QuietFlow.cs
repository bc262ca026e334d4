using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The hours and the public holidays on which the bot does not write first.</summary>
internal static class QuietFlow
{
    static readonly IReadOnlyList<(int From, int Until)> Hours = [(9, 17), (8, 18), (10, 16), (9, 13), (13, 17), (7, 21)];

    public static Task<InvokeResponse> QuietAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Draw(turn)));

    public static Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        var hours = Hours.Append(person.Hours).Where(choice => Value(choice) == turn.Activity.Input("hours")).ToList();
        if (hours.Count == 0) return Wrong(turn, new InputError("hours", say["Quiet.Hours.Missing"]));
        if (Nations.Parse(turn.Activity.Input("nation")) is not { } nation) return Wrong(turn, new InputError("nation", say["Quiet.Nation.Missing"]));

        WhenFlow.Save(turn, person with { Hours = hours[0], Nation = nation });
        return Task.FromResult(Say.Show(say.Line("Quiet.Set", hours[0].From, hours[0].Until, PlainTime.City(person.Zone)), say.Small("When.Only")));
    }

    static Task<InvokeResponse> Wrong(TurnContext turn, InputError error) =>
        Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Draw(turn).With(turn.Activity.Inputs), [error]));

    static Form Draw(TurnContext turn)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        return new Form(
            "when.quiet.set",
            say["Quiet.Title"],
            [
                new FormNote(say["Quiet.Note"]),
                new ChoiceInput("hours", say["Quiet.Hours"], [.. Hours.Union([person.Hours]).Select(choice => new Choice(Value(choice), say["Quiet.Hours.Choice", choice.From, choice.Until]))])
                {
                    Given = Value(person.Hours),
                },
                new ChoiceInput("nation", say["Quiet.Nation"], [.. Enum.GetValues<Nation>().Select(nation => new Choice(nation.ToString(), say[$"Quiet.Nation.{nation}"]))])
                {
                    Given = person.SendTime.Nation.ToString(),
                },
            ],
            say["When.Submit"],
            Origin: new Origin(person.Partition));
    }

    static string Value((int From, int Until) hours) => string.Create(CultureInfo.InvariantCulture, $"{hours.From}-{hours.Until}");
}
