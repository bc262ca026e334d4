using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public abstract partial class TableContract
{
    [Fact]
    public async Task A_row_that_is_not_there_is_null() => Assert.Null(await Table.GetAsync(P, "none", Cancel));

    [Fact]
    public async Task An_inserted_row_is_read_with_the_ETag_that_the_commit_gave()
    {
        var etags = await Table.CommitAsync(P, [Put("a", ("N", 1L), ("Name", "Ada"))], Cancel);

        var row = await Table.GetAsync(P, "a", Cancel);

        Assert.NotNull(row);
        Assert.Equal("a", row.Key);
        Assert.Equal(Assert.Single(etags), row.ETag);
        Assert.Equal(1, row.Number("N"));
        Assert.Equal("Ada", row.Text("Name"));
    }

    [Fact]
    public async Task A_replaced_row_has_the_new_columns_only_and_a_new_ETag()
    {
        await Table.CommitAsync(P, [Put("a", ("Old", "gone"), ("N", 1L))], Cancel);
        var first = (await Table.GetAsync(P, "a", Cancel))!;

        var etags = await Table.CommitAsync(P, [Put(first, ("N", 2L))], Cancel);

        var second = (await Table.GetAsync(P, "a", Cancel))!;
        Assert.Equal(["N"], second.Columns.Keys);
        Assert.Equal(2, second.Number("N"));
        Assert.Equal(etags.Single(), second.ETag);
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task The_ETag_a_commit_gave_serves_the_next_commit_without_reading()
    {
        var row = await InsertAsync("a", 1);
        for (var n = 2L; n <= 5; n++)
            row = row with { ETag = (await Table.CommitAsync(P, [Put(row, ("N", n))], Cancel)).Single() };

        Assert.Equal(5, await NumberAsync("a"));
        Assert.Equal("", (await Table.CommitAsync(P, [new Change.Remove("a", row.ETag!)], Cancel)).Single());
        Assert.Null(await NumberAsync("a"));
    }

    [Fact]
    public async Task A_commit_gives_one_ETag_for_each_change_in_order()
    {
        var gone = await InsertAsync("b", 1);
        var kept = await InsertAsync("d", 1);

        var etags = await Table.CommitAsync(P, [Put("a", ("N", 10L)), new Change.Remove("b", gone.ETag!), Put("c", ("N", 30L)), Put(kept, ("N", 40L))], Cancel);

        Assert.Equal(4, etags.Count);
        Assert.Equal("", etags[1]);
        foreach (var (index, key) in new[] { (0, "a"), (2, "c"), (3, "d") })
            Assert.Equal((await Table.GetAsync(P, key, Cancel))!.ETag, etags[index]);
        Assert.Null(await Table.GetAsync(P, "b", Cancel));
    }

    [Fact]
    public async Task Inserting_a_row_that_is_there_loses() => await AssertKeepsAsync(1, async _ => await LosesAsync(Put("a", ("N", 2L))));

    [Fact]
    public async Task Replacing_a_row_that_moved_on_loses() => await AssertKeepsAsync(2, async old =>
    {
        await Table.CommitAsync(P, [Put(old, ("N", 2L))], Cancel);
        await LosesAsync(Put(old, ("N", 3L)));
    });

    [Fact]
    public async Task Removing_a_row_that_moved_on_loses() => await AssertKeepsAsync(2, async old =>
    {
        await Table.CommitAsync(P, [Put(old, ("N", 2L))], Cancel);
        await LosesAsync(new Change.Remove("a", old.ETag!));
    });

    [Fact]
    public async Task Replacing_a_row_that_is_gone_loses_and_does_not_bring_it_back() => await AssertKeepsAsync(null, async old =>
    {
        await Table.CommitAsync(P, [new Change.Remove("a", old.ETag!)], Cancel);
        await LosesAsync(Put(old, ("N", 2L)));
    });

    [Fact]
    public async Task Removing_a_row_that_is_gone_loses() => await AssertKeepsAsync(null, async old =>
    {
        await Table.CommitAsync(P, [new Change.Remove("a", old.ETag!)], Cancel);
        await LosesAsync(new Change.Remove("a", old.ETag!));
    });

    [Fact]
    public async Task A_row_made_again_does_not_get_its_old_ETag_back() => await AssertKeepsAsync(1, async old =>
    {
        await Table.CommitAsync(P, [new Change.Remove("a", old.ETag!)], Cancel);
        await InsertAsync("a", 1);
        await LosesAsync(Put(old, ("N", 2L)));
    });

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("never given")]
    public async Task An_ETag_that_the_store_never_gave_loses(string etag) => await AssertKeepsAsync(1, async old =>
    {
        await LosesAsync(Put(old with { ETag = etag }, ("N", 2L)));
        await LosesAsync(new Change.Remove("a", etag));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_commit_of_which_one_change_loses_changes_nothing(int loser)
    {
        var kept = await InsertAsync("kept", 1);
        var removed = await InsertAsync("removed", 1);
        var changes = new List<Change> { Put("new1", ("N", 1L)), Put(kept, ("N", 2L)), new Change.Remove("removed", removed.ETag!), Put("new2", ("N", 1L)) };
        await InsertAsync("taken", 1);
        changes.Insert(loser, Put("taken", ("N", 2L)));

        var lost = await LosesAsync([.. changes]);

        Assert.True(lost.Key is null or "taken", lost.Key);
        Assert.Equal(["kept", "removed", "taken"], await KeysAsync("", "~"));
        Assert.Equal(kept.ETag, (await Table.GetAsync(P, "kept", Cancel))!.ETag);
        Assert.Equal(1, await NumberAsync("kept"));
        Assert.Equal(1, await NumberAsync("taken"));
        await Table.CommitAsync(P, [.. changes.Where(change => change.Key != "taken")], Cancel);
        Assert.Equal(["kept", "new1", "new2", "taken"], await KeysAsync("", "~"));
    }

    [Fact]
    public async Task The_same_key_in_two_partitions_is_two_rows()
    {
        await Table.CommitAsync("one", [Put("a", ("N", 1L))], Cancel);
        await Table.CommitAsync("two", [Put("a", ("N", 2L)), Put("b", ("N", 3L))], Cancel);

        Assert.Equal(1, (await Table.GetAsync("one", "a", Cancel))!.Number("N"));
        Assert.Equal(2, (await Table.GetAsync("two", "a", Cancel))!.Number("N"));
        Assert.Equal(["a"], await KeysAsync("", "~", "one"));
        Assert.Equal(["a", "b"], await KeysAsync("", "~", "two"));
        Assert.Empty(await KeysAsync("", "~", "on"));
    }

    async Task AssertKeepsAsync(long? number, Func<Row, Task> attempt)
    {
        await attempt(await InsertAsync("a", 1));
        Assert.Equal(number, await NumberAsync("a"));
    }
}
