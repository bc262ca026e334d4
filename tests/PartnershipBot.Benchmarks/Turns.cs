using System.Globalization;
using PartnershipBot.Benchmarks.Load;
using PartnershipBot.Benchmarks.Servers;
using PartnershipBot.Tests.Shared;

namespace PartnershipBot.Benchmarks;

/// <summary>Durable turns of the bot beside what only checks a signature and what only acknowledges, as a table.</summary>
internal static class Turns
{
    static readonly int[] Connections = [1, 16, 64];
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    const int MostWarmUps = 8;

    public static async Task<int> RunAsync(Options options)
    {
        if (await Cores.AgainAsync() is { } done) return done;
        await using var platforms = await PretendPlatforms.StartAsync();
        var teams = new TeamsPress(platforms);
        var slack = new SlackPress();

        Say($"Load average before: {LoadAverage}. {(Cores.Apart ? "The server has one core, the load and the pretend platforms another." : "Server and load share the machine.")} {options.Seconds} s a number, {options.People} people.");
        if (options.Wants("slack") || options.Wants("teams"))
        {
            Say("", "| request | server | connections | requests/s | p50 ms | p99 ms | CPU ms a request | replies sent | RSS MB | load's core |", "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            if (options.Wants("slack"))
            {
                await ServerAsync("Slack press", "**PartnershipBot**, committed and replied", slack, options, platforms, BotAsync);
                await ServerAsync("Slack press", "Kestrel, signature only", slack, options, platforms, (_, press) => Subject.BareAsync(platforms, press));
                if (Subject.HasBolt)
                {
                    await ServerAsync("Slack press", "@slack/bolt, acknowledges only", slack, options, platforms, (_, press) => Subject.BoltAsync(null, press));
                    await ServerAsync("Slack press", "@slack/bolt, acknowledges and replies", slack, options, platforms, (_, press) => Subject.BoltAsync(platforms, press));
                }
            }
            if (options.Wants("teams"))
            {
                await ServerAsync("Teams press", "**PartnershipBot**, committed", teams, options, platforms, BotAsync);
                await ServerAsync("Teams press", "Kestrel, token only", teams, options, platforms, (_, press) => Subject.BareAsync(platforms, press));
            }
        }
        if (options.Wants("start")) await StartUpAsync(options, platforms, slack);
        Say("", $"Load average after: {LoadAverage}.");
        return 0;

        Task<Subject> BotAsync(string folder, Press press) => Subject.BotAsync(platforms, folder, options.Web, press);
    }

    static async Task ServerAsync(string request, string name, Press press, Options options, PretendPlatforms platforms, Func<string, Press, Task<Subject>> start)
    {
        using var folder = new Folder();
        await using var server = await start(folder.Path, press);
        await ClosedLoop.MeetAsync(server.Port, press, options.People, 16);
        await WarmUpAsync(server, press, options);
        foreach (var connections in Connections)
        {
            var (work, sent) = (server.Work, platforms.Sent);
            var measured = await ClosedLoop.RunAsync(server.Port, press, connections, options.People, TimeSpan.FromSeconds(options.Seconds));
            var spent = (server.Work - work).TotalMilliseconds / measured.Answers;
            var replies = (platforms.Sent - sent) / (double)measured.Answers;
            Say(string.Create(CultureInfo.InvariantCulture,
                $"| {request} | {name} | {connections} | {measured.Rate:N0} | {measured.P50:F2} | {measured.P99:F2} | {spent:F3} | {replies:P0} | {server.Memory} | {measured.Busy:P0} |"));
        }
    }

    /// <summary>Until the runtime has compiled what is hot a second time: until a request costs no less than a moment before.</summary>
    static async Task WarmUpAsync(Subject server, Press press, Options options)
    {
        for (var (i, before) = (0, double.MaxValue); i < MostWarmUps; i++)
        {
            var work = server.Work;
            var measured = await ClosedLoop.RunAsync(server.Port, press, 16, options.People, WarmUp);
            var spent = (server.Work - work).TotalMilliseconds / measured.Answers;
            if (spent > 0.95 * before) return;
            before = spent;
        }
    }

    static async Task StartUpAsync(Options options, PretendPlatforms platforms, Press press)
    {
        const int Times = 7;
        Say("", $"| start of the process to the first signed 200, {Times} times | median ms | fastest | slowest |", "|---|---:|---:|---:|");
        using var folder = new Folder();
        await RowAsync("**PartnershipBot**, the store open", () => Subject.BotAsync(platforms, folder.Path, options.Web, press));
        await RowAsync("Kestrel, signature only", () => Subject.BareAsync(platforms, press));
        if (Subject.HasBolt) await RowAsync("@slack/bolt", () => Subject.BoltAsync(null, press));

        static async Task RowAsync(string name, Func<Task<Subject>> start)
        {
            var times = new List<double>();
            for (var i = 0; i < Times; i++)
            {
                await using var server = await start();
                times.Add(server.StartUp.TotalMilliseconds);
            }
            times.Sort();
            Say(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Times / 2]:F0} | {times[0]:F0} | {times[^1]:F0} |"));
        }
    }

    static string LoadAverage => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    static void Say(params string[] lines)
    {
        foreach (var line in lines) Console.WriteLine(line);
    }
}
