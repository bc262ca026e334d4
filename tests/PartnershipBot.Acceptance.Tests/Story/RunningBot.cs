using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Playground;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>
/// The program as people try it: Program.cs on Kestrel, on a free port of this machine, with the pretend workspace and tenants beside it.
/// They sign what they send, and it calls them, over HTTP.
/// </summary>
internal sealed class RunningBot : WebApplicationFactory<Program>
{
    /// <summary>Who runs the service, as people are told.</summary>
    public const string Host = "Harbour Support";

    const string LastSettingOfTheTowns = "Teams:ServiceHosts:0";

    readonly IReadOnlyDictionary<string, string> settings;

    RunningBot(IReadOnlyDictionary<string, string> settings)
    {
        this.settings = settings;
        UseKestrel(0);
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public WrittenLog Log { get; } = new();

    public Tables Tables => Services.GetRequiredService<Tables>();

    /// <summary>What the program and the platforms trust each other by.</summary>
    public IReadOnlyList<string> Secrets => [Slack.Options.SigningSecret, Slack.Options.BotToken, .. Teams.Options.Tenants.Select(tenant => tenant.ClientSecret)];

    public SlackTown Slack => World.Slack!;

    public TeamsTown Teams => World.Teams!;

    PlaygroundWorld World => Services.GetRequiredService<PlaygroundWorld>();

    DueIndex Index => Services.GetRequiredService<DueIndex>();

    Pump Pump => Services.GetRequiredService<Pump>();

    /// <summary>Starts on a Monday at 9:30 UTC, so that a check-in is open for one week exactly.</summary>
    public static async Task<RunningBot> StartAsync(Store store, CancellationToken cancel)
    {
        var bot = new RunningBot(store.Settings);
        // It blocks: on a thread of its own, and not on one of the few that the tests go on with.
        await Task.Run(bot.StartServer, cancel);
        // The towns learn where they are a moment after the server has started.
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (bot.Services.GetRequiredService<IConfiguration>()[LastSettingOfTheTowns] is null) await beat.WaitForNextTickAsync(cancel);
        var now = bot.World.Clock.GetUtcNow();
        var monday = now.UtcDateTime.Date.AddDays(1 + (7 - (int)now.DayOfWeek) % 7);
        bot.World.Clock.Leap(new DateTimeOffset(monday, TimeSpan.Zero).AddHours(9.5));
        return bot;
    }

    public SlackUser InSlack(string name) => new(this, Slack, name);

    public TeamsUser InTeams(string name) => new(this, Teams, name);

    public WebVisitor OnTheWeb(string name) => new(this, name);

    /// <summary>
    /// Completes when everything that is due is done. The script's people press faster than any person can, and the bot keeps to the pace that Teams allows:
    /// a message that has to wait for that is waited for, while the bot's own clock goes on by a minute.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await Pump.SettleAsync(cancel);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await HasLettersToSendAsync(cancel))
        {
            await beat.WaitForNextTickAsync(cancel);
            World.Clock.Leap(World.Clock.GetUtcNow().AddMinutes(1));
            await Pump.SettleAsync(cancel);
        }
    }

    /// <summary>Lets time pass; what comes due on the way is done at its time.</summary>
    public Task PassAsync(TimeSpan time, CancellationToken cancel) =>
        World.Clock.WalkAsync(World.Clock.GetUtcNow() + time, stop => Index.NextAsync(World.Clock.GetUtcNow(), stop), SettleAsync, cancel);

    /// <summary>Messages are due as they are made, so one that is left was put off: for a platform's pace by minutes, for people's working hours by more.</summary>
    async Task<bool> HasLettersToSendAsync(CancellationToken cancel)
    {
        await foreach (var partition in Tables.Main.FindPartitionsAsync(Keys.DuePrefix, Keys.After(Keys.DuePrefix), cancel))
        {
            if (partition.StartsWith("index|", StringComparison.Ordinal)) continue;
            await foreach (var row in Tables.Main.QueryAsync(partition, Keys.DuePrefix, Keys.After(Keys.DuePrefix), cancel))
                if (Job.FromRow(row) is { Verb: Job.Send } letter && letter.Due < World.Clock.GetUtcNow().AddMinutes(10)) return true;
        }
        return false;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Site:Host", Host);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddLogging(logging => logging.ClearProviders().AddProvider(Log).AddFilter<WrittenLog>(null, LogLevel.Trace)));
    }
}
