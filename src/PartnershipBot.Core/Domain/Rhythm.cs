namespace PartnershipBot.Core.Domain;

/// <summary>How often a partnership checks in.</summary>
public enum Rhythm
{
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    /// <summary>When a coordinator says that the partners met; at most weekly.</summary>
    AfterAMeeting,
}
