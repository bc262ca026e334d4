using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnershipBot.Playground.Page;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground;

/// <summary>Puts the towns beside the bot. Development only.</summary>
public static class PlaygroundSetup
{
    static readonly string[] SlackSettings = ["Slack:SigningSecret", "Slack:BotToken", "Slack:ClientId", "Slack:ClientSecret"];
    static readonly string[] StorageSettings = ["Storage:Kind", "Storage:Path", "Storage:ConnectionString", "Storage:Endpoint"];

    /// <summary>True in Development unless <c>Playground:Enabled</c> is false.</summary>
    public static bool WantsPlayground(this WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Playground:Enabled", defaultValue: true);

    /// <summary>
    /// Makes up settings for each channel that has none, gives the program a clock that can be moved, and a store that is made anew at each start.
    /// Call it after every other registration of <see cref="TimeProvider"/>.
    /// </summary>
    public static void AddPlayground(this WebApplicationBuilder builder)
    {
        RefuseOutsideDevelopment(builder.Environment);
        var configuration = builder.Configuration;
        var withSlack = SlackSettings.All(name => string.IsNullOrWhiteSpace(configuration[name]));
        var withTeams = !configuration.GetSection("Teams:Bots").GetChildren().Any();
        var ownStore = StorageSettings.All(name => string.IsNullOrWhiteSpace(configuration[name]));
        var settings = new PlaygroundSettings();
        configuration.Sources.Add(settings);
        var store = ownStore ? new PlaygroundStore(builder.Environment.ContentRootPath) : null;
        if (store is not null) settings.Know(new Dictionary<string, string> { ["Storage:Path"] = store.FilePath });
        if (string.IsNullOrWhiteSpace(configuration["Site:Host"])) settings.Know(new Dictionary<string, string> { ["Site:Host"] = HarbourHomes.Host });
        var world = new PlaygroundWorld(settings, store, withSlack, withTeams);
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        builder.Services.AddSingleton(_ => world);
        // One line says where to go; the host's own, and a warning that matters only where keys are worth something, would bury it.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>Maps the towns and <c>/playground</c>, for callers on this machine only.</summary>
    public static void MapPlayground(this WebApplication app, PlaygroundHooks hooks)
    {
        RefuseOutsideDevelopment(app.Environment);
        var world = app.Services.GetRequiredService<PlaygroundWorld>();
        app.Use(LocalOnly.GuardAsync);
        app.Use(new WebJars().CarryAsync);
        if (world.Slack is not null) app.MapSlackTown(PlaygroundWorld.SlackPath, world.Slack);
        if (world.Teams is not null) app.MapTeamsTown(PlaygroundWorld.TeamsPath, world.Teams);
        app.MapPage(world, hooks);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (OwnAddress(app) is not { } site) return;
            world.KnowAddress(site);
            if (!PageFiles.HasRenderer) PlaygroundLog.NoRenderer(app.Logger);
            PlaygroundLog.Open(app.Logger, new Uri(site, "playground"));
        });
    }

    /// <summary>Where this program listens, as one would write it on this machine; null when it listens on no port.</summary>
    static Uri? OwnAddress(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.OrderBy(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() is not { } first) return null;
        var named = first.Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);
        return new Uri(named.TrimEnd('/') + "/");
    }

    static void RefuseOutsideDevelopment(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException($"The playground is for Development only, and this is \"{environment.EnvironmentName}\". Set Playground:Enabled to false.");
    }
}
