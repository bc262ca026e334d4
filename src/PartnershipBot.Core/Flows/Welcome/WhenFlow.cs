using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The hour at which the bot may write, and in which zone.</summary>
internal static class WhenFlow
{
    /// <summary>The hours that may be chosen: a working day.</summary>
    static readonly IReadOnlyList<int> Hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17];

    /// <summary>Zones that may be chosen. Others come from the person's platform.</summary>
    static readonly IReadOnlyList<string> Zones =
    [
        "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Brussels", "Europe/Amsterdam", "Europe/Berlin",
        "Europe/Madrid", "Europe/Rome", "Europe/Warsaw", "Europe/Bucharest", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul",
        "Africa/Lagos", "Africa/Nairobi", "Africa/Johannesburg", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Hong_Kong",
        "Australia/Sydney", "Pacific/Auckland", "America/New_York", "America/Toronto", "America/Los_Angeles",
    ];

    public static Task<InvokeResponse> WhenAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Draw(turn)));

    public static Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person, zone) = (new Say(turn.Language), turn.Person!, turn.Activity.Input("zone"));
        var isHour = int.TryParse(turn.Activity.Input("hour"), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 23;
        if (!PlainTime.IsKnown(zone)) return Wrong(turn, new InputError("zone", say["When.Zone.Missing"]));
        if (!isHour) return Wrong(turn, new InputError("hour", say["When.Hour.Missing"]));

        turn.Save((person with { Zone = zone, Hour = hour }).ToRow());
        if (zone != person.Zone)
            foreach (var membership in person.Memberships)
                turn.Schedule("member.zone", turn.Now, new MovedZone(membership.Member, zone).ToString(), Keys.Partnership(membership.Partnership));
        return Task.FromResult(Say.Show(say.Line("When.Set", say.Hour(hour, zone)), say.Small("When.Only")));
    }

    static Task<InvokeResponse> Wrong(TurnContext turn, InputError error) =>
        Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Draw(turn).With(turn.Activity.Inputs), [error]));

    static Form Draw(TurnContext turn)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        var zones = Zones.Contains(person.Zone) ? Zones : [person.Zone, .. Zones];
        var hours = Hours.Contains(person.Hour) ? Hours : [person.Hour, .. Hours];
        return new Form(
            "when.set",
            say["When.Title"],
            [
                new FormNote(say["When.Note"]),
                new ChoiceInput("hour", say["When.Hour"], [.. hours.Select(h => new Choice(h.ToString(CultureInfo.InvariantCulture), say["When.Hour.Choice", h]))])
                {
                    Given = person.Hour.ToString(CultureInfo.InvariantCulture),
                },
                new ChoiceInput("zone", say["When.Zone"], [.. zones.Select(zone => new Choice(zone, Cities(say, zone)))], say["When.Zone.Hint"]) { Given = person.Zone },
            ],
            say["When.Submit"],
            Origin: new Origin(person.Partition));
    }

    // Whole countries look for their own cities.
    static string Cities(Say say, string zone) => zone switch
    {
        "Europe/London" => say["When.Zone.London"],
        "Asia/Kolkata" => say["When.Zone.Kolkata"],
        _ => PlainTime.City(zone),
    };
}
