namespace PartnershipBot.Core.Domain;

/// <summary>Weekdays of a rhythm: a check-in that comes each month keeps its weekday and its place, so a second Tuesday is followed by second Tuesdays.</summary>
public static class Cadence
{
    const int Week = 7;

    /// <summary>The day of the given name in the week of <paramref name="day"/>, which begins on Monday.</summary>
    public static DateOnly InWeekOf(DateOnly day, DayOfWeek name) => day.AddDays(FromMonday(name) - FromMonday(day.DayOfWeek));

    /// <summary>The first day of the given name from <paramref name="day"/> on.</summary>
    public static DateOnly FirstFrom(DateOnly day, DayOfWeek name) => day.AddDays((FromMonday(name) - FromMonday(day.DayOfWeek) + Week) % Week);

    /// <summary>The day from which a rhythm that goes through <paramref name="day"/> is counted: for months the day on which the search for the weekday begins. A fifth week counts as the fourth.</summary>
    public static DateOnly Anchor(Rhythm rhythm, DateOnly day) => rhythm is Rhythm.Monthly or Rhythm.Quarterly
        ? new DateOnly(day.Year, day.Month, 1 + Math.Min((day.Day - 1) / Week, 3) * Week)
        : day;

    /// <summary>The first day of the rhythm after <paramref name="after"/>, on a working day.</summary>
    /// <param name="anchor">See <see cref="Anchor"/>.</param>
    /// <returns>Null when meetings, not the calendar, set the rhythm.</returns>
    public static DateOnly? Next(Rhythm rhythm, DateOnly anchor, DayOfWeek name, string zone, Nation nation, DateOnly after)
    {
        // The weekday is up to six days after what is planned.
        var from = Schedule.At(after.AddDays(-Week), 0, zone);
        while (Schedule.Next(rhythm, anchor, 0, zone, nation, from) is { } planned)
        {
            var day = Schedule.WorkingDayFrom(FirstFrom(planned.Planned, name), nation);
            if (day > after) return day;
            from = planned.At;
        }
        return null;
    }

    static int FromMonday(DayOfWeek day) => ((int)day + 6) % Week;
}
