using System.Globalization;
using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>A connection that only reads. Each read sees what was committed when it began. Not for two threads at once.</summary>
sealed class SqliteReader : IDisposable
{
    // So that nobody who reads a whole partition keeps the log from being emptied, or the memory full.
    const int BytesInAPage = 4 * 1024 * 1024;

    readonly SqliteConnection connection;
    readonly SqliteStatement get, range, partition;

    public SqliteReader(SqliteFile file)
    {
        connection = file.OpenToRead();
        try
        {
            get = new SqliteStatement(connection, "SELECT etag, columns FROM entity WHERE p = ?1 AND r = ?2");
            range = new SqliteStatement(connection, "SELECT r, etag, columns FROM entity WHERE p = ?1 AND r >= ?2 AND r < ?3 ORDER BY r");
            partition = new SqliteStatement(connection,
                "SELECT p, EXISTS(SELECT 1 FROM entity x WHERE x.p = e.p AND x.r >= ?2 AND x.r < ?3) FROM entity e WHERE p > ?1 ORDER BY p LIMIT 1");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Row? Get(string partitionKey, string key)
    {
        get.Bind(0, partitionKey);
        get.Bind(1, key);
        try
        {
            return get.Step() ? new Row(key, ColumnText.Read(get.Utf8(1)), ETag(get.Number(0))) : null;
        }
        finally
        {
            get.Reset();
        }
    }

    /// <summary>Adds the next rows, at most so many.</summary>
    /// <returns>True when there may be more.</returns>
    public bool Page(string partitionKey, string from, string to, int most, List<Row> rows)
    {
        range.Bind(0, partitionKey);
        range.Bind(1, from);
        range.Bind(2, to);
        try
        {
            var bytes = 0;
            while (range.Step())
            {
                var columns = range.Utf8(2);
                bytes += columns.Length;
                rows.Add(new Row(range.Text(0), ColumnText.Read(columns), ETag(range.Number(1))));
                if (rows.Count >= most || bytes >= BytesInAPage) return true;
            }
            return false;
        }
        finally
        {
            range.Reset();
        }
    }

    /// <returns>The first partition after this one and whether it has a row in the range; null after the last.</returns>
    public (string Partition, bool HasRows)? NextPartition(string after, string from, string to)
    {
        partition.Bind(0, after);
        partition.Bind(1, from);
        partition.Bind(2, to);
        try
        {
            return partition.Step() ? (partition.Text(0), partition.Number(1) == 1) : null;
        }
        finally
        {
            partition.Reset();
        }
    }

    public void Dispose()
    {
        get.Dispose();
        range.Dispose();
        partition.Dispose();
        connection.Dispose();
    }

    static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
