using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public abstract partial class TableContract
{
    public static TheoryData<string, object> Values => new()
    {
        { "empty text", "" },
        { "text", "Harbour Homes Together" },
        { "quotes and breaks", "'it''s' \"said\" \\ / <b>&amp;</b>\r\n\t\u0001\u001f%$#?" },
        { "scripts", "Ørsted Żółć Αθήνα Ελλάδα שלום مرحبا हिन्दी 日本語 한국어 ᚠᛇᚻ" },
        { "emoji", "👋🏽 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301 \u00e9 \u2028 \ufeff \uffff" },
        { "longest text", new string('é', TableLimits.CharactersInAString) },
        { "longest text of two-unit letters", string.Concat(Enumerable.Repeat("😀", TableLimits.CharactersInAString / 2)) },
        { "longest escaped text", new string('"', TableLimits.CharactersInAString) },
        { "text like a number", "007" },
        { "text like a time", "2026-11-24T09:00:00Z" },
        { "zero", 0L },
        { "largest long", long.MaxValue },
        { "smallest long", long.MinValue },
        { "long past a double", 9_007_199_254_740_993L },
        { "whole double", 5.0 },
        { "double", 0.1 + 0.2 },
        { "largest double", double.MaxValue },
        { "smallest double", double.MinValue },
        { "tiniest double", double.Epsilon },
        { "not a number", double.NaN },
        { "true", true },
        { "false", false },
        { "time to a tick", new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero).AddTicks(1_234_567) },
        { "earliest time of the service", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "latest time", DateTimeOffset.MaxValue },
        { "no bytes", Array.Empty<byte>() },
        { "bytes", new byte[] { 0, 1, 127, 128, 255 } },
        { "most bytes", Enumerable.Range(0, TableLimits.BytesInAColumn).Select(n => (byte)(n * 31)).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_comes_back_as_it_was(string what, object value)
    {
        await Table.CommitAsync(P, [Put("a", ("Before", "b"), ("Value", value), ("After", 1L))], Cancel);

        AssertSame(what, value, (await Table.GetAsync(P, "a", Cancel))!);
        AssertSame(what, value, Assert.Single(await RowsAsync("a", "b")));

        static void AssertSame(string what, object value, Row row)
        {
            Assert.True(row.Columns["Value"].GetType() == value.GetType(), what);
            Assert.Equal(value, row.Columns["Value"]);
            Assert.Equal(3, row.Columns.Count);
            Assert.Equal("b", row.Text("Before"));
            Assert.Equal(1, row.Number("After"));
        }
    }

    [Fact]
    public async Task A_time_of_any_zone_comes_back_as_the_same_moment_in_UTC()
    {
        var there = new DateTimeOffset(2026, 7, 1, 0, 30, 0, TimeSpan.FromHours(13)).AddTicks(1);
        await Table.CommitAsync(P, [Put("a", ("At", there))], Cancel);

        var read = (await Table.GetAsync(P, "a", Cancel))!.Time("At")!.Value;

        Assert.Equal(there.UtcTicks, read.UtcTicks);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Fact]
    public async Task A_column_that_was_not_written_is_absent()
    {
        await Table.CommitAsync(P, [Put("a", ("N", 1L)), Put("none")], Cancel);

        var row = (await Table.GetAsync(P, "a", Cancel))!;
        Assert.Equal(["N"], row.Columns.Keys);
        Assert.Equal(("", false, (DateTimeOffset?)null, (byte[]?)null), (row.Text("T"), row.Flag("F"), row.Time("At"), row.Bytes("B")));
        Assert.Empty((await Table.GetAsync(P, "none", Cancel))!.Columns);
    }

    [Fact]
    public async Task The_most_columns_come_back_each_with_its_own_value()
    {
        var columns = Enumerable.Range(0, TableLimits.ColumnsInARow).Select(n => ($"Column{n}", (object)(long)n)).ToArray();
        await Table.CommitAsync(P, [Put("a", columns)], Cancel);

        Assert.Equal(columns.ToDictionary(c => c.Item1, c => c.Item2), (await Table.GetAsync(P, "a", Cancel))!.Columns);
    }

    [Fact]
    public async Task Names_that_differ_in_case_alone_are_two_columns()
    {
        await Table.CommitAsync(P, [Put("a", ("name", "lower"), ("Name", "upper"), (new string('n', 255), "long"))], Cancel);

        var row = (await Table.GetAsync(P, "a", Cancel))!;
        Assert.Equal(("lower", "upper", "long"), (row.Text("name"), row.Text("Name"), row.Text(new string('n', 255))));
    }

    [Fact]
    public async Task What_the_caller_does_to_its_columns_afterwards_changes_nothing()
    {
        var columns = new Dictionary<string, object> { ["N"] = 1L };
        var commit = Table.CommitAsync(P, [new Change.Put(new Row("a", columns))], Cancel);
        columns["N"] = 2L;
        await commit;

        Assert.Equal(1, await NumberAsync("a"));
    }
}
