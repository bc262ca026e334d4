using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using PartnershipBot.Web.Teams;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>The Teams channel over real HTTP, with the real bot on SQLite behind it and a few routes of its own.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "a1b2c3d4-e5f6-4890-abcd-ef1234567890";
    public const string Secret = "canary-client-secret";

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
    readonly CancellationTokenSource stop = new();
    readonly SqliteTable main, rounds;
    readonly WebApplication app;
    Task pumping = Task.CompletedTask;

    TeamsHost(TeamsService service, IEnumerable<KeyValuePair<string, string?>> settings, string environment)
    {
        Service = service;
        main = new SqliteTable(Path.Combine(folder, "bot.db"));
        rounds = new SqliteTable(Path.Combine(folder, "rounds.db"));
        Table = new Breakable(main);
        Tables = new Tables(Table, rounds);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        // The address is a setting too, so it comes after the others are cleared away.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        var ring = new KeyRing([.. Enumerable.Range(1, 32).Select(n => (byte)n)], secret => [.. secret.Reverse()], secret => [.. secret.Reverse()]);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(Tables).AddSingleton(ring).AddSingleton(new Router(TestRoutes.All(Heard)))
            .AddTurns();
        builder.Services.AddTeams(builder.Configuration);
        app = builder.Build();
        app.MapTeams();
    }

    public TeamsService Service { get; }
    public Tables Tables { get; }
    public Breakable Table { get; }
    public WrittenLog Log { get; } = new();

    /// <summary>What reached the flows.</summary>
    public ConcurrentQueue<Activity> Heard { get; } = new();

    public HttpClient Client { get; } = new();

    public IServiceProvider Services => app.Services;

    public static async Task<TeamsHost> StartAsync(TeamsService service, string environment = "Development", params (string Name, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Teams:Bots:0:AppId"] = AppId,
            ["Teams:Bots:0:TenantId"] = Tenant,
            ["Teams:Bots:0:ClientSecret"] = Secret,
            ["Teams:OpenIdMetadata"] = service.Metadata,
            ["Teams:TokenUrl"] = $"{service.Address}/login/",
            ["Teams:ServiceHosts:0"] = "smba.trafficmanager.net",
            ["Teams:ServiceHosts:1"] = "127.0.0.1",
        };
        foreach (var (name, value) in more)
            if (value is null) settings.Remove(name);
            else settings[name] = value;
        var host = new TeamsHost(service, settings, environment);
        await host.app.StartAsync();
        host.Client.BaseAddress = new Uri(host.app.Urls.Single());
        host.pumping = host.Services.GetRequiredService<Pump>().RunAsync(host.stop.Token);
        return host;
    }

    /// <param name="token">Null to send none.</param>
    public async Task<Answer> PostAsync(string body, string? token, string contentType = "application/json", string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token);
        if (host is not null) request.Headers.Host = host;
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Posts a payload as the service does, with a good token.</summary>
    public Task<Answer> PostAsync(Payload payload) => PostAsync(payload.Text, $"Bearer {Service.Signer.Token(AppId, payload.ServiceUrl)}");

    /// <summary>Waits until everything that is due has been sent.</summary>
    public Task SettleAsync() => Services.GetRequiredService<Pump>().SettleAsync(TestContext.Current.CancellationToken);

    /// <summary>Rows of every partition.</summary>
    public async Task<int> RowsAsync()
    {
        var rows = 0;
        await foreach (var partition in main.FindPartitionsAsync("!", "~", TestContext.Current.CancellationToken))
            await foreach (var _ in main.QueryAsync(partition, "!", "~", TestContext.Current.CancellationToken)) rows++;
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pumping.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await app.DisposeAsync();
        await main.DisposeAsync();
        await rounds.DisposeAsync();
        Client.Dispose();
        stop.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

internal sealed record Answer(int Status, string Body);

/// <summary>The real table, until it is told to fail as a store that does not answer.</summary>
internal sealed class Breakable(ITable inner) : ITable
{
    public Task ForgetRemnantsAsync(CancellationToken cancel) => inner.ForgetRemnantsAsync(cancel);

    public bool IsDown { get; set; }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancel) => Up().GetAsync(partition, key, cancel);

    public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancel) => Up().QueryAsync(partition, from, to, cancel);

    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) => Up().CommitAsync(partition, changes, cancel);

    public IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, CancellationToken cancel) => Up().FindPartitionsAsync(from, to, cancel);

    ITable Up() => IsDown ? throw new StoreUnavailableException("The store was told not to answer.") : inner;
}
