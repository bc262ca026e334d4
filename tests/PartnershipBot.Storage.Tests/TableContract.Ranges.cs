using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public abstract partial class TableContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_whatever_the_language()
    {
        string[] keys = ["a", "B", "_", "-", ".", "|", "10", "9", "Z", "z", "aa", "a-b", "a.b", "a|b", "a_b", "aB"];
        await Table.CommitAsync(P, [.. keys.Select(key => Put(key, ("N", 1L)))], Cancel);

        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysAsync("", "~"));
    }

    [Fact]
    public async Task A_range_has_its_first_key_and_not_its_last()
    {
        await Table.CommitAsync(P, [.. new[] { "due|1", "due|2", "due|3", "due", "due|", "dug", "seen|1" }.Select(key => Put(key, ("N", 1L)))], Cancel);

        Assert.Equal(["due|1", "due|2"], await KeysAsync("due|1", "due|3"));
        Assert.Equal(["due|", "due|1", "due|2", "due|3"], await KeysAsync("due|", "due}"));
        Assert.Equal(["due|3", "dug"], await KeysAsync("due|3", "seen|1"));
        Assert.Empty(await KeysAsync("due|2", "due|2"));
        Assert.Empty(await KeysAsync("due|3", "due|1"));
        Assert.Empty(await KeysAsync("x", "y"));
    }

    [Fact]
    public async Task A_range_longer_than_any_page_comes_whole()
    {
        var keys = Enumerable.Range(0, 2_500).Select(n => $"r|{n:D5}").ToArray();
        foreach (var hundred in keys.Chunk(100))
            await Table.CommitAsync(P, [.. hundred.Select(key => Put(key, ("Key", key)))], Cancel);
        await Table.CommitAsync(P, [Put("s", ("N", 1L))], Cancel);

        var rows = await RowsAsync("r|", "r}");

        Assert.Equal(keys, rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal(row.Key, row.Text("Key")));
    }

    [Fact]
    public async Task Rows_of_a_range_carry_the_ETag_and_columns_of_a_single_read()
    {
        var row = await InsertAsync("a", 7);
        var found = Assert.Single(await RowsAsync("a", "b"));

        Assert.Equal(row.ETag, found.ETag);
        Assert.Equal(row.Columns, found.Columns);
        await Table.CommitAsync(P, [Put(found, ("N", 8L))], Cancel);
        Assert.Equal(8, await NumberAsync("a"));
    }

    [Fact]
    public async Task A_reader_may_stop_early_and_write_while_it_reads()
    {
        foreach (var part in Enumerable.Range(0, 700).Chunk(100))
            await Table.CommitAsync(P, [.. part.Select(n => Put($"r|{n:D5}", ("N", (long)n)))], Cancel);

        var removed = 0;
        await foreach (var row in Table.QueryAsync(P, "r|", "r}", Cancel))
        {
            await Table.CommitAsync(P, [new Change.Remove(row.Key, row.ETag!)], Cancel);
            if (++removed == 120) break;
        }

        Assert.Equal(580, (await KeysAsync("r|", "r}")).Count);
    }

    [Fact]
    public async Task Partitions_are_found_by_a_row_in_the_range_and_named_once()
    {
        await Table.CommitAsync("index|1", [Put("due|2", ("N", 1L)), Put("due|3", ("N", 1L))], Cancel);
        await Table.CommitAsync("partnership|b", [Put("due|1", ("N", 1L)), Put("other", ("N", 1L))], Cancel);
        await Table.CommitAsync("partnership|c", [Put("other", ("N", 1L))], Cancel);
        await Table.CommitAsync("partnership|d", [Put("duf", ("N", 1L))], Cancel);
        await Table.CommitAsync("person|x", [Put("due|9", ("N", 1L)), Put("zzz", ("N", 1L))], Cancel);

        Assert.Equal(["index|1", "partnership|b", "person|x"], await PartitionsAsync("due|", "due}"));
        Assert.Equal(["index|1"], await PartitionsAsync("due|2", "due|9"));
        Assert.Empty(await PartitionsAsync("e", "f"));
    }

    [Fact]
    public async Task Many_partitions_are_all_found()
    {
        for (var n = 0; n < 60; n++)
            await Table.CommitAsync($"p|{n:D3}", [.. Enumerable.Range(0, 20).Select(row => Put($"due|{row:D3}", ("N", 1L)))], Cancel);

        Assert.Equal(Enumerable.Range(0, 60).Select(n => $"p|{n:D3}"), await PartitionsAsync("due|", "due}"));
    }

    [Fact]
    public async Task An_empty_table_has_no_rows_and_no_partitions()
    {
        Assert.Empty(await KeysAsync("", "~"));
        Assert.Empty(await PartitionsAsync("", "~"));
    }

    async Task<List<string>> PartitionsAsync(string from, string to)
    {
        var found = new List<string>();
        await foreach (var partition in Table.FindPartitionsAsync(from, to, Cancel)) found.Add(partition);
        return found;
    }
}
