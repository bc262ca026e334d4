namespace PartnershipBot.Core.Domain;

/// <summary>When a partnership's first check-in may open by itself.</summary>
public static class FirstCheckIn
{
    /// <summary>The given hour of the next Tuesday that is not in the week of Christmas and New Year.</summary>
    /// <param name="hour">0 to 23, of the wall clock in the zone.</param>
    /// <returns>UTC; always a later day than <paramref name="now"/> is in the zone.</returns>
    public static DateTimeOffset After(DateTimeOffset now, string zone, int hour)
    {
        var day = DateOnly.FromDateTime(PlainTime.In(now, zone).Date);
        do day = day.AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Tuesday || IsHoliday(day));
        return PlainTime.At(day, hour, zone);
    }

    /// <summary>24 December to 2 January: every bank holiday that can be a Tuesday in the United Kingdom or Ireland by rule falls here, except 17 March, 1 May and 12 July.</summary>
    static bool IsHoliday(DateOnly day) => day is { Month: 12, Day: >= 24 } or { Month: 1, Day: <= 2 };
}
