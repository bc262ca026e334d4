using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>The rows of the bot, opened beside it with its own keys.</summary>
internal sealed class KeptRows : IAsyncDisposable
{
    public static readonly byte[] IdentityKey = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    readonly SqliteTable main, rounds;
    readonly ServiceProvider services;
    readonly string? copy;

    KeptRows(string mainFile, string roundsFile, string keysFolder, string? copy)
    {
        (main, rounds, this.copy) = (new SqliteTable(mainFile), new SqliteTable(roundsFile), copy);
        Tables = new Tables(main, rounds);
        var parts = new ServiceCollection().AddLogging();
        parts.AddDataProtection().SetApplicationName("PartnershipBot").PersistKeysToFileSystem(System.IO.Directory.CreateDirectory(keysFolder));
        services = parts.BuildServiceProvider();
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("PartnershipBot.Rows.v1");
        Ring = new KeyRing(IdentityKey, protector.Protect, protector.Unprotect);
        Rounds = new OpenRounds(Tables, Ring, TimeProvider.System);
    }

    public Tables Tables { get; }

    public KeyRing Ring { get; }

    public OpenRounds Rounds { get; }

    /// <summary>The files themselves.</summary>
    public static KeptRows Of(MortalBot bot) => new(bot.MainFile, bot.RoundsFile, bot.KeysFolder, null);

    /// <summary>A copy of what a killed bot left on the disk: looking at it mends nothing.</summary>
    public static KeptRows CopyOf(MortalBot bot)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
        foreach (var file in (string[])[bot.MainFile, bot.RoundsFile])
            foreach (var end in (string[])["", "-wal"])
                if (File.Exists(file + end)) File.Copy(file + end, Path.Combine(folder, Path.GetFileName(file) + end));
        return new KeptRows(Path.Combine(folder, Path.GetFileName(bot.MainFile)), Path.Combine(folder, Path.GetFileName(bot.RoundsFile)), bot.KeysFolder, folder);
    }

    public string PersonId(Identity identity) => "u" + Ring.Hash($"{identity}")[..20];

    /// <summary>The rows of the main table whose keys begin so.</summary>
    public async Task<List<Row>> RowsAsync(string partition, string prefix, CancellationToken cancel)
    {
        var rows = new List<Row>();
        await foreach (var row in main.QueryAsync(partition, prefix, Keys.After(prefix), cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>How many answers a round holds.</summary>
    public async Task<int> AnswersAsync(string round, CancellationToken cancel)
    {
        var answers = 0;
        await foreach (var _ in rounds.QueryAsync(Keys.Round(round), "0", "~", cancel)) answers++;
        return answers;
    }

    /// <summary>Every job of every partition.</summary>
    public async Task<List<(string Partition, Job Job)>> JobsAsync(CancellationToken cancel)
    {
        var jobs = new List<(string, Job)>();
        await foreach (var partition in Tables.Main.FindPartitionsAsync(Keys.DuePrefix, Keys.After(Keys.DuePrefix), cancel))
            if (!partition.StartsWith("index|", StringComparison.Ordinal))
                foreach (var row in await RowsAsync(partition, Keys.DuePrefix, cancel)) jobs.Add((partition, Job.FromRow(row)));
        return jobs;
    }

    public async ValueTask DisposeAsync()
    {
        await main.DisposeAsync();
        await rounds.DisposeAsync();
        await services.DisposeAsync();
        if (copy is not null) System.IO.Directory.Delete(copy, recursive: true);
    }
}
