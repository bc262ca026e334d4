using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>One line of the log that every member of a partnership can read. It holds nobody's words, and nothing about who answered.</summary>
/// <param name="What">One of the names below, which is also that of its words.</param>
/// <param name="By">The id of the member who did it; empty for the bot and where nobody is named.</param>
/// <param name="About">The id of the member it was done to; empty when it concerns nobody in particular.</param>
/// <param name="Number">How many, where <paramref name="What"/> counts something.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record LogEntry(DateTimeOffset At, string Id, string What, string By, string About, long Number, string? Version)
{
    /// <summary>In partnership|; the time and an id follow.</summary>
    public const string Prefix = "audit|";

    public const string RoundOpened = "RoundOpened";
    public const string RoundClosed = "RoundClosed";
    public const string KeyDestroyed = "KeyDestroyed";
    /// <summary>Counts years.</summary>
    public const string RetentionChanged = "RetentionChanged";
    /// <summary>Counts rows.</summary>
    public const string PurgeRan = "PurgeRan";
    public const string CoordinatorAdded = "CoordinatorAdded";
    public const string MemberJoined = "MemberJoined";
    /// <summary>Names nobody.</summary>
    public const string MemberLeft = "MemberLeft";

    public static LogEntry FromRow(Row row)
    {
        var parts = row.Key.Split('|', 3);
        return new LogEntry(Keys.ParseTime(parts[1])!.Value, parts[2], row.Text("what"), row.Text("by"), row.Text("about"), row.Number("number"), row.ETag);
    }

    public Row ToRow() => new($"{Prefix}{Keys.Time(At)}|{Id}", new Columns { ["what"] = What, ["by"] = By, ["about"] = About, ["number"] = Number }, Version);
}
