namespace PartnershipBot.Core.Domain;

/// <summary>Days of the week. They add up.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    All = MondayToFriday | Saturday | Sunday,
}

public static class WeekdaysOf
{
    /// <summary>From Monday on.</summary>
    static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static bool Has(this Weekdays days, DayOfWeek day) => ((int)days >> Array.IndexOf(Week, day) & 1) == 1;

    /// <summary>The days one by one, from Monday on.</summary>
    public static IEnumerable<DayOfWeek> Each(this Weekdays days) => Week.Where(day => days.Has(day));
}
