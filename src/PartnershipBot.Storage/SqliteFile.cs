using Microsoft.Data.Sqlite;

namespace PartnershipBot.Storage;

/// <summary>One SQLite file: how it is made and how it is opened. Made, with its folder, when it is first opened.</summary>
sealed class SqliteFile(string path)
{
    const int Version = 1;

    /// <summary>How long one waits for another, as busy_timeout below.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // An ETag comes from one sequence for the whole file, so that a row made again never gets an old one back.
    // There is no time in the file: when a row was written must not tell who wrote it.
    const string Schema = """
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS entity(p TEXT NOT NULL, r TEXT NOT NULL, etag INTEGER NOT NULL, columns TEXT NOT NULL, PRIMARY KEY(p, r)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sequence(last INTEGER NOT NULL);
        INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence);
        PRAGMA user_version = 1;
        COMMIT;
        """;

    // temp_store: savepoints must not leave deleted content in a temporary file.
    const string Habits = """
        PRAGMA busy_timeout = 4000;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -8192;
        """;

    readonly Lock making = new();
    bool made;

    /// <summary>As the setting names it; relative to the current folder.</summary>
    public string Path { get; } = path;

    /// <exception cref="SqliteException">The file cannot be made, opened or read.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public SqliteConnection OpenToWrite()
    {
        Make();
        return Open("PRAGMA wal_autocheckpoint = 4000;");
    }

    /// <inheritdoc cref="OpenToWrite"/>
    public SqliteConnection OpenToRead()
    {
        Make();
        return Open("PRAGMA query_only = ON;");
    }

    void Make()
    {
        if (Volatile.Read(ref made)) return;
        // Whoever waits behind a try that takes all its time does not begin another: callers would queue up for minutes.
        if (!making.TryEnter(Patience)) throw new SqliteException("another try to open it is still waiting", SQLitePCL.raw.SQLITE_BUSY);
        try
        {
            if (made) return;
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);

            using var connection = Open("PRAGMA journal_mode = WAL;");
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version;";
            if (command.ExecuteScalar() is long version and not 0 and not Version)
                throw new InvalidOperationException($"The file '{Path}' has form {version}; this program reads form {Version}. Use the program that wrote it, or another file.");
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            Volatile.Write(ref made, true);
        }
        finally
        {
            making.Exit();
        }
    }

    SqliteConnection Open(string purpose)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.GetFullPath(Path),
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            // ADO.NET's own waiting, which begins anew after each busy_timeout: not for half a minute, which is its default.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Habits + purpose;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
