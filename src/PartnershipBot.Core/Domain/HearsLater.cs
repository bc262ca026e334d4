namespace PartnershipBot.Core.Domain;

/// <summary>When whoever holds the money sees the result of a check-in: after the others have talked about it, or some days later.</summary>
public static class HearsLater
{
    public const int WorkingDays = 10;

    /// <summary>The hour of the day at which they see it without a talk.</summary>
    const int Hour = 10;

    /// <summary>When they see it at the latest. UTC.</summary>
    /// <param name="closes">When the round closes, or did.</param>
    public static DateTimeOffset AtTheLatest(DateTimeOffset closes, string zone, Nation nation)
    {
        var day = Schedule.Today(closes, zone);
        for (var left = WorkingDays; left > 0; left--) day = Schedule.WorkingDayFrom(day.AddDays(1), nation);
        return Schedule.At(day, new TimeOnly(Hour, 0), zone);
    }

    /// <summary>The verb that shows them the result of the round in its value, when it is time.</summary>
    public const string Verb = "checkin.publish.later";
}
