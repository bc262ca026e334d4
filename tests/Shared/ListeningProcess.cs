using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PartnershipBot.Tests.Shared;

/// <summary>A program that listens on a port of its own, from its start to its stop.</summary>
internal sealed class ListeningProcess : IAsyncDisposable
{
    static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(60);
    static readonly TimeSpan UntilGone = TimeSpan.FromSeconds(10);

    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();

    ListeningProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    /// <summary>The TCP port on 127.0.0.1 that the program answers on.</summary>
    public int Port { get; }

    /// <summary>What the program has printed so far, both streams, at most the last 200 lines.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Waits until the program has printed this; throws with what it printed instead when it has not within 60 seconds.</summary>
    public async Task SaysAsync(string text, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilReady);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!Output.Contains(text, StringComparison.Ordinal)) await beat.WaitForNextTickAsync(patience.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"It did not print \"{text}\". It printed:\n{Output}", late);
        }
    }

    /// <summary>A TCP port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the port answers. Throws with the program's output when it ends first, or does not answer within 60 seconds.</summary>
    /// <param name="program">Found on the PATH; without it the calling test is skipped, or fails when CI=true.</param>
    /// <param name="arguments">The arguments that go with the port it is to listen on.</param>
    /// <param name="environment">Variables added to this process's own; null means none.</param>
    public static async Task<ListeningProcess> StartAsync(
        string program,
        Func<int, IEnumerable<string>> arguments,
        string workingDirectory,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = FreePort();
        var info = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        foreach (var argument in arguments(port))
            info.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;

        var started = new ListeningProcess(Launch(info), port);
        try
        {
            started.Listen();
            await started.ReadyAsync($"{program} {info.ArgumentList.FirstOrDefault()}", cancel);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (process)
        {
            if (process.HasExited)
                return;
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                return; // It ended between the question and the order.
            }
            using var patience = new CancellationTokenSource(UntilGone);
            await process.WaitForExitAsync(patience.Token);
        }
    }

    static Process Launch(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Missing.Tool($"The program \"{info.FileName}\" is not on the PATH. Install what tests/README.md lists.");
            throw;
        }
    }

    void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (lines.Count > 200)
            lines.TryDequeue(out _);
    }

    async Task ReadyAsync(string what, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilReady);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await AnswersAsync(patience.Token))
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"\"{what}\" ended with code {process.ExitCode} before it answered on port {Port}. It printed:\n{Output}");
                await beat.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"\"{what}\" did not answer on port {Port} within {UntilReady.TotalSeconds} s. It printed:\n{Output}", late);
        }
    }

    async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancel);
            return !process.HasExited;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
