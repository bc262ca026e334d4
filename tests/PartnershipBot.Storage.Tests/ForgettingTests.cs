using System.Text;
using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

/// <summary>What was deleted is in no byte of the file or of the files beside it.</summary>
public sealed class ForgettingTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Database => folder.File("rounds.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Removed_and_replaced_values_are_gone_after_forgetting_and_not_before()
    {
        await using var table = new SqliteTable(Database);
        var etags = await table.CommitAsync("round|1", [Put("a", "canary-removed"), Put("b", "canary-replaced"), Put("c", "kept-value")], Cancel);
        await table.CommitAsync("round|1", [new Change.Remove("a", etags[0]), Put("b", "new-value", etags[1])], Cancel);
        Assert.True(Remnants("canary-") > 0);

        await table.ForgetRemnantsAsync(Cancel);

        Assert.Equal(0, Remnants("canary-"));
        Assert.True(Remnants("kept-value") > 0);
        Assert.True(Remnants("new-value") > 0);
    }

    [Fact]
    public async Task Rows_of_all_sizes_among_rows_that_stay_are_gone_after_forgetting()
    {
        var chance = new Random(20261124);
        await using var table = new SqliteTable(Database);
        var rows = new List<Row>();
        foreach (var part in Enumerable.Range(0, 1_500).OrderBy(_ => chance.Next()).Chunk(50))
        {
            var puts = part.Select(n => Put($"r|{n:D5}", string.Concat(Enumerable.Repeat($"<{n:D5}>", chance.Next(1, 10) == 1 ? 1_500 : chance.Next(1, 60))))).ToArray();
            var etags = await table.CommitAsync("round|1", puts, Cancel);
            rows.AddRange(puts.Select((put, index) => put.Row with { ETag = etags[index] }));
        }
        var gone = rows.OrderBy(_ => chance.Next()).Take(1_000).ToList();
        foreach (var part in gone.Chunk(40)) await table.CommitAsync("round|1", [.. part.Select(row => new Change.Remove(row.Key, row.ETag!))], Cancel);

        await table.ForgetRemnantsAsync(Cancel);

        var bytes = Everything();
        Assert.Empty(gone.Where(row => bytes.Contains($"<{row.Key[2..]}>", StringComparison.Ordinal)).Select(row => row.Key));
        Assert.All(rows.Except(gone), row => Assert.Contains($"<{row.Key[2..]}>", bytes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forgetting_fails_aloud_while_another_program_reads()
    {
        await using var table = new SqliteTable(Database);
        var etags = await table.CommitAsync("round|1", [Put("a", "canary")], Cancel);
        await using (var other = new SqliteConnection($"Data Source={Database};Pooling=false"))
        {
            await other.OpenAsync(Cancel);
            await using var read = other.CreateCommand();
            read.CommandText = "BEGIN; SELECT count(*) FROM entity;";
            await read.ExecuteScalarAsync(Cancel);
            await table.CommitAsync("round|1", [new Change.Remove("a", etags[0])], Cancel);

            await Assert.ThrowsAsync<StoreUnavailableException>(() => table.ForgetRemnantsAsync(Cancel));
        }

        await table.ForgetRemnantsAsync(Cancel);
        Assert.Equal(0, Remnants("canary"));
    }

    static Change.Put Put(string key, string text, string? etag = null) => new(new Row(key, new Dictionary<string, object> { ["Text"] = text }, etag));

    int Remnants(string text) => Everything().Split(text).Length - 1;

    string Everything()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(Database)!))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }
        return all.ToString();
    }
}
