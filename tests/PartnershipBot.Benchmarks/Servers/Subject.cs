using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PartnershipBot.Benchmarks.Load;
using PartnershipBot.Tests.Shared;

namespace PartnershipBot.Benchmarks.Servers;

/// <summary>A server under load, in a process of its own.</summary>
internal sealed class Subject : IAsyncDisposable
{
    static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(30);

    readonly Process process;

    Subject(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>From the start of the process to its first 200.</summary>
    public TimeSpan StartUp { get; private set; }

    public TimeSpan Work
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in RAM, in MB.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_000_000;
        }
    }

    /// <summary>The bot itself, on SQLite in the folder.</summary>
    /// <param name="web">The folder of its program; null for the one beside this.</param>
    public static Task<Subject> BotAsync(PretendPlatforms platforms, string folder, string? web, Press press) => StartAsync(port =>
    {
        web ??= AppContext.BaseDirectory;
        var info = Cores.OnServer("dotnet", [Path.Combine(web, "PartnershipBot.Web.dll")]);
        // Where its appsettings.json is.
        info.WorkingDirectory = web;
        foreach (var (name, value) in Settings(platforms, folder, port)) info.Environment[name] = value;
        return info;
    }, press);

    public static Task<Subject> BareAsync(PretendPlatforms platforms, Press press) => StartAsync(port =>
    {
        var info = Cores.OnServer(Environment.ProcessPath!, [.. Cores.Assembly(), "bare", $"{port}"]);
        info.Environment[Bare.KeysVariable] = platforms.Keys();
        return info;
    }, press);

    /// <summary>Slack's own framework for Node, acknowledging and storing nothing.</summary>
    /// <param name="platforms">Where it changes the message that was pressed; null to change nothing.</param>
    public static Task<Subject> BoltAsync(PretendPlatforms? platforms, Press press) => StartAsync(port =>
    {
        var info = Cores.OnServer("node", [Solution.At("tests/peers/bolt_acknowledges.mjs"), $"{port}"]);
        info.Environment["SLACK_SIGNING_SECRET"] = PretendPlatforms.SlackSecret;
        if (platforms is not null) info.Environment["SLACK_API_URL"] = platforms.Address + "api/";
        return info;
    }, press);

    public static bool HasBolt => Directory.Exists(Solution.At("tests/peers/node_modules/@slack/bolt"));

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static IEnumerable<KeyValuePair<string, string>> Settings(PretendPlatforms platforms, string folder, int port) =>
    [
        .. platforms.Settings,
        new("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        new("Playground__Enabled", "false"),
        new("Storage__Path", Path.Combine(folder, "bot.db")),
        new("Site__DataProtectionPath", Path.Combine(folder, "keys")),
    ];

    static async Task<Subject> StartAsync(Func<int, ProcessStartInfo> how, Press press)
    {
        var port = FreePort();
        var info = how(port);
        info.RedirectStandardOutput = true;
        var began = Stopwatch.GetTimestamp();
        var subject = new Subject(Process.Start(info)!, port);
        // Read to the end, so that a server that logs is not held up.
        subject.process.OutputDataReceived += static (_, _) => { };
        subject.process.BeginOutputReadLine();
        try
        {
            await subject.AnsweredAsync(press);
            subject.StartUp = Stopwatch.GetElapsedTime(began);
            return subject;
        }
        catch
        {
            await subject.DisposeAsync();
            throw;
        }
    }

    async Task AnsweredAsync(Press press)
    {
        using var patience = new CancellationTokenSource(UntilReady);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        var request = new byte[press.Length];
        while (await beat.WaitForNextTickAsync(patience.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with code {process.ExitCode} before it answered.");
            try
            {
                using var connection = await Connection.OpenAsync(Port, patience.Token);
                var status = await connection.AskAsync(request.AsMemory(0, press.Write(request, 1)));
                if (status == 200) return;
                throw new InvalidOperationException($"The first answer was {status}.");
            }
            catch (SocketException)
            {
                // It does not listen yet.
            }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
