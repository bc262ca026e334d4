using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using PartnershipBot.Web.Door;
using PartnershipBot.Web.Pages;
using BotDirectory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>The pages on a server of their own: real Kestrel, real Bot, real SQLite, and the flows of <see cref="DoorFlows"/>.</summary>
internal sealed class DoorHost : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly string folder;
    readonly WebApplication app;
    readonly Task pumping;

    DoorHost(WebApplication app, string folder)
    {
        (this.app, this.folder) = (app, folder);
        pumping = app.Services.GetRequiredService<Pump>().RunAsync(stop.Token);
    }

    public Uri Address => new(app.Urls.First());

    public T Part<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Tables Tables => Part<Tables>();

    /// <param name="settings">Added to the configuration.</param>
    /// <param name="log">Gets every line that is let through; null for none.</param>
    /// <param name="storeIsDown">Whether the store's file can never be opened.</param>
    /// <param name="routes">What the bot answers to, given where it is; null for <see cref="DoorFlows"/>.</param>
    /// <param name="clock">Null for the system's.</param>
    public static async Task<DoorHost> StartAsync(
        CancellationToken cancel, string environment = "Production", IReadOnlyDictionary<string, string?>? settings = null, ILoggerProvider? log = null, bool storeIsDown = false,
        Func<Site, IEnumerable<Route>>? routes = null, TimeProvider? clock = null)
    {
        var place = System.IO.Directory.CreateTempSubdirectory("door-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = Solution.At("src/PartnershipBot.Web"),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);

        var services = builder.Services;
        services.AddSingleton(clock ?? TimeProvider.System);
        // A folder cannot be opened as a file.
        services.AddSingleton(new Tables(new SqliteTable(storeIsDown ? place : Path.Combine(place, "main.db")), new SqliteTable(Path.Combine(place, "rounds.db"))));
        services.AddSingleton(new KeyRing(new byte[32], secret => secret, secret => secret));
        services.AddSingleton(parts => new Router(routes?.Invoke(new Site(() => new Uri(parts.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/"), "Harbour Support")) ?? DoorFlows.All()));
        services.AddTurns();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddDoor();
        services.AddPages();

        var server = builder.Build();
        server.UseStaticFiles();
        server.MapDoor();
        server.MapPages();
        await server.StartAsync(cancel);
        return new DoorHost(server, place);
    }

    /// <summary>A new visitor: no cookies, redirects are not followed.</summary>
    public DoorVisitor Visitor() => new(Address);

    /// <returns>The code of an invitation.</returns>
    public async Task<string> InviteAsync(CancellationToken cancel, TimeSpan? lasts = null)
    {
        var code = Invitation.NewCode(Guid.NewGuid().ToByteArray());
        var hash = Part<KeyRing>().Hash(BotDirectory.InvitationName(code));
        var invitation = new Invitation("p1", "o1", TimeProvider.System.GetUtcNow() + (lasts ?? Invitation.Lifetime));
        await Tables.Main.CommitAsync(Keys.Directory(hash), [new Change.Put(invitation.ToRow(hash))], cancel);
        return code;
    }

    /// <returns>A member's page, and the id of the person.</returns>
    public async Task<(string Token, string PersonId)> MemberAsync(CancellationToken cancel, string zone = "Europe/London")
    {
        var token = Keys.Base32(Guid.NewGuid().ToByteArray());
        var person = await Part<BotDirectory>().MeetAsync(new Activity
        {
            Type = ActivityType.Invoke,
            Id = token,
            From = new Identity("door", "", token),
            Conversation = new ConversationReference("door", "", "", ConversationKind.Personal),
            Profile = new Profile("Sam", zone, "en"),
        }, cancel);
        return (token, person.Id);
    }

    /// <summary>Waits until everything that is due has been done.</summary>
    public Task SettleAsync(CancellationToken cancel) => Part<Pump>().SettleAsync(cancel);

    public async Task<List<Row>> RowsAsync(string partition, string prefix, CancellationToken cancel)
    {
        var rows = new List<Row>();
        await foreach (var row in Tables.Main.QueryAsync(partition, prefix, Keys.After(prefix), cancel)) rows.Add(row);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
        await ((SqliteTable)Tables.Main).DisposeAsync();
        await ((SqliteTable)Tables.Rounds).DisposeAsync();
        await app.DisposeAsync();
        stop.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
