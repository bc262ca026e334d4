using System.Globalization;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>When a partnership checks in, and the next time that it will: one row, so that a time fires once however often it comes.</summary>
/// <param name="Day">Monday to Friday.</param>
/// <param name="Hour">Of the wall clock in the zone, 0 to 23.</param>
/// <param name="Zone">The partnership's, as an IANA id.</param>
/// <param name="FullEachQuarter">Whether the full check-in takes the place of a pulse each quarter.</param>
/// <param name="DaysOpen">For how many days a check-in takes answers.</param>
/// <param name="Anchor">From which its days are counted; see <see cref="Cadence.Anchor"/>.</param>
/// <param name="Next">The day of the next check-in in the zone; null when a meeting decides.</param>
/// <param name="Full">The day of the last full check-in, or of the rhythm's beginning.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record RhythmSetting(
    Rhythm Rhythm,
    DayOfWeek Day,
    int Hour,
    string Zone,
    bool FullEachQuarter,
    int DaysOpen,
    DateOnly Anchor,
    DateOnly? Next,
    DateOnly Full,
    string? Version)
{
    public const string Key = "rhythm";

    /// <summary>How much sooner than after three months a full check-in may come, because months have four or five Tuesdays and holidays move days.</summary>
    const int DaysBetweenFull = 80;

    /// <summary>When the next check-in opens, UTC; null when a meeting decides.</summary>
    public DateTimeOffset? NextAt => Next is { } day ? Schedule.At(day, Hour, Zone) : null;

    /// <summary>Whether it asks people more often than their budget of messages covers.</summary>
    public bool IsQuick => IsQuicker(Rhythm);

    public static bool IsQuicker(Rhythm than) => than is Rhythm.Weekly or Rhythm.Fortnightly or Rhythm.AfterAMeeting;

    /// <summary>What a partnership has that chose nothing: a month from its first check-in, and so on.</summary>
    public static RhythmSetting Usual(string zone, Nation nation, DateOnly today) =>
        new RhythmSetting(Rhythm.Monthly, DayOfWeek.Tuesday, Person.DefaultHour, zone, true, Schedule.DaysOpen, today, null, today, null)
            .Through(Cadence.InWeekOf(today, DayOfWeek.Tuesday), nation, today);

    /// <summary>The same rhythm, counted from a day of it.</summary>
    public RhythmSetting Through(DateOnly day, Nation nation, DateOnly today) => (this with { Anchor = Cadence.Anchor(Rhythm, day) }).GoOn(nation, today);

    /// <summary>The same rhythm with its next day after the given one. Days that were missed are not made up.</summary>
    public RhythmSetting GoOn(Nation nation, DateOnly today) => this with { Next = Cadence.Next(Rhythm, Anchor, Day, Zone, nation, today) };

    /// <summary>Whether a check-in on this day is the full one.</summary>
    public bool IsFullOn(DateOnly day) => FullEachQuarter && day.DayNumber - Full.DayNumber >= DaysBetweenFull;

    public static RhythmSetting? FromRow(Row? row) => row is null ? null : new(
        Enum.Parse<Rhythm>(row.Text("rhythm")), Enum.Parse<DayOfWeek>(row.Text("day")), (int)row.Number("hour"), row.Text("zone"),
        row.Flag("fullEachQuarter"), (int)row.Number("daysOpen"), Date(row.Text("anchor")), row.Text("next") is { Length: > 0 } next ? Date(next) : null,
        Date(row.Text("full")), row.ETag);

    public Row ToRow() => new(Key, new Columns
    {
        ["rhythm"] = Rhythm.ToString(),
        ["day"] = Day.ToString(),
        ["hour"] = (long)Hour,
        ["zone"] = Zone,
        ["fullEachQuarter"] = FullEachQuarter,
        ["daysOpen"] = (long)DaysOpen,
        ["anchor"] = Text(Anchor),
        ["next"] = Next is { } next ? Text(next) : "",
        ["full"] = Text(Full),
    }, Version);

    /// <summary>A day as an occurrence's job carries it: yyyy-MM-dd.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
