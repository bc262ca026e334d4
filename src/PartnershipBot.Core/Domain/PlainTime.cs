using System.Globalization;
using NodaTime;

namespace PartnershipBot.Core.Domain;

/// <summary>Times as people read them: every time carries its zone, every date its day.</summary>
public static class PlainTime
{
    static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    /// <returns>The wall clock in the zone; London's when the id is not known.</returns>
    public static DateTimeOffset In(DateTimeOffset time, string zone) =>
        Instant.FromDateTimeOffset(time).InZone(Zone(zone)).ToDateTimeOffset();

    /// <summary>Such as <c>Fri 27 Nov, 17:00 London</c>.</summary>
    public static string Moment(DateTimeOffset time, string zone, CultureInfo culture) =>
        $"{In(time, zone).ToString("ddd d MMM, HH:mm", culture)} {City(zone)}";

    /// <summary>Such as <c>Fri 27 Nov</c>.</summary>
    public static string Day(DateTimeOffset time, string zone, CultureInfo culture) => In(time, zone).ToString("ddd d MMM", culture);

    /// <summary>Such as <c>Fri 27 November</c>; with the year when it is not this one.</summary>
    public static string Day(DateOnly day, CultureInfo culture) => day.ToString("ddd d MMMM yyyy", culture);

    /// <summary>The last part of the zone's id, in words.</summary>
    public static string City(string zone) => Zone(zone).Id.Split('/')[^1].Replace('_', ' ');

    public static bool IsKnown(string zone) => Zones.GetZoneOrNull(zone) is not null;

    static DateTimeZone Zone(string zone) => Zones.GetZoneOrNull(zone) ?? Zones[Person.DefaultZone];
}
