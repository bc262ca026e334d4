using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The form in which a rhythm is chosen.</summary>
static class RhythmForm
{
    const string Often = "often";
    const string Day = "day";
    const string Hour = "hour";
    const string Zone = "zone";
    const string Full = "full";
    const string Yes = "yes";
    const string No = "no";

    /// <summary>The hours of a working day in which people may be written to.</summary>
    static readonly IReadOnlyList<int> Hours = [9, 10, 11, 12, 13, 14, 15, 16];

    static readonly IReadOnlyList<DayOfWeek> Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static Form Draw(Reader reader, RhythmSetting setting, IReadOnlyList<string> zones)
    {
        var hours = Hours.Contains(setting.Hour) ? Hours : [setting.Hour, .. Hours];
        return new Form(
            CheckInVerbs.RhythmSet,
            reader["Rhythm.Title"],
            [
                new FormNote(reader["Rhythm.Note"]),
                new ChoiceInput(Often, reader["Rhythm.How"], [.. Enum.GetValues<Rhythm>().Select(rhythm => new Choice(rhythm.ToString(), reader[$"Rhythm.Choice.{rhythm}"]))], reader["Rhythm.How.Hint"]) { Given = setting.Rhythm.ToString() },
                new ChoiceInput(Day, reader["Rhythm.Day"], [.. Days.Select(day => new Choice(day.ToString(), Texts.Culture(reader.Language).DateTimeFormat.GetDayName(day)))]) { Given = setting.Day.ToString() },
                new ChoiceInput(Hour, reader["Rhythm.Hour"], [.. hours.Select(hour => new Choice(Number(hour), reader["Rhythm.Hour.Choice", hour]))]) { Given = Number(setting.Hour) },
                new ChoiceInput(Zone, reader["Rhythm.Zone"], [.. zones.Select(zone => new Choice(zone, PlainTime.City(zone)))], reader["Rhythm.Zone.Hint"]) { Given = setting.Zone },
                new ChoiceInput(Full, reader["Rhythm.Full"], [new Choice(Yes, reader["Rhythm.Full.Yes"]), new Choice(No, reader["Rhythm.Full.No"])]) { Given = setting.FullEachQuarter ? Yes : No },
            ],
            reader["Rhythm.Submit"]);
    }

    /// <returns>The setting with what was chosen, or null with the mistakes.</returns>
    public static (RhythmSetting? Chosen, IReadOnlyList<InputError> Errors) Read(Reader reader, Activity activity, RhythmSetting setting)
    {
        var errors = new List<InputError>();
        var full = activity.Input(Full);
        var isRhythm = Enum.TryParse<Rhythm>(activity.Input(Often), out var rhythm) && Enum.IsDefined(rhythm);
        var isDay = Enum.TryParse<DayOfWeek>(activity.Input(Day), out var day) && Days.Contains(day);
        var isHour = int.TryParse(activity.Input(Hour), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and <= 23;
        if (!isRhythm) Wrong(Often);
        if (!isDay) Wrong(Day);
        if (!isHour) Wrong(Hour);
        if (!PlainTime.IsKnown(activity.Input(Zone))) Wrong(Zone);
        if (full is not (Yes or No)) Wrong(Full);
        return errors.Count > 0
            ? (null, errors)
            : (setting with { Rhythm = rhythm, Day = day, Hour = hour, Zone = activity.Input(Zone), FullEachQuarter = full == Yes }, []);

        void Wrong(string input) => errors.Add(new InputError(input, reader["Rhythm.Pick"]));
    }

    static string Number(int hour) => hour.ToString(CultureInfo.InvariantCulture);
}
