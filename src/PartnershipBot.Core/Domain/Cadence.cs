namespace PartnershipBot.Core.Domain;

/// <summary>The days of a rhythm, counted from one of them, so that a day that moved or was missed moves no other.</summary>
public static class Cadence
{
    const int DaysInAWeek = 7;

    /// <summary>The day of the given name in the week of <paramref name="day"/>, which begins on Monday.</summary>
    public static DateOnly InWeekOf(DateOnly day, DayOfWeek name) => day.AddDays(FromMonday(name) - FromMonday(day.DayOfWeek));

    /// <summary>The first day of the given name after <paramref name="day"/>.</summary>
    public static DateOnly FirstAfter(DateOnly day, DayOfWeek name)
    {
        var found = InWeekOf(day, name);
        return found > day ? found : found.AddDays(DaysInAWeek);
    }

    /// <summary>The first day of the rhythm after <paramref name="after"/>. Months keep the weekday and its place: a second Tuesday is followed by second Tuesdays.</summary>
    /// <param name="anchor">Any day of the rhythm.</param>
    /// <returns>Null when meetings, not the calendar, set the rhythm.</returns>
    public static DateOnly? Next(Rhythm rhythm, DateOnly anchor, DateOnly after) => rhythm switch
    {
        Rhythm.Weekly => ByDays(DaysInAWeek, anchor, after),
        Rhythm.Fortnightly => ByDays(2 * DaysInAWeek, anchor, after),
        Rhythm.Monthly => ByMonths(1, anchor, after),
        Rhythm.Quarterly => ByMonths(3, anchor, after),
        _ => null,
    };

    static DateOnly ByDays(int days, DateOnly anchor, DateOnly after)
    {
        var passed = after.DayNumber - anchor.DayNumber;
        return passed < 0 ? anchor : anchor.AddDays((passed / days + 1) * days);
    }

    static DateOnly ByMonths(int months, DateOnly anchor, DateOnly after)
    {
        if (after < anchor) return anchor;
        // A fifth Tuesday is not in every month: it counts as the last that is.
        var place = Math.Min((anchor.Day - 1) / DaysInAWeek, 3);
        var first = new DateOnly(anchor.Year, anchor.Month, 1);
        for (var passed = months; ; passed += months)
        {
            var month = first.AddMonths(passed);
            var day = month.AddDays((FromMonday(anchor.DayOfWeek) - FromMonday(month.DayOfWeek) + DaysInAWeek) % DaysInAWeek + place * DaysInAWeek);
            if (day > after) return day;
        }
    }

    static int FromMonday(DayOfWeek day) => ((int)day + 6) % DaysInAWeek;
}
