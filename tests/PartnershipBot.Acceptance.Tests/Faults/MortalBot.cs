using System.Diagnostics;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>The bot in a process of its own, on a folder of its own, that is killed and started again.</summary>
internal sealed class MortalBot(string folder, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(60);
    const string Ready = "Now listening on: ";

    TaskCompletionSource<Uri> up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Process? process;

    public string MainFile { get; } = Path.Combine(folder, "bot.db");

    public string RoundsFile { get; } = Path.Combine(folder, "rounds.db");

    public string KeysFolder { get; } = Path.Combine(folder, "keys");

    /// <summary>From each start to listening.</summary>
    public List<TimeSpan> StartUps { get; } = [];

    public int Kills { get; private set; }

    /// <summary>Where it listens, once it does; over a kill, where it listens next.</summary>
    public Task<Uri> AddressAsync(CancellationToken cancel) => Volatile.Read(ref up).Task.WaitAsync(cancel);

    /// <summary>Starts it; it listens when <see cref="AddressAsync"/> is done.</summary>
    /// <param name="more">Settings for this life only.</param>
    public void Start(params (string Name, string Value)[] more)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PartnershipBot.Web.dll")])
        {
            // Where its appsettings.json is.
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings) info.Environment[name] = value;
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        info.Environment["Playground__Enabled"] = "false";
        info.Environment["Storage__Path"] = MainFile;
        info.Environment["Storage__Rounds__Path"] = RoundsFile;
        info.Environment["Site__DataProtectionPath"] = KeysFolder;
        // Where it listens is read from its log, which the playground would leave out.
        info.Environment["Logging__Console__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in more) info.Environment[name] = value;

        var began = Stopwatch.GetTimestamp();
        process = Process.Start(info)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Ready, StringComparison.Ordinal) is not (>= 0 and var at)) return;
            lock (StartUps) StartUps.Add(Stopwatch.GetElapsedTime(began));
            up.TrySetResult(new Uri(line.Data[(at + Ready.Length)..].Trim()));
        };
        process.BeginOutputReadLine();
    }

    /// <summary>Waits until it listens, which it must.</summary>
    public async Task ReadyAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilReady);
        await AddressAsync(patience.Token);
    }

    /// <summary><c>kill -9</c>. What asks for its address from now on waits for its next life.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        // It may have died before it listened: then those who wait for that wait on.
        if (up.Task.IsCompleted) Volatile.Write(ref up, new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        process = null;
        Kills++;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
    }
}
