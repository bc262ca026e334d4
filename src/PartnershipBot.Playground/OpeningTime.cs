namespace PartnershipBot.Playground;

/// <summary>When the town wakes up.</summary>
internal static class OpeningTime
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    static readonly TimeSpan Earliest = new(9, 30, 0), Latest = new(15, 30, 0), Morning = TimeSpan.FromHours(10);

    /// <returns>The time itself in the middle of a working day in London; else ten on the next such day. From Tuesday to Thursday there are no public holidays but around the turn of the year.</returns>
    public static DateTimeOffset From(DateTimeOffset now)
    {
        var wall = TimeZoneInfo.ConvertTime(now, London);
        if (IsOpen(wall.Date) && wall.TimeOfDay >= Earliest && wall.TimeOfDay < Latest) return now;
        var day = wall.TimeOfDay < Earliest ? wall.Date : wall.Date.AddDays(1);
        while (!IsOpen(day)) day = day.AddDays(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(day + Morning, DateTimeKind.Unspecified), London));
    }

    static bool IsOpen(DateTime day) => day.DayOfWeek is >= DayOfWeek.Tuesday and <= DayOfWeek.Thursday && day is not ({ Month: 12, Day: >= 22 } or { Month: 1, Day: <= 4 });
}
