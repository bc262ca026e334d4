using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public sealed class SqliteTableTests : TableContract
{
    readonly TemporaryFolder folder = new();

    string Path => folder.File("table.db");

    protected override Task<ITable> OpenAsync(CancellationToken cancel) => Task.FromResult<ITable>(new SqliteTable(Path));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Nothing_is_made_before_the_first_use()
    {
        Assert.False(Directory.Exists(System.IO.Path.GetDirectoryName(Path)));
        await ((SqliteTable)Table).DisposeAsync();
        Assert.False(Directory.Exists(System.IO.Path.GetDirectoryName(Path)));
    }

    [Fact]
    public async Task Everything_is_there_after_opening_again_and_old_ETags_still_count()
    {
        var rows = new List<Row>();
        for (var n = 0; n < 50; n++) rows.Add(await InsertAsync($"r|{n:D2}", n));
        await ((SqliteTable)Table).DisposeAsync();

        await using var again = new SqliteTable(Path);
        foreach (var row in rows)
        {
            var read = await again.GetAsync(P, row.Key, Cancel);
            Assert.Equal(row.Columns, read!.Columns);
            Assert.Equal(row.ETag, read.ETag);
        }
        await again.CommitAsync(P, [Put(rows[0], ("N", 100L))], Cancel);
        await Assert.ThrowsAsync<ConflictException>(() => again.CommitAsync(P, [Put(rows[0], ("N", 101L))], Cancel));
    }

    [Fact]
    public async Task A_row_made_again_after_opening_again_does_not_get_its_old_ETag_back()
    {
        var old = await InsertAsync("a", 1);
        await Table.CommitAsync(P, [new Change.Remove("a", old.ETag!)], Cancel);
        await ((SqliteTable)Table).DisposeAsync();

        await using var again = new SqliteTable(Path);
        await again.CommitAsync(P, [Put("a", ("N", 2L))], Cancel);
        await Assert.ThrowsAsync<ConflictException>(() => again.CommitAsync(P, [Put(old, ("N", 3L))], Cancel));
    }

    [Fact]
    public async Task What_a_commit_told_is_on_disk_even_if_nobody_closes_the_file()
    {
        await InsertAsync("a", 7);
        var copy = folder.File("copy.db");
        foreach (var end in (string[])["", "-wal"]) File.Copy(Path + end, copy + end);

        await using var copied = new SqliteTable(copy);
        Assert.Equal(7, (await copied.GetAsync(P, "a", Cancel))!.Number("N"));
    }

    [Fact]
    public async Task Two_tables_on_one_file_take_turns_and_see_each_other()
    {
        await using var other = new SqliteTable(Path);
        ITable[] both = [Table, other];
        await InsertAsync("count", 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < 20;)
            {
                var table = both[(writer + n) % 2];
                var row = (await table.GetAsync(P, "count", Cancel))!;
                try
                {
                    await table.CommitAsync(P, [Put(row, ("N", row.Number("N") + 1)), Put($"log|{writer}|{n}", ("N", 1L))], Cancel);
                    n++;
                }
                catch (ConflictException)
                {
                }
            }
        }, Cancel)));

        Assert.Equal(160, await NumberAsync("count"));
        Assert.Equal(160, (await other.GetAsync(P, "count", Cancel))!.Number("N"));
        Assert.Equal(160, (await KeysAsync("log|", "log}")).Count);
    }

    [Fact]
    public async Task Sixty_four_committers_at_once_each_get_their_own_rows_and_ETags()
    {
        var etags = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (var n = 0; n < 20; n++)
            {
                var given = await Table.CommitAsync($"p|{writer}", [Put($"a|{n:D2}", ("N", (long)writer)), Put($"b|{n:D2}", ("N", (long)n))], Cancel);
                Assert.Equal(given[0], (await Table.GetAsync($"p|{writer}", $"a|{n:D2}", Cancel))!.ETag);
                mine.AddRange(given);
            }
            return mine;
        }, Cancel)));

        Assert.Equal(64 * 40, etags.SelectMany(one => one).Distinct().Count());
        for (var writer = 0; writer < 64; writer++)
        {
            var rows = await RowsAsync("", "~", $"p|{writer}");
            Assert.Equal(etags[writer].Order(StringComparer.Ordinal), rows.Select(row => row.ETag!).Order(StringComparer.Ordinal));
            Assert.All(rows.Take(20), row => Assert.Equal(writer, row.Number("N")));
        }
    }

    [Fact]
    public async Task A_long_range_sees_the_rows_that_stay_while_others_come_and_go()
    {
        foreach (var part in Enumerable.Range(0, 3_000).Chunk(100))
            await Table.CommitAsync(P, [.. part.Select(n => Put($"r|{n:D5}", ("N", (long)n)))], Cancel);

        var seen = new List<string>();
        await foreach (var row in Table.QueryAsync(P, "r|", "r}", Cancel))
        {
            seen.Add(row.Key);
            if (seen.Count % 300 == 0)
                await Table.CommitAsync(P, [new Change.Remove(row.Key, row.ETag!), Put(row.Key + "|new", ("N", 1L))], Cancel);
        }

        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
        Assert.Equal(3_000, seen.Count(key => !key.EndsWith("|new", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_can_be_read_with_any_SQLite_program()
    {
        await InsertAsync("a", 7);
        await using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT columns ->> '$.\"l:N\"' FROM entity WHERE p = $p AND r = 'a'";
        command.Parameters.AddWithValue("$p", P);

        Assert.Equal(7L, await command.ExecuteScalarAsync(Cancel));
    }
}
