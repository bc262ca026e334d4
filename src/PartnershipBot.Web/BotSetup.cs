using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web;

internal static class BotSetup
{
    /// <summary>What it does: needs Tables, KeyRing, TimeProvider and the channels.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(parts => new Site(() => PublicUrl(configuration, parts.GetRequiredService<IServer>()), configuration["Site:Host"] is { Length: > 0 } host ? host : "the host of this bot"))
        .AddSingleton(parts => new Router(Routes.All(parts.GetRequiredService<Site>())))
        .AddTurns();

    /// <summary>What takes a turn and what does the work that it leaves: needs a Router, Tables, KeyRing, TimeProvider and the channels.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<Directory>()
        .AddSingleton<DataLinks>()
        .AddSingleton<Installations>()
        .AddSingleton<OpenRounds>()
        .AddSingleton<DueIndex>()
        .AddSingleton<WorkQueue>()
        .AddSingleton<SeenActivities>()
        .AddSingleton<Bot>()
        .AddSingleton<Deliverer>()
        .AddSingleton<Pump>();

    /// <summary><c>Site:PublicUrl</c>, else where this program listens, which is known once it has started.</summary>
    static Uri PublicUrl(IConfiguration configuration, IServer server)
    {
        var said = configuration["Site:PublicUrl"];
        var address = string.IsNullOrWhiteSpace(said) ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() : said;
        return new Uri((address ?? "http://localhost:5000").TrimEnd('/') + "/");
    }
}
