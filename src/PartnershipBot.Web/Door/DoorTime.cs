using System.Globalization;
using NodaTime;

namespace PartnershipBot.Web.Door;

/// <summary>A time as a person reads it: day and zone are always said.</summary>
internal static class DoorTime
{
    const string Otherwise = "Europe/London";

    /// <summary>Such as "Tue 24 Nov 2026, 09:30 London time".</summary>
    /// <param name="zone">An IANA zone id; London's where it is empty or unknown.</param>
    public static string Say(DateTimeOffset at, string zone)
    {
        var known = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZoneProviders.Tzdb[Otherwise];
        var local = Instant.FromDateTimeOffset(at).InZone(known).LocalDateTime;
        var place = known.Id.Split('/')[^1].Replace('_', ' ');
        return string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{local.ToDateTimeUnspecified():ddd d MMM yyyy, HH:mm} {place} time");
    }
}
