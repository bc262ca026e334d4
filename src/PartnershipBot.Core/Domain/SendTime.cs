using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>When the bot may write first to somebody.</summary>
/// <param name="Zone">An IANA zone id.</param>
/// <param name="From">The first hour of their day, 0 to 23.</param>
/// <param name="Until">The hour at which their day ends, 1 to 24; after <paramref name="From"/>.</param>
/// <param name="Hour">The hour they would rather have, 0 to 23: what cannot go at once waits for it.</param>
public sealed record SendTime(string Zone, Nation Nation, Weekdays Days, int From, int Until, int Hour)
{
    /// <summary>A question that comes later than this is not worth asking.</summary>
    public static readonly TimeSpan MostLate = TimeSpan.FromHours(24);

    /// <summary>What waits for a morning is spread over this long, so that not everything goes at once.</summary>
    static readonly TimeSpan Spread = TimeSpan.FromMinutes(30);

    /// <summary>That of somebody of whom only the zone is known.</summary>
    public static SendTime In(string zone) => new(zone, Nations.Of(zone), Weekdays.MondayToFriday, DefaultFrom, DefaultUntil, Person.DefaultHour);

    public const int DefaultFrom = 9;
    public const int DefaultUntil = 17;

    /// <summary>As a row of somebody in the zone keeps it; what the row lacks is as for anybody there.</summary>
    public static SendTime FromRow(Row row, string zone) => In(zone) with
    {
        Nation = Nations.Parse(row.Text("nation")) ?? Nations.Of(zone),
        Days = row.Number("days") is > 0 and var days ? (Weekdays)days : Weekdays.MondayToFriday,
        From = row.Columns.ContainsKey("hoursFrom") ? (int)row.Number("hoursFrom") : DefaultFrom,
        Until = row.Columns.ContainsKey("hoursUntil") ? (int)row.Number("hoursUntil") : DefaultUntil,
        Hour = row.Columns.ContainsKey("hour") ? (int)row.Number("hour") : Person.DefaultHour,
    };

    /// <summary>Adds the columns that <see cref="FromRow"/> reads.</summary>
    public void AddTo(Columns columns)
    {
        columns["nation"] = Nation.ToString();
        columns["days"] = (long)Days;
        columns["hoursFrom"] = (long)From;
        columns["hoursUntil"] = (long)Until;
        columns["hour"] = (long)Hour;
    }

    /// <param name="seed">The same text gives the same minute.</param>
    /// <param name="first">Whether it goes before what else waits for the same hour.</param>
    /// <returns>Now when it may be sent now; else the next time it may. UTC.</returns>
    public DateTimeOffset Next(DateTimeOffset now, string seed, bool first = false)
    {
        var today = Schedule.Today(now, Zone);
        if (IsOpen(today) && Schedule.HourOf(now, Zone) is var hour && hour >= Math.Min(From, Hour) && hour < Math.Max(Until, Hour + 1)) return now;
        for (var day = today; ; day = day.AddDays(1))
        {
            var at = Schedule.At(day, Hour, Zone);
            if (at > now && IsOpen(day)) return at + Wait(seed, first);
        }
    }

    /// <summary>The next day that the person works, from the day on.</summary>
    public DateOnly OpenDayFrom(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(1);
        return day;
    }

    bool IsOpen(DateOnly day) => Days.Has(day.DayOfWeek) && !Holidays.Is(Nation, day);

    /// <summary>Half of the spread for what goes first, the other half for the rest.</summary>
    static TimeSpan Wait(string seed, bool first) =>
        Spread / 2 * (BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) / 65_536.0 + (first ? 0 : 1));
}
