using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Storage;

public sealed class SealSliceTests
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];
    static readonly SealedItem[] Items = [new("A1", "Alpha", false), new("A2", "Alpha", true), new("A3", "Alpha", false), new("B1", "Beta", false)];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(44)]
    [InlineData(1_000)]
    public async Task Slices_one_after_the_other_are_all_rows_in_the_order_of_their_keys(int most)
    {
        var all = Everybody().SelectMany(one => SealedRow.AllOf(Key, one.RowKey, one.Answers, Items)).Select(row => row.Key).Order(StringComparer.Ordinal).ToList();
        var found = new List<string>();
        for (var isLast = false; !isLast;)
        {
            var slice = await SealSlice.ReadAsync(EachAsync(), Key, Items, found.LastOrDefault() ?? "", most);
            Assert.InRange(slice.Rows.Count, 1, most);
            found.AddRange(slice.Rows.Select(row => row.Key));
            isLast = slice.IsLast;
        }
        Assert.Equal(all, found);
    }

    [Fact]
    public async Task What_is_left_of_a_slice_begins_after_a_key_within_it_and_is_none_for_any_other()
    {
        var slice = await SealSlice.ReadAsync(EachAsync(), Key, Items, "", 20);
        Assert.Equal(slice.Rows.Skip(5), slice.Rest(slice.Rows[4].Key)!.Rows);
        Assert.Null(slice.Rest(""));
        Assert.Null(slice.Rest(slice.Rows[^1].Key));
    }

    [Theory]
    // Half of three questions is two; a reversed 1 is a 5.
    [InlineData("4", "1", "PNA", 54)]
    [InlineData("4", "2", "3", 44)]
    [InlineData("5", "1", "5", 60)]
    [InlineData("1", "5", "DK", 12)]
    [InlineData("4", "DK", "PNA", null)]
    [InlineData("DK", "DK", "PNA", null)]
    public void A_dimension_has_a_score_when_half_of_its_questions_have(string a1, string a2, string a3, int? score)
    {
        var rows = SealedRow.AllOf(Key, "row", new RoundAnswers("o", new Dictionary<string, string> { ["A1"] = a1, ["A2"] = a2, ["A3"] = a3 }), Items).ToList();
        var scores = rows.Where(row => row.Key.StartsWith(SealedRow.ScorePrefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(score?.ToString(System.Globalization.CultureInfo.InvariantCulture), scores.Select(row => row.Value).SingleOrDefault());
        Assert.Equal([("A1", a1), ("A2", a2), ("A3", a3)], rows.Except(scores).Select(row => (row.Of, row.Value)));
        Assert.Equal(rows, rows.ConvertAll(row => SealedRow.FromRow(row.ToRow(null))));
    }

    static IEnumerable<(string RowKey, RoundAnswers Answers)> Everybody() =>
        Enumerable.Range(0, 11).Select(n => ($"row{n}", new RoundAnswers("o", new Dictionary<string, string> { ["A1"] = "1", ["A2"] = "2", ["B1"] = "5" })));

    static async IAsyncEnumerable<(string, RoundAnswers)> EachAsync()
    {
        foreach (var one in Everybody())
        {
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
            yield return one;
        }
    }
}
