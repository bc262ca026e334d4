using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

/// <summary>What callers are told when the file cannot be used, and that the table works again afterwards.</summary>
public sealed class SqliteTroubleTests : IDisposable
{
    static readonly Change[] OneRow = [new Change.Put(new Row("a", new Dictionary<string, object> { ["N"] = 1L }))];

    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_unavailable_and_named()
    {
        var path = folder.File("notes.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, new string('x', 5_000), Cancel);
        await using var table = new SqliteTable(path);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync("p", "a", Cancel));
        Assert.Contains($"'{path}'", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync("p", OneRow, Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.ForgetRemnantsAsync(Cancel));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_unavailable_until_it_can()
    {
        var path = folder.File("sub/table.db");
        Directory.CreateDirectory(folder.File("."));
        await File.WriteAllTextAsync(folder.File("sub"), "in the way", Cancel);
        await using var table = new SqliteTable(path);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync("p", "a", Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync("p", OneRow, Cancel));
        File.Delete(folder.File("sub"));

        await table.CommitAsync("p", OneRow, Cancel);
        Assert.NotNull(await table.GetAsync("p", "a", Cancel));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_unavailable_and_then_works_again()
    {
        await using var table = new SqliteTable(folder.File("table.db"));
        Assert.Null(await table.GetAsync("p", "a", Cancel));
        await using (var other = await OpenAsync("table.db"))
        {
            await RunAsync(other, "BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync("p", OneRow, Cancel));
        }

        Assert.Null(await table.GetAsync("p", "a", Cancel));
        await table.CommitAsync("p", OneRow, Cancel);
        Assert.NotNull(await table.GetAsync("p", "a", Cancel));
    }

    [Fact]
    public async Task A_file_that_another_program_held_first_makes_nobody_wait_long_and_then_works()
    {
        Directory.CreateDirectory(folder.File("."));
        await using var table = new SqliteTable(folder.File("table.db"));
        await using (var other = await OpenAsync("table.db"))
        {
            await RunAsync(other, "BEGIN EXCLUSIVE");
            var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => table.GetAsync("p", "a", Cancel), Cancel)).ToList();
            foreach (var caller in callers)
                await Assert.ThrowsAsync<StoreUnavailableException>(() => caller.WaitAsync(TimeSpan.FromSeconds(20), Cancel));
        }

        await table.CommitAsync("p", OneRow, Cancel);
        Assert.NotNull(await table.GetAsync("p", "a", Cancel));
    }

    [Fact]
    public async Task A_batch_that_fails_midway_leaves_nothing_and_fails_for_all()
    {
        await using var table = new SqliteTable(folder.File("table.db"));
        await table.CommitAsync("p", [new Change.Put(new Row("first", new Dictionary<string, object>()))], Cancel);
        await using (var other = await OpenAsync("table.db"))
        {
            await RunAsync(other, "CREATE TRIGGER full BEFORE INSERT ON entity WHEN new.r = 'poison' BEGIN SELECT RAISE(ROLLBACK, 'no room'); END");

            await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync("p",
                [.. new[] { "x", "poison", "y" }.Select(key => new Change.Put(new Row(key, new Dictionary<string, object>())))], Cancel));
            Assert.Null(await table.GetAsync("p", "x", Cancel));
            await RunAsync(other, "DROP TRIGGER full");
        }

        await table.CommitAsync("p", OneRow, Cancel);
        Assert.NotNull(await table.GetAsync("p", "a", Cancel));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_refused_with_what_to_do()
    {
        Directory.CreateDirectory(folder.File("."));
        await using (var other = await OpenAsync("table.db")) await RunAsync(other, "PRAGMA user_version = 99");
        await using var table = new SqliteTable(folder.File("table.db"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetAsync("p", "a", Cancel));
        Assert.Contains("99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_table_says_so_and_what_waited_was_written()
    {
        var path = folder.File("table.db");
        var table = new SqliteTable(path);
        var waiting = Enumerable.Range(0, 200).Select(n => table.CommitAsync("p", [new Change.Put(new Row($"r{n}", new Dictionary<string, object>()))], Cancel)).ToArray();
        await table.DisposeAsync();
        await Task.WhenAll(waiting);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.CommitAsync("p", OneRow, Cancel));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => table.GetAsync("p", "a", Cancel));
        Assert.False(File.Exists(path + "-wal"));
        await using var again = new SqliteTable(path);
        Assert.NotNull(await again.GetAsync("p", "r199", Cancel));
    }

    async Task<SqliteConnection> OpenAsync(string name)
    {
        var connection = new SqliteConnection($"Data Source={folder.File(name)};Pooling=false");
        await connection.OpenAsync(Cancel);
        return connection;
    }

    static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
