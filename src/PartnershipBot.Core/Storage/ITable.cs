namespace PartnershipBot.Core.Storage;

/// <summary>Rows in partitions, with the semantics of Azure Table Storage.</summary>
public interface ITable
{
    /// <returns>The row with its ETag, or null when there is none.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    /// <exception cref="ArgumentException">A key breaks a limit.</exception>
    Task<Row?> GetAsync(string partition, string key, CancellationToken cancel);

    /// <summary>The rows with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, in ordinal order of their keys.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    /// <exception cref="ArgumentException">A key breaks a limit.</exception>
    IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancel);

    /// <summary>Makes every change, or none.</summary>
    /// <param name="changes">1 to 100, each to a different row, 4 MiB together; see <see cref="TableLimits"/>.</param>
    /// <returns>The new ETag of each change, in order; empty for a row that was removed.</returns>
    /// <exception cref="ConflictException">Another writer was first: read again and decide again.</exception>
    /// <exception cref="StoreUnavailableException">The store did not answer; the changes may or may not have been made.</exception>
    /// <exception cref="ArgumentException">The changes break a limit.</exception>
    Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel);

    /// <summary>Every partition that has a row in the range. Reads the whole table: for repair, never on the way of a request.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, CancellationToken cancel);

    /// <summary>Leaves no byte of a removed row where this process could find it: a file is cleaned; a service in the cloud keeps none that we can reach.</summary>
    /// <exception cref="StoreUnavailableException">It could not: removed rows may still be on the disk.</exception>
    Task ForgetRemnantsAsync(CancellationToken cancel);
}

/// <summary>The main table and the one for open rounds, whose rows are never backed up.</summary>
public sealed record Tables(ITable Main, ITable Rounds);
