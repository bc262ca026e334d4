using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The hour at which the bot may write, in which zone, on which days and how often.</summary>
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

    /// <summary>Every choice of working days, the fullest weeks first.</summary>
    static readonly IReadOnlyList<Weekdays> Weeks =
        [.. Enumerable.Range(1, (int)Weekdays.MondayToFriday).Select(days => (Weekdays)days).OrderByDescending(days => days.Each().Count()).ThenBy(days => (int)days), Weekdays.All];

    static readonly IReadOnlyList<int> Budgets = [2, 4, 8, Budget.NoLimit];

    public static Task<InvokeResponse> WhenAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Draw(turn)));

    public static Task<InvokeResponse> SetAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person, zone) = (new Say(turn.Language), turn.Person!, turn.Activity.Input("zone"));
        var isHour = int.TryParse(turn.Activity.Input("hour"), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 23;
        if (!PlainTime.IsKnown(zone)) return Wrong(turn, new InputError("zone", say["When.Zone.Missing"]));
        if (!isHour) return Wrong(turn, new InputError("hour", say["When.Hour.Missing"]));
        if (!Numbered(turn, "days", person.Days, out var days) || !Weeks.Append(person.Days).Contains(days)) return Wrong(turn, new InputError("days", say["When.Days.Missing"]));
        if (!Numbered(turn, "most", person.MostMessages, out var most) || !Budgets.Append(person.MostMessages).Contains(most)) return Wrong(turn, new InputError("most", say["When.Most.Missing"]));

        Save(turn, person with { Zone = zone, Hour = hour, Days = days, MostMessages = most });
        return Task.FromResult(Say.Show(say.Line("When.Set", say.Hour(hour, zone)), say.Small("When.Only"), Say.Actions(say.Button("when.quiet", "Quiet.Button"))));
    }

    /// <summary>Keeps what the person chose, and tells the partnerships when the bot may write to them.</summary>
    public static void Save(TurnContext turn, Person person)
    {
        turn.Save(person.ToRow());
        if (person.SendTime == turn.Person!.SendTime) return;
        foreach (var membership in person.Memberships)
            turn.Schedule("member.zone", turn.Now, new MovedZone(membership.Member, person.Zone, person.SendTime).ToString(), Keys.Partnership(membership.Partnership));
    }

    /// <summary>What is not in the form stays as it was.</summary>
    static bool Numbered<T>(TurnContext turn, string input, T before, out T value) where T : struct
    {
        var given = turn.Activity.Input(input);
        value = before;
        if (given.Length == 0) return true;
        if (!int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return false;
        value = typeof(T).IsEnum ? (T)Enum.ToObject(typeof(T), number) : (T)(object)number;
        return true;
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
                new ChoiceInput("days", say["When.Days"], [.. WeeksFor(person).Select(week => new Choice(Text((int)week), Week(say, week)))]) { Given = Text((int)person.Days) },
                new ChoiceInput("most", say["When.Most"], [.. Budgets.Union([person.MostMessages]).Select(most => new Choice(Text(most), most == Budget.NoLimit ? say["When.Most.NoLimit"] : say["When.Most.Choice", most]))], say["When.Most.Hint"])
                {
                    Given = Text(person.MostMessages),
                },
            ],
            say["When.Submit"],
            Origin: new Origin(person.Partition));
    }

    static IEnumerable<Weekdays> WeeksFor(Person person) => Weeks.Union([person.Days]);

    static string Week(Say say, Weekdays days) => days switch
    {
        Weekdays.MondayToFriday => say["When.Days.Week"],
        Weekdays.All => say["When.Days.All"],
        _ => string.Join(", ", days.Each().Select(say.DayName)),
    };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Whole countries look for their own cities.
    static string Cities(Say say, string zone) => zone switch
    {
        "Europe/London" => say["When.Zone.London"],
        "Asia/Kolkata" => say["When.Zone.Kolkata"],
        _ => PlainTime.City(zone),
    };
}
