namespace PartnershipBot.Core.Domain;

/// <summary>How often a partnership checks in.</summary>
public enum Rhythm
{
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    /// <summary>When somebody says that a meeting was: no calendar says when.</summary>
    AfterAMeeting,
}

/// <summary>One time at which a rhythm comes round.</summary>
/// <param name="Planned">The local day that the rhythm gives.</param>
/// <param name="Day">The local day it happens on: the first working day from <paramref name="Planned"/> on.</param>
/// <param name="At">UTC.</param>
public sealed record Occurrence(DateOnly Planned, DateOnly Day, DateTimeOffset At)
{
    /// <summary>What is done under this id is done once, whatever clocks and rules do.</summary>
    /// <param name="schedule">Letters and digits; unique among what shares a partition.</param>
    public string Id(string schedule) => FormattableString.Invariant($"{schedule}.{Planned:yyyyMMdd}");
}
