namespace PartnershipBot.Tests.Shared;

/// <summary>Azure Table Storage's emulator, in memory, on a port of its own. What it holds is gone when it is disposed.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    // The account and key that the emulator publishes for everyone.
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly ListeningProcess process;

    Azurite(ListeningProcess process) => this.process = process;

    /// <summary>For Azure.Data.Tables' TableServiceClient, or the setting Storage:ConnectionString.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{process.Port}/{Account};";

    /// <summary>Ready for requests when the task ends. Skips the calling test, or fails it when CI=true, where Azurite is not installed.</summary>
    public static async Task<Azurite> StartAsync(CancellationToken cancel) =>
        new(await NodeProcess.StartAsync(
            Peers.Require("azurite", "dist/src/table/main.js"),
            port =>
            [
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
                "--tableHost", "127.0.0.1", "--tablePort", $"{port}",
            ],
            cancel));

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
