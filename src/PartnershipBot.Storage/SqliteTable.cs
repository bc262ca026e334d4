using System.Runtime.CompilerServices;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>A table in one SQLite file, for one process. Nothing is opened before the first use; disposing finishes what waits.</summary>
/// <param name="path">The file; it and its folder are made when missing.</param>
public sealed class SqliteTable(string path) : ITable, IAsyncDisposable
{
    // Many callers want only the first rows; a reader of a long range gets few, large pages.
    const int RowsInTheFirstPage = 50;
    const int RowsInAPage = 500;

    static readonly Task<Row?> Nothing = Task.FromResult<Row?>(null);

    readonly SqliteFile file = new(path);
    readonly Lock starting = new();
    SqliteReaders? readers;
    SqliteWriter? writer;
    bool closed;

    /// <summary>Where the file is.</summary>
    internal string Path => file.Path;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A key is no key.</exception>
    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancel)
    {
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(key);
        if (cancel.IsCancellationRequested) return Task.FromCanceled<Row?>(cancel);
        try
        {
            return Read((partition, key), static (reader, at) => reader.Get(at.partition, at.key)) is { } row ? Task.FromResult<Row?>(row) : Nothing;
        }
        catch (Exception e) when (e is StoreUnavailableException)
        {
            return Task.FromException<Row?>(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        TableLimits.CheckKey(partition);
        var rows = new List<Row>();
        var most = RowsInTheFirstPage;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            rows.Clear();
            var more = Read((partition, from, to, most, rows), static (reader, range) => reader.Page(range.partition, range.from, range.to, range.most, range.rows));
            foreach (var row in rows) yield return row;
            if (!more) yield break;
            from = After(rows[^1].Key);
            most = RowsInAPage;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(partition, changes);
        return cancel.IsCancellationRequested
            ? Task.FromCanceled<IReadOnlyList<string>>(cancel)
            : Start().Writer.QueueAsync(new SqliteCommit(partition, changes, cancel), cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = "";
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (Read((after, from, to), static (reader, range) => reader.NextPartition(range.after, range.from, range.to)) is not { } next) yield break;
            if (next.HasRows) yield return next.Partition;
            after = next.Partition;
        }
    }

    /// <summary>Writes the file anew and empties its log: for a small file, such as that of open rounds. Afterwards no byte of a row that was removed or replaced before is in the file or beside it.</summary>
    /// <exception cref="StoreUnavailableException">It could not: deleted rows may still be in the log.</exception>
    public Task ForgetRemnantsAsync(CancellationToken cancel) => Start().Writer.QueueAsync(new SqliteCommit(cancel), cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (starting) closed = true;
        readers?.Dispose();
        if (writer is not null) await writer.DisposeAsync();
    }

    // The first text after this key.
    static string After(string key) => key + '\0';

    T Read<TArgument, T>(TArgument argument, Func<SqliteReader, TArgument, T> read)
    {
        var pool = Start().Readers;
        SqliteReader? reader = null;
        try
        {
            reader = pool.Take();
            var result = read(reader, argument);
            pool.GiveBack(reader);
            return result;
        }
        catch (Exception e)
        {
            reader?.Dispose();
            if (SqliteFailure.Of(file, e) is var failure && failure != e) throw failure;
            throw;
        }
    }

    (SqliteReaders Readers, SqliteWriter Writer) Start()
    {
        if (Volatile.Read(ref writer) is { } started) return (readers!, started);
        lock (starting)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            readers ??= new SqliteReaders(file);
            if (writer is null) Volatile.Write(ref writer, new SqliteWriter(file));
            return (readers, writer!);
        }
    }
}
