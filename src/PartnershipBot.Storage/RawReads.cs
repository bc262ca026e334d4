using System.Runtime.CompilerServices;
using System.Text;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;

namespace PartnershipBot.Storage;

/// <summary>Reads two tables as somebody does who goes around the product: whole partitions, with all that the store itself notes of a row.</summary>
public static class RawReads
{
    /// <exception cref="NotSupportedException">The tables are of no kind that this project knows.</exception>
    public static RawStore Of(Tables tables) => new(
        (prefix, cancel) => RowsAsync(tables.Main, prefix, cancel),
        (prefix, cancel) => RowsAsync(tables.Rounds, prefix, cancel),
        (texts, cancel) => tables.Rounds is SqliteTable file ? RemnantsAsync(file.Path, texts, cancel) : Task.FromResult<IReadOnlyList<string>>([]));

    static IAsyncEnumerable<RawRow> RowsAsync(ITable table, string prefix, CancellationToken cancel) => table switch
    {
        AzureTable azure => azure.RawAsync(prefix, Keys.After(prefix), cancel),
        SqliteTable sqlite => FileAsync(sqlite.Path, prefix, cancel),
        _ => throw new NotSupportedException($"A table of the kind '{table.GetType().Name}' cannot be read raw."),
    };

    static async IAsyncEnumerable<RawRow> FileAsync(string path, string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = new SqliteFile(path).OpenToRead();
        await using var read = connection.CreateCommand();
        read.CommandText = "SELECT p, r, etag, columns FROM entity WHERE p >= $from AND p < $to ORDER BY p, r";
        read.Parameters.AddWithValue("$from", prefix);
        read.Parameters.AddWithValue("$to", Keys.After(prefix));
        await using var rows = await read.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (key, columns) = (rows.GetString(1), Encoding.UTF8.GetBytes(rows.GetString(3)));
            yield return new RawRow(rows.GetString(0), key, rows.GetInt64(2), key.Length + columns.Length, ColumnText.Read(columns));
        }
    }

    /// <summary>Looks through the file and what SQLite keeps beside it.</summary>
    static async Task<IReadOnlyList<string>> RemnantsAsync(string path, IReadOnlyCollection<string> texts, CancellationToken cancel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in (string[])[path, path + "-wal", path + "-journal"])
        {
            if (!File.Exists(file)) continue;
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(cancel);
            foreach (var text in texts)
                if (bytes.Contains(text, StringComparison.Ordinal)) found.Add(text);
        }
        return [.. found];
    }
}
