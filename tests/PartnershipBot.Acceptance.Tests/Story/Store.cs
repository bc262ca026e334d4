using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Where the program keeps its rows.</summary>
public enum StoreKind { Sqlite, Azurite }

/// <summary>A fresh store, gone when it is disposed. It can go down and come back with all that it held.</summary>
internal sealed partial class Store : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("partnershipbot").FullName;
    readonly Azurite? azurite;
    readonly Wire? wire;
    SqliteConnection? otherProgram;

    Store(Azurite? azurite)
    {
        this.azurite = azurite;
        wire = azurite is null ? null : new Wire(int.Parse(Port.Match(azurite.ConnectionString).Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The file of open rounds on SQLite, without what SQLite puts beside it.</summary>
    public string RoundsFile => Path.Combine(folder, "bot.rounds.db");

    /// <summary>The program's settings for it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(azurite is null ? FileSettings : TableSettings)
    {
        ["Site:DataProtectionPath"] = Path.Combine(folder, "keys"),
    };

    string File => Path.Combine(folder, "bot.db");

    Dictionary<string, string> FileSettings => new() { ["Storage:Kind"] = "Sqlite", ["Storage:Path"] = File };

    Dictionary<string, string> TableSettings => new()
    {
        ["Storage:Kind"] = "AzureTables",
        ["Storage:ConnectionString"] = Port.Replace(azurite!.ConnectionString, $"{wire!.Port}"),
        ["Secrets:IdentityKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };

    public static async Task<Store> StartAsync(StoreKind kind, CancellationToken cancel) => new(kind switch
    {
        StoreKind.Sqlite => null,
        StoreKind.Azurite => await Azurite.StartAsync(cancel),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>The service cannot be reached any more; the file is held by another program.</summary>
    public async Task GoesDownAsync(CancellationToken cancel)
    {
        wire?.Cut();
        if (wire is not null) return;
        otherProgram = new SqliteConnection($"Data Source={File};Pooling=false");
        await otherProgram.OpenAsync(cancel);
        await using var hold = otherProgram.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync(cancel);
    }

    public async Task ComesBackAsync()
    {
        wire?.Mend();
        if (otherProgram is not null) await otherProgram.DisposeAsync();
        otherProgram = null;
    }

    public async ValueTask DisposeAsync()
    {
        await ComesBackAsync();
        if (wire is not null) await wire.DisposeAsync();
        if (azurite is not null) await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port { get; }
}
