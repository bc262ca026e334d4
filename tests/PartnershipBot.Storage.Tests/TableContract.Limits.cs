using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public abstract partial class TableContract
{
    public static TheoryData<string> Keys => new(
        "a", "Z", "0", "-", "_", ".", "..", "|", "||", "a|b.c_d-e", "partnership|7F3K", "a.", "-a",
        new string('k', TableLimits.CharactersInAKey), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789|._-");

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_allowed_key_works_as_partition_and_as_row(string key)
    {
        var etags = await Table.CommitAsync(key, [Put(key, ("N", 1L))], Cancel);
        await Table.CommitAsync(key, [Put(NewRow(key) with { ETag = etags[0] }, ("N", 2L))], Cancel);

        var row = Assert.Single(await RowsAsync(key, key + "~", key));
        Assert.Equal((key, 2L), (row.Key, row.Number("N")));
        await Table.CommitAsync(key, [new Change.Remove(key, row.ETag!)], Cancel);
        Assert.Null(await Table.GetAsync(key, key, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0000b")]
    [InlineData("a\u0085b")]
    [InlineData("a%b")]
    [InlineData("a'b")]
    [InlineData("a\"b")]
    [InlineData("a:b")]
    [InlineData("a~b")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("too long")]
    public async Task A_forbidden_key_is_refused_everywhere(string key)
    {
        if (key == "too long") key = new string('k', TableLimits.CharactersInAKey + 1);

        await Assert.ThrowsAsync<ArgumentException>(() => Table.CommitAsync(key, [Put("a")], Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.CommitAsync(P, [Put(key)], Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.CommitAsync(P, [Put("a"), new Change.Remove(key, "1")], Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.GetAsync(key, "a", Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Table.GetAsync(P, key, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => RowsAsync("a", "b", key));
        Assert.Empty(await KeysAsync("", "~"));
    }

    [Fact]
    public async Task A_commit_of_100_changes_is_made_and_of_101_refused()
    {
        Change[] changes = [.. Enumerable.Range(0, 101).Select(n => Put($"r|{n:D3}", ("N", (long)n)))];

        await RefusesAsync(changes);
        Assert.Equal(100, (await Table.CommitAsync(P, changes[..100], Cancel)).Count);

        Assert.Equal(changes[..100].Select(change => change.Key), await KeysAsync("", "~"));
    }

    [Fact]
    public Task An_empty_commit_is_refused() => RefusesAsync();

    [Fact]
    public Task One_row_changed_twice_in_a_commit_is_refused() => RefusesAsync(Put("a", ("N", 1L)), Put("a", ("N", 2L)));

    [Fact]
    public Task A_text_one_character_too_long_is_refused() => RefusesAsync(Put("a", ("Text", new string('x', TableLimits.CharactersInAString + 1))));

    [Fact]
    public Task Bytes_one_too_many_are_refused() => RefusesAsync(Put("a", ("Bytes", new byte[TableLimits.BytesInAColumn + 1])));

    [Fact]
    public Task One_column_too_many_is_refused() =>
        RefusesAsync(Put("a", [.. Enumerable.Range(0, TableLimits.ColumnsInARow + 1).Select(n => ($"C{n}", (object)1L))]));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    public Task A_forbidden_column_name_is_refused(string name) => RefusesAsync(Put("a", (name, 1L)));

    [Fact]
    public async Task A_value_of_another_type_is_refused()
    {
        foreach (var value in (object[])[1, 1f, 1m, 'c', Guid.Empty, DateTime.MinValue, DayOfWeek.Monday, new[] { "a" }])
            await RefusesAsync(Put("a", ("Value", value)));
    }

    [Fact]
    public async Task A_number_or_a_time_that_some_store_cannot_keep_is_refused()
    {
        foreach (var value in (object[])[double.PositiveInfinity, double.NegativeInfinity, new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero)])
            await RefusesAsync(Put("a", ("Value", value)));
    }

    [Fact]
    public async Task A_row_of_almost_1_MiB_is_kept_and_a_larger_one_refused()
    {
        var text = new string('x', TableLimits.CharactersInAString);
        (string, object)[] columns = [.. Enumerable.Range(0, 16).Select(n => ($"C{n:D2}", (object)text))];

        await RefusesAsync(Put("a", columns));
        await Table.CommitAsync(P, [Put("a", columns[..15])], Cancel);

        Assert.All((await Table.GetAsync(P, "a", Cancel))!.Columns.Values, value => Assert.Equal(text, value));
    }

    [Fact]
    public async Task A_commit_of_more_than_4_MiB_is_refused()
    {
        var text = new string('x', TableLimits.CharactersInAString);
        Change[] changes = [.. Enumerable.Range(0, 5).Select(r => Put($"r|{r}", [.. Enumerable.Range(0, 14).Select(c => ($"C{c:D2}", (object)text))]))];

        await RefusesAsync(changes);
        await Table.CommitAsync(P, changes[..3], Cancel);

        Assert.Equal(["r|0", "r|1", "r|2"], await KeysAsync("", "~"));
    }

    async Task RefusesAsync(params Change[] changes)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.CommitAsync(P, changes, Cancel));
        Assert.Empty(await KeysAsync("", "~"));
    }
}
