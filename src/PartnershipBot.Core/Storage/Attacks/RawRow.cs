namespace PartnershipBot.Core.Storage.Attacks;

/// <summary>A row as whoever holds the store sees it.</summary>
/// <param name="Written">When: ticks of the store's own time, or, where a store keeps none, the place in its one sequence of writes.</param>
/// <param name="Bytes">About how much it takes.</param>
public sealed record RawRow(string Partition, string Key, long Written, int Bytes, IReadOnlyDictionary<string, object> Columns)
{
    public string Text(string column) => Columns.TryGetValue(column, out var value) ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)! : "";
}

/// <summary>How the two tables are read by somebody who goes around the product.</summary>
/// <param name="Main">The rows of the main table whose partitions begin so.</param>
/// <param name="Rounds">The same of the rounds table.</param>
/// <param name="Remnants">Which of some texts are in the bytes of the rounds table's files; none where there are no files.</param>
public sealed record RawStore(
    Func<string, CancellationToken, IAsyncEnumerable<RawRow>> Main,
    Func<string, CancellationToken, IAsyncEnumerable<RawRow>> Rounds,
    Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<string>>> Remnants);
