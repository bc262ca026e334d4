using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground;

/// <summary>Serves towns on a loopback port of their own, for a bot that runs elsewhere.</summary>
public sealed class TownServer : IAsyncDisposable
{
    readonly WebApplication _app;

    TownServer(WebApplication app) => _app = app;

    /// <summary>For instance <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Maps each town that is given, tells it its own address, and starts.</summary>
    public static async Task<TownServer> StartAsync(SlackTown? slack, TeamsTown? teams, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        if (slack is not null) app.MapSlackTown("/slack-town", slack);
        if (teams is not null) app.MapTeamsTown("/teams-town", teams);
        await app.StartAsync(cancel);
        var server = new TownServer(app);
        if (slack is not null) slack.OwnAddress = new Uri(server.Address, "slack-town/");
        if (teams is not null) teams.OwnAddress = new Uri(server.Address, "teams-town/");
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
