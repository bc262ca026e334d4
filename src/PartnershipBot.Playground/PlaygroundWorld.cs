using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground;

/// <summary>The towns and their clock, for as long as the program runs.</summary>
public sealed class PlaygroundWorld : IDisposable
{
    internal const string SlackPath = "/playground/slack-town", TeamsPath = "/playground/teams-town";

    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    readonly PlaygroundSettings _settings;

    readonly PlaygroundStore? _store;

    internal PlaygroundWorld(PlaygroundSettings settings, PlaygroundStore? store, bool withSlack, bool withTeams)
    {
        (_settings, _store) = (settings, store);
        if (withSlack) Slack = new SlackTown(HarbourHomes.Slack(), _http, Clock);
        if (withTeams) Teams = new TeamsTown(HarbourHomes.Teams(), _http, Clock);
        _settings.Know(Secrets());
        // Who tries it in the evening would wait for the morning: the bot writes first in working hours only.
        if (store is not null) Clock.Leap(OpeningTime.From(Clock.GetUtcNow()));
    }

    public PlaygroundClock Clock { get; } = new();

    /// <summary>Null when a real Slack app is configured.</summary>
    public SlackTown? Slack { get; }

    /// <summary>Null when a real Teams registration is configured.</summary>
    public TeamsTown? Teams { get; }

    /// <summary>Tells both sides where the other is.</summary>
    internal void KnowAddress(Uri site)
    {
        var settings = new Dictionary<string, string>();
        if (Slack is not null)
        {
            (Slack.BotAddress, Slack.OwnAddress) = (site, new Uri(site, SlackPath + "/"));
            settings["Slack:ApiUrl"] = new Uri(Slack.OwnAddress, "api/").ToString();
        }
        if (Teams is not null)
        {
            (Teams.BotAddress, Teams.OwnAddress) = (site, new Uri(site, TeamsPath + "/"));
            settings["Teams:OpenIdMetadata"] = Teams.OpenIdMetadata.ToString();
            settings["Teams:TokenUrl"] = Teams.OwnAddress.ToString();
            settings["Teams:ServiceHosts:0"] = site.Host.Trim('[', ']');
        }
        _settings.Know(settings);
    }

    Dictionary<string, string> Secrets()
    {
        var settings = new Dictionary<string, string>();
        if (Slack is not null)
        {
            settings["Slack:SigningSecret"] = Slack.Options.SigningSecret;
            settings["Slack:BotToken"] = Slack.Options.BotToken;
        }
        foreach (var (index, tenant) in Teams?.Options.Tenants.Index() ?? [])
        {
            var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Teams:Bots:{index}:");
            settings[at + "AppId"] = tenant.AppId;
            settings[at + "TenantId"] = tenant.TenantId;
            settings[at + "ClientSecret"] = tenant.ClientSecret;
        }
        return settings;
    }

    public void Dispose()
    {
        Teams?.Dispose();
        _http.Dispose();
        _store?.Dispose();
    }
}
