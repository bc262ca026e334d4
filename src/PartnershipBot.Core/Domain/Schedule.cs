using NodaTime;
using NodaTime.TimeZones;

namespace PartnershipBot.Core.Domain;

/// <summary>When things are due: wall times of a zone, on days that are worked there. Zones are those of the time zone data that NodaTime brings, whatever the machine has.</summary>
public static class Schedule
{
    /// <summary>How many days a check-in stays open, before the wait for a working day.</summary>
    public const int DaysOpen = 7;

    /// <summary>The hour at which check-ins close.</summary>
    public const int ClosingHour = 17;

    /// <summary>A wall time that the clock jumps over moves on by as much as the clock did.</summary>
    static readonly SkippedTimeResolver Gap = Resolvers.ReturnForwardShifted;

    /// <summary>Of a wall time that comes twice, the first counts.</summary>
    static readonly AmbiguousTimeResolver Overlap = Resolvers.ReturnEarlier;

    static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Overlap, Gap);

    /// <returns>The instant of a wall time, UTC.</returns>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, string zone) =>
        (LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time)).InZone(Zone(zone), Resolver).ToDateTimeOffset().ToUniversalTime();

    /// <param name="hour">0 to 23.</param>
    /// <inheritdoc cref="At(DateOnly, TimeOnly, string)"/>
    public static DateTimeOffset At(DateOnly day, int hour, string zone) => At(day, new TimeOnly(hour, 0), zone);

    /// <summary>The day it is in the zone.</summary>
    public static DateOnly Today(DateTimeOffset now, string zone) => Local(now, zone).Date.ToDateOnly();

    /// <summary>The hour it is in the zone, 0 to 23.</summary>
    public static int HourOf(DateTimeOffset now, string zone) => Local(now, zone).Hour;

    /// <summary>Monday to Friday, public holidays aside.</summary>
    public static bool IsWorkingDay(DateOnly day, Nation nation) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Is(nation, day);

    /// <returns>The day itself when it is one.</returns>
    public static DateOnly WorkingDayFrom(DateOnly day, Nation nation)
    {
        while (!IsWorkingDay(day, nation)) day = day.AddDays(1);
        return day;
    }

    /// <summary>When a check-in that opens now closes: 17:00 on the first working day that is a week away or more. UTC.</summary>
    /// <param name="nation">Null for the zone's likeliest.</param>
    /// <param name="days">For how many days it takes answers, at least.</param>
    public static DateTimeOffset ClosesAt(DateTimeOffset now, string zone, Nation? nation = null, int days = DaysOpen) =>
        At(WorkingDayFrom(Today(now, zone).AddDays(days), nation ?? Nations.Of(zone)), ClosingHour, zone);

    /// <summary>When a first check-in opens by itself: the next working Tuesday after today that is not between Christmas and New Year, at the hour. UTC.</summary>
    /// <param name="nation">Null for the zone's likeliest.</param>
    public static DateTimeOffset FirstOpening(DateTimeOffset now, string zone, int hour, Nation? nation = null)
    {
        var day = Today(now, zone).AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Tuesday || !IsWorkingDay(day, nation ?? Nations.Of(zone)) || day is { Month: 12, Day: >= 24 } or { Month: 1, Day: <= 2 }) day = day.AddDays(1);
        return At(day, hour, zone);
    }

    /// <summary>The next time a rhythm comes round. What was missed is not made up: the next is always after now.</summary>
    /// <param name="anchor">The local day of the first occurrence, from which the others are counted.</param>
    /// <param name="hour">0 to 23, of the wall clock in the zone.</param>
    /// <param name="zone">An IANA zone id.</param>
    /// <returns>The first occurrence whose time is after the given one; null for a rhythm that no calendar gives.</returns>
    public static Occurrence? Next(Rhythm rhythm, DateOnly anchor, int hour, string zone, Nation nation, DateTimeOffset after)
    {
        if (rhythm == Rhythm.AfterAMeeting) return null;
        var today = Today(after, zone);
        // A day may wait for a working one, so an occurrence planned a while ago may still be ahead.
        for (var count = Math.Max(0, CountUntil(rhythm, anchor, today) - 2); ; count++)
        {
            var planned = Planned(rhythm, anchor, count);
            var day = WorkingDayFrom(planned, nation);
            var at = At(day, hour, zone);
            if (at > after) return new Occurrence(planned, day, at);
        }
    }

    static DateOnly Planned(Rhythm rhythm, DateOnly anchor, int count) => rhythm switch
    {
        Rhythm.Weekly => anchor.AddDays(7 * count),
        Rhythm.Fortnightly => anchor.AddDays(14 * count),
        // Counted from the anchor, so that the 31st comes back after a short month.
        Rhythm.Monthly => anchor.AddMonths(count),
        Rhythm.Quarterly => anchor.AddMonths(3 * count),
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm), rhythm, "No calendar gives this rhythm."),
    };

    static int CountUntil(Rhythm rhythm, DateOnly anchor, DateOnly day) => rhythm switch
    {
        Rhythm.Weekly => (day.DayNumber - anchor.DayNumber) / 7,
        Rhythm.Fortnightly => (day.DayNumber - anchor.DayNumber) / 14,
        Rhythm.Monthly => Months(anchor, day),
        _ => Months(anchor, day) / 3,
    };

    static int Months(DateOnly from, DateOnly to) => 12 * (to.Year - from.Year) + to.Month - from.Month;

    static ZonedDateTime Local(DateTimeOffset time, string zone) => Instant.FromDateTimeOffset(time).InZone(Zone(zone));

    static DateTimeZone Zone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZoneProviders.Tzdb[Person.DefaultZone];
}
