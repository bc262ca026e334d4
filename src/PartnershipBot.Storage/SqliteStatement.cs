using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PartnershipBot.Storage;

/// <summary>A prepared statement that is bound, stepped and reset many times. Parameters and columns count from 0. Not for two threads at once.</summary>
/// <remarks>ADO.NET's command and reader make several objects for each run; this makes none.</remarks>
sealed class SqliteStatement : IDisposable
{
    const int ShortText = 512;

    readonly sqlite3 database;
    readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public void Bind(int parameter, string text)
    {
        // An empty span has no address and would be bound as NULL.
        if (text.Length is 0 or > ShortText)
        {
            Check(raw.sqlite3_bind_text(statement, parameter + 1, text));
            return;
        }
        Span<byte> bytes = stackalloc byte[ShortText * 3];
        Bind(parameter, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <param name="utf8">At least one byte.</param>
    public void Bind(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(statement, parameter + 1, utf8));

    public void Bind(int parameter, long number) => Check(raw.sqlite3_bind_int64(statement, parameter + 1, number));

    /// <returns>True when there is a row to read.</returns>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ends the read, which lets go of its snapshot.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <returns>UTF-8 text, valid until the next step or reset.</returns>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public void Dispose() => statement.Dispose();

    void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
