namespace PartnershipBot.Playground.Teams;

/// <summary>Some organisations' Teams, each with its own registration of the bot.</summary>
public sealed record TeamsTownOptions
{
    public required IReadOnlyList<TeamsTenant> Tenants { get; init; }
}

/// <summary>One organisation.</summary>
/// <param name="TenantId">A GUID.</param>
/// <param name="AppId">The bot's app id in this tenant; a GUID.</param>
/// <param name="ClientSecret">What the bot gets its tokens with.</param>
public sealed record TeamsTenant(string TenantId, string Name, string AppId, string ClientSecret)
{
    public string BotName { get; init; } = "PartnershipBot";
    public IReadOnlyList<TeamsPerson> People { get; init; } = [];
    public IReadOnlyList<TeamsRoom> Rooms { get; init; } = [];

    /// <summary>The bot's id in conversations.</summary>
    public string BotMri => "28:" + AppId;
}

/// <param name="AadObjectId">A GUID.</param>
/// <param name="Mri">The id in conversations, <c>29:...</c>.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record TeamsPerson(string AadObjectId, string Mri, string Name, string TimeZone = "Europe/London", string Locale = "en-GB")
{
    /// <summary>The id of this person's conversation with the bot.</summary>
    public string Chat => "a:1" + AadObjectId.Replace("-", "", StringComparison.Ordinal);
}

/// <summary>A group chat, or a channel of a team.</summary>
/// <param name="Id"><c>19:...@thread.v2</c> for a group chat, <c>19:...@thread.tacv2</c> for a channel.</param>
/// <param name="TeamId">The team's thread id; null for a group chat.</param>
/// <param name="Members">Mris of its people.</param>
public sealed record TeamsRoom(string Id, string Name, string? TeamId, string? TeamName, IReadOnlyList<string> Members)
{
    public bool IsChannel => TeamId is not null;
}
