namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>The program as a newcomer starts it: its own process in Development, no settings, an empty folder to keep things in.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    static readonly TimeSpan UntilSaid = TimeSpan.FromSeconds(20);

    readonly ListeningProcess process;
    readonly DirectoryInfo folder;

    RunningProgram(ListeningProcess process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    /// <summary>The playground's address.</summary>
    public Uri Page => new($"http://localhost:{process.Port}/playground");

    public static async Task<RunningProgram> StartAsync(CancellationToken cancel)
    {
        var built = Solution.At($"src/PartnershipBot.Web/bin/{Configuration}/net10.0");
        var kept = Directory.CreateTempSubdirectory("playground-");
        File.Copy(Path.Combine(built, "appsettings.json"), Path.Combine(kept.FullName, "appsettings.json"));
        return new RunningProgram(
            await ListeningProcess.StartAsync(
                "dotnet",
                port => [Path.Combine(built, "PartnershipBot.Web.dll"), "--urls", $"http://localhost:{port}"],
                kept.FullName,
                cancel,
                new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" }),
            kept);
    }

    /// <summary>What the program has printed once it said this much.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(int lines, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilSaid);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (process.Output.Split('\n').Length < lines) await beat.WaitForNextTickAsync(patience.Token);
        return process.Output.Split('\n');
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Tests and program are built the same way.</summary>
    static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
