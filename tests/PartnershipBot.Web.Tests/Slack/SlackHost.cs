using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using PartnershipBot.Web.Slack;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>The whole bot behind Slack's three addresses: Kestrel, Bot, SQLite, the outbox, and a Slack that notes what it is told.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "8f2b0c-harbour-signing-secret";
    public const string Token = "xoxb-harbour-token";
    public const string Installation = "A0BRIDGE|none|T0HARBOUR";

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot-slack").FullName;
    readonly CancellationTokenSource stop = new();
    readonly WebApplication app;
    readonly SqliteTable main;
    readonly SqliteTable rounds;
    Task pumping = Task.CompletedTask;

    SlackHost(FakeSlack slack, IReadOnlyDictionary<string, string?> settings, Func<ITable, ITable>? table)
    {
        Slack = slack;
        main = new SqliteTable(Path.Combine(folder, "bot.db"));
        rounds = new SqliteTable(Path.Combine(folder, "bot.rounds.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = Token,
            ["Slack:ApiUrl"] = slack.Address,
        }).AddInMemoryCollection(settings);

        var services = builder.Services;
        services.AddSingleton(new Tables(table?.Invoke(main) ?? main, rounds));
        services.AddSingleton(new KeyRing(new byte[32], secret => [.. secret.Reverse()], secret => [.. secret.Reverse()]));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new Router(SlackTestRoutes.All()));
        services.AddTurns();
        services.AddSlack(builder.Configuration, TimeProvider.System);
        app = builder.Build();
        app.MapSlack();
    }

    public FakeSlack Slack { get; }

    /// <summary>The bot's own clock; Slack's signatures are judged by the real time.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public WrittenLog Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public Tables Tables => Services.GetRequiredService<Tables>();

    /// <param name="settings">In place of the usual ones.</param>
    /// <param name="table">What stands before the main table; null for nothing.</param>
    public static async Task<SlackHost> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, Func<ITable, ITable>? table = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var host = new SlackHost(await FakeSlack.StartAsync(cancel), settings ?? new Dictionary<string, string?>(), table);
        await host.app.StartAsync(cancel);
        var address = host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        host.Client = new HttpClient { BaseAddress = new Uri(address) };
        host.pumping = host.Services.GetRequiredService<Pump>().RunAsync(host.stop.Token);
        return host;
    }

    /// <summary>Lets everything that was committed be sent, and every form be opened.</summary>
    public async Task SettleAsync()
    {
        await Services.GetRequiredService<Pump>().SettleAsync(TestContext.Current.CancellationToken);
        await Services.GetRequiredService<SlackForms>().StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows the main table has.</summary>
    public async Task<int> RowsAsync()
    {
        var count = 0;
        await foreach (var partition in Tables.Main.FindPartitionsAsync("!", "~", TestContext.Current.CancellationToken))
            await foreach (var _ in Tables.Main.QueryAsync(partition, "!", "~", TestContext.Current.CancellationToken))
                count++;
        return count;
    }

    /// <summary>Stops as a server does that was asked to.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // First the pump, as in the program: what it waits for must not be disposed under it.
        await stop.CancelAsync();
        await pumping.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await app.DisposeAsync();
        await main.DisposeAsync();
        await rounds.DisposeAsync();
        await Slack.DisposeAsync();
        stop.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
