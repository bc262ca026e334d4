using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using PartnershipBot.Tests.Shared;

namespace PartnershipBot.Benchmarks.Rounds;

/// <summary>A fresh store, gone when it is disposed.</summary>
internal sealed class StoreOf : IAsyncDisposable
{
    readonly Folder folder = new();
    readonly Azurite? azurite;

    StoreOf(Azurite? azurite)
    {
        this.azurite = azurite;
        Tables = azurite is null
            ? new Tables(new SqliteTable(Path.Combine(folder.Path, "bot.db")), new SqliteTable(Path.Combine(folder.Path, "bot.rounds.db")))
            : new Tables(new AzureTable(azurite.ConnectionString, "main"), new AzureTable(azurite.ConnectionString, "rounds"));
    }

    public string Name => azurite is null ? "SQLite" : "Azurite";

    public Tables Tables { get; }

    public static StoreOf Sqlite() => new(null);

    public static async Task<StoreOf> AzuriteAsync() => new(await Azurite.StartAsync(CancellationToken.None));

    /// <summary>Keys are wrapped by next to nothing: that is not what is measured.</summary>
    public static KeyRing Ring { get; } = new([.. Enumerable.Range(1, 32).Select(n => (byte)n)], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))]);

    public async ValueTask DisposeAsync()
    {
        if (Tables.Main is IAsyncDisposable main) await main.DisposeAsync();
        if (Tables.Rounds is IAsyncDisposable rounds) await rounds.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
        folder.Dispose();
    }
}
