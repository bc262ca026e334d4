namespace PartnershipBot.Web.Slack;

/// <summary>The settings under <c>Slack:</c>. They are read anew at each use.</summary>
internal sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>From the app's page "Basic Information". Empty: Slack is off and every request is refused.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Starts with <c>xoxb-</c>. For an app that lives in one workspace; empty when workspaces install it themselves.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>For an app that many workspaces install; empty otherwise.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Goes with <see cref="ClientId"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The Web API's address, ending in '/'. https, or http on this machine.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    public bool IsConfigured => SigningSecret.Length > 0;

    /// <summary>Whether tokens may be sent to <see cref="ApiUrl"/>.</summary>
    public bool ApiUrlIsSafe =>
        Uri.TryCreate(ApiUrl, UriKind.Absolute, out var url)
        && ApiUrl.EndsWith('/')
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
