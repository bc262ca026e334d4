using System.Buffers;

namespace PartnershipBot.Core.Storage;

/// <summary>The limits of Azure Table Storage, kept on every store so that what works on one works on all.</summary>
/// <remarks>Source: learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model and performing-entity-group-transactions.</remarks>
public static class TableLimits
{
    public const int ChangesInACommit = 100;
    public const int BytesInACommit = 4 * 1024 * 1024;
    public const int BytesInARow = 1024 * 1024;
    public const int ColumnsInARow = 252;
    public const int CharactersInAString = 32_768;
    public const int BytesInAColumn = 64 * 1024;
    public const int CharactersInAKey = 512;

    static readonly DateTimeOffset EarliestTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789|._-");

    /// <exception cref="ArgumentException">Says which limit is broken, and by which row.</exception>
    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        CheckKey(partition);
        if (changes.Count is 0 or > ChangesInACommit)
            throw new ArgumentException($"A commit has 1 to {ChangesInACommit} changes; this one to '{partition}' has {changes.Count}.", nameof(changes));

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long total = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
                throw new ArgumentException($"Row '{change.Key}' is changed twice in one commit.", nameof(changes));
            if (change is Change.Put put) total += Check(put.Row);
        }
        if (total > BytesInACommit)
            throw new ArgumentException($"A commit holds at most {BytesInACommit} bytes; this one to '{partition}' has {total}.", nameof(changes));
    }

    /// <exception cref="ArgumentException">The key is empty, too long, or has a character that some store forbids.</exception>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > CharactersInAKey || key.AsSpan().ContainsAnyExcept(KeyCharacters))
            throw new ArgumentException($"Key '{key}' must be 1 to {CharactersInAKey} letters, digits, '|', '.', '_' or '-'.", nameof(key));
    }

    static long Check(Row row)
    {
        if (row.Columns.Count > ColumnsInARow)
            throw new ArgumentException($"Row '{row.Key}' has {row.Columns.Count} columns; the limit is {ColumnsInARow}.", nameof(row));

        long bytes = 4 + 2 * row.Key.Length;
        foreach (var (name, value) in row.Columns)
        {
            if (name.Length is 0 or > 255 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit) || name is "PartitionKey" or "RowKey" or "Timestamp")
                throw new ArgumentException($"Column '{name}' of row '{row.Key}' must be letters and digits, start with a letter, and not be a reserved name.", nameof(row));
            bytes += 8 + 2 * name.Length + value switch
            {
                string text when text.Length <= CharactersInAString => 4 + 2 * text.Length,
                byte[] data when data.Length <= BytesInAColumn => 4 + data.Length,
                string or byte[] => throw new ArgumentException($"Column '{name}' of row '{row.Key}' is longer than 64 KiB.", nameof(row)),
                DateTimeOffset time when time < EarliestTime => throw new ArgumentException($"Column '{name}' of row '{row.Key}' is before the year 1601, where stores begin.", nameof(row)),
                double number when double.IsInfinity(number) => throw new ArgumentException($"Column '{name}' of row '{row.Key}' is infinite.", nameof(row)),
                long or double or DateTimeOffset => 8,
                bool => 1,
                _ => throw new ArgumentException($"Column '{name}' of row '{row.Key}' has type {value?.GetType().Name ?? "null"}; columns are string, long, double, bool, DateTimeOffset or byte[].", nameof(row)),
            };
        }
        if (bytes > BytesInARow)
            throw new ArgumentException($"Row '{row.Key}' has {bytes} bytes; the limit is {BytesInARow}.", nameof(row));
        return bytes;
    }
}
