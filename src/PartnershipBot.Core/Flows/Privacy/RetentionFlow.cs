using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>How long a partnership keeps what it heard and did: a coordinator decides, everybody reads of it in the log.</summary>
internal static class RetentionFlow
{
    static readonly IReadOnlyList<string> Years = ["1", "2", "3", "6"];

    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel) =>
        new InvokeResponse.Open(Draw(PrivacyWords.To(turn), await PartnershipAsync(turn, cancel)));

    public static async Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, partnership, given) = (PrivacyWords.To(turn), await PartnershipAsync(turn, cancel), turn.Activity.Input("years"));
        if (!Years.Contains(given, StringComparer.Ordinal))
            return new InvokeResponse.Invalid(Draw(say, partnership), [new InputError("years", say["Retention.Choose"])]);

        var years = int.Parse(given, CultureInfo.InvariantCulture);
        if (years != partnership.KeepYears)
        {
            turn.Save((partnership with { KeepYears = years }).ToRow());
            turn.Note(LogEntry.RetentionChanged, number: years);
        }
        return PrivacyWords.Show(say.Line("Retention.Done", say[$"Retention.Years.{years}"]), say.Small("Retention.Seen"),
            PrivacyWords.Actions(say.Button(PrivacyVerbs.Log, "Log.Button"), say.Button(PrivacyVerbs.Home, "Home.Button")));
    }

    static async Task<Partnership> PartnershipAsync(TurnContext turn, CancellationToken cancel) =>
        Partnership.FromRow(turn.PartnershipId, (await turn.GetAsync(Keys.Profile, cancel))!);

    static Form Draw(PrivacyWords say, Partnership partnership) => new(
        PrivacyVerbs.RetentionSet,
        say["Retention.Title"],
        [
            new FormNote(say["Retention.Note"]),
            new ChoiceInput("years", say["Retention.HowLong"], [.. Years.Select(years => new Choice(years, say[$"Retention.Years.{years}"]))])
            {
                Given = partnership.KeepYears.ToString(CultureInfo.InvariantCulture),
            },
        ],
        say["Retention.Save"]);
}
