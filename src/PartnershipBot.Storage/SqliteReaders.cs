namespace PartnershipBot.Storage;

/// <summary>The readers of a file that are not at work. One is opened when all are; as many are kept as the machine can run at once.</summary>
sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    readonly SqliteReader?[] idle = new SqliteReader?[2 * Environment.ProcessorCount];
    volatile bool closed;

    public SqliteReader Take()
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteTable));
        for (var i = 0; i < idle.Length; i++)
            if (Volatile.Read(ref idle[i]) is not null && Interlocked.Exchange(ref idle[i], null) is { } reader) return reader;
        return new SqliteReader(file);
    }

    /// <summary>For a reader that did its work; one that failed is disposed of instead.</summary>
    public void GiveBack(SqliteReader reader)
    {
        for (var i = 0; i < idle.Length; i++)
        {
            if (Volatile.Read(ref idle[i]) is not null || Interlocked.CompareExchange(ref idle[i], reader, null) is not null) continue;
            if (closed) CloseIdle();
            return;
        }
        reader.Dispose();
    }

    public void Dispose()
    {
        closed = true;
        CloseIdle();
    }

    void CloseIdle()
    {
        for (var i = 0; i < idle.Length; i++) Interlocked.Exchange(ref idle[i], null)?.Dispose();
    }
}
