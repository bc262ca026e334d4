namespace PartnershipBot.Web.Teams;

/// <summary>The settings under <c>Teams</c>. Read anew at each use: addresses may be set after the start.</summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    const string ConnectorHost = "smba.trafficmanager.net";

    /// <summary>One registration for each tenant; none means that Teams is off.</summary>
    public IList<TeamsBot> Bots { get; set; } = [];

    /// <summary>Where the service that calls the bot publishes its signing keys.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot gets its own tokens; a path in it goes before the tenant.</summary>
    public string TokenUrl { get; set; } = PublicTokenUrl;

    public const string PublicTokenUrl = "https://login.microsoftonline.com/";

    /// <summary>Exact host names a message may go to; empty means the public cloud's only.</summary>
    public IList<string> ServiceHosts { get; set; } = [];

    /// <summary>Lets Microsoft's Agents Playground in without a token; only in Development and from this machine.</summary>
    public bool AllowLocalPlayground { get; set; }

    public IEnumerable<string> Hosts => ServiceHosts.Count > 0 ? ServiceHosts : [ConnectorHost];

    /// <returns>Null when no bot has this app id.</returns>
    public TeamsBot? Bot(string appId) => Bots.FirstOrDefault(bot => string.Equals(bot.AppId, appId, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One app registration, which serves one tenant.</summary>
internal sealed class TeamsBot
{
    /// <summary>The registration's client id, a GUID.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The only tenant this bot serves and the home of its registration, a GUID.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Empty when a managed identity is used.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Empty when a client secret is used.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>As in <see cref="Core.Conversation.ConversationReference.Installation"/>.</summary>
    public string Installation => $"{AppId}|{TenantId}".ToLowerInvariant();
}
