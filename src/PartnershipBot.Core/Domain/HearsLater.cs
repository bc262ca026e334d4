namespace PartnershipBot.Core.Domain;

/// <summary>When whoever holds the money sees the result of a check-in: after the others have talked about it, or some days later.</summary>
public static class HearsLater
{
    public const int WorkingDays = 10;

    /// <summary>The hour of the day at which they see it without a talk.</summary>
    const int Hour = 10;

    /// <summary>When they see it at the latest. UTC.</summary>
    /// <param name="closes">When the round closes, or did.</param>
    public static DateTimeOffset AtTheLatest(DateTimeOffset closes, string zone)
    {
        var day = Schedule.Today(closes, zone);
        for (var left = WorkingDays; left > 0; left--) day = Schedule.WorkingDayFrom(day.AddDays(1), Nations.Of(zone));
        return Schedule.At(day, Hour, zone);
    }
}
