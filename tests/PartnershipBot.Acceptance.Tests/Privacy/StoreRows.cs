using System.Text;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Acceptance.Tests.Privacy;

/// <summary>Every row of a table, as somebody with the store's key would read it.</summary>
internal static class StoreRows
{
    /// <returns>A line each: partition, key, columns; bytes as if they were text.</returns>
    public static async Task<IReadOnlyList<string>> LinesAsync(ITable table, CancellationToken cancel)
    {
        var lines = new List<string>();
        await foreach (var (partition, row) in AllAsync(table, cancel))
            lines.Add($"{partition} {row.Key} {string.Join(' ', row.Columns.Select(column => $"{column.Key}={Text(column.Value)}"))}");
        return lines;
    }

    public static async IAsyncEnumerable<(string Partition, Row Row)> AllAsync(ITable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var partitions = new HashSet<string>();
        await foreach (var partition in table.FindPartitionsAsync("!", "~", cancel)) partitions.Add(partition);
        foreach (var partition in partitions)
            await foreach (var row in table.QueryAsync(partition, "!", "~", cancel)) yield return (partition, row);
    }

    static string Text(object value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}";
}
