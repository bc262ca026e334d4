using NodaTime;
using NodaTime.TimeZones;

namespace PartnershipBot.Core.Domain;

/// <summary>When things are due: wall times of people's own zones, on days that they work.</summary>
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
        (day.ToLocalDate() + time.ToLocalTime()).InZone(Zone(zone), Resolver).ToDateTimeOffset().ToUniversalTime();

    /// <summary>The day it is in the zone.</summary>
    public static DateOnly Today(DateTimeOffset now, string zone) => Instant.FromDateTimeOffset(now).InZone(Zone(zone)).Date.ToDateOnly();

    public static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <returns>The day itself when it is one.</returns>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>When a check-in that opens now closes: 17:00 on the first working day that is a week away or more. UTC.</summary>
    public static DateTimeOffset ClosesAt(DateTimeOffset now, string zone, int days = DaysOpen) =>
        At(WorkingDayFrom(Today(now, zone).AddDays(days)), new TimeOnly(ClosingHour, 0), zone);

    /// <summary>When a first check-in opens by itself: the next working Tuesday after today, at the hour. UTC.</summary>
    public static DateTimeOffset FirstOpening(DateTimeOffset now, string zone, int hour)
    {
        var day = Today(now, zone).AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Tuesday || !IsWorkingDay(day)) day = day.AddDays(1);
        return At(day, new TimeOnly(hour, 0), zone);
    }

    static DateTimeZone Zone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZoneProviders.Tzdb[Person.DefaultZone];

    static LocalDate ToLocalDate(this DateOnly day) => LocalDate.FromDateOnly(day);

    static LocalTime ToLocalTime(this TimeOnly time) => LocalTime.FromTimeOnly(time);
}
