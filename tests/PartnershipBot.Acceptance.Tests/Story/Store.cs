namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Where the program keeps its rows.</summary>
public enum StoreKind { Sqlite, Azurite }

/// <summary>A fresh store, gone when it is disposed.</summary>
internal sealed class Store : IAsyncDisposable
{
    readonly Azurite? azurite;
    readonly string folder = Directory.CreateTempSubdirectory("partnershipbot").FullName;

    Store(StoreKind kind, Azurite? azurite) => (Kind, this.azurite) = (kind, azurite);

    public StoreKind Kind { get; }

    /// <summary>The file of open rounds on SQLite, without what SQLite puts beside it.</summary>
    public string RoundsFile => Path.Combine(folder, "bot.rounds.db");

    /// <summary>The program's settings for it.</summary>
    public IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var settings = new Dictionary<string, string> { ["Site:DataProtectionPath"] = Path.Combine(folder, "keys") };
            if (azurite is null) return new Dictionary<string, string>(settings) { ["Storage:Kind"] = "Sqlite", ["Storage:Path"] = Path.Combine(folder, "bot.db") };
            return new Dictionary<string, string>(settings)
            {
                ["Storage:Kind"] = "AzureTables",
                ["Storage:ConnectionString"] = azurite.ConnectionString,
                ["Secrets:IdentityKey"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
            };
        }
    }

    public static async Task<Store> StartAsync(StoreKind kind, CancellationToken cancel) => new(kind, kind switch
    {
        StoreKind.Sqlite => null,
        StoreKind.Azurite => await Azurite.StartAsync(cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
