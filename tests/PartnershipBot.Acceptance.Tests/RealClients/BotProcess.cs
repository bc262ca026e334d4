namespace PartnershipBot.Acceptance.Tests.RealClients;

/// <summary>The whole program in a process of its own, with a store that goes when it stops.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    static readonly string Configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";

    readonly string store;
    readonly ListeningProcess process;

    BotProcess(string store, ListeningProcess process) => (this.store, this.process) = (store, process);

    /// <summary>On localhost.</summary>
    public int Port => process.Port;

    /// <param name="line">Words of a command that begins with <c>dotnet run</c> and ends with settings of the program; what was built is run.</param>
    public static async Task<BotProcess> StartAsync(string[] line, CancellationToken cancel)
    {
        Assert.Equal(["dotnet", "run"], line[..2]);
        var folder = Directory.CreateTempSubdirectory("partnershipbot").FullName;
        try
        {
            return new(folder, await ListeningProcess.StartAsync(
                "dotnet",
                port =>
                [
                    "run", "--no-build", "--configuration", Configuration, .. line[2..],
                    "--urls", $"http://localhost:{port}", "--Storage:Path", Path.Combine(folder, "bot.db"), "--Site:DataProtectionPath", Path.Combine(folder, "keys"),
                ],
                Solution.Root,
                cancel));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(store, recursive: true);
    }
}
