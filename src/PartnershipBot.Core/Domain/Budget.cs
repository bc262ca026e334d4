using System.Globalization;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>How many messages a month the bot may start with a person, over all their partnerships. Each is a row of the person's own partition.</summary>
public static class Budget
{
    public const int Default = 2;

    /// <summary>In place of a number: as many as come.</summary>
    public const int NoLimit = -1;

    /// <summary>For a message that is not counted: an answer, what the person asked for, the result of a round they were in.</summary>
    public const string Free = "";

    public const string Prefix = "budget|";

    /// <summary>The invitation to a round and its reminder are one.</summary>
    public static string CheckIn(string round) => "checkin." + round;

    /// <param name="month">As <see cref="Month"/> gives it.</param>
    public static string Key(string month, string what) => $"{Prefix}{month}|{what}";

    /// <summary>The month it is where the person is: yyyy-MM.</summary>
    public static string Month(DateTimeOffset now, string zone) => Schedule.Today(now, zone).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The end of a range that holds every count of the month.</summary>
    public static string AfterMonth(string month) => Keys.After($"{Prefix}{month}|");

    /// <summary>Whether it goes before the rest when not everything can be sent.</summary>
    public static bool IsFirst(string what) => what.StartsWith("checkin.", StringComparison.Ordinal);
}
