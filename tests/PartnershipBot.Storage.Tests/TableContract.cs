using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

/// <summary>What every store must do. The product is written against this, so that what works on a laptop works in Azure.</summary>
public abstract partial class TableContract : IAsyncLifetime
{
    protected const string P = "partnership|p1";

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected ITable Table { get; private set; } = null!;

    /// <summary>A new, empty table.</summary>
    protected abstract Task<ITable> OpenAsync(CancellationToken cancel);

    public async ValueTask InitializeAsync() => Table = await OpenAsync(Cancel);

    public virtual async ValueTask DisposeAsync()
    {
        if (Table is IAsyncDisposable table) await table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Row NewRow(string key, params (string Name, object Value)[] columns) =>
        new(key, columns.ToDictionary(column => column.Name, column => column.Value));

    protected static Change.Put Put(string key, params (string Name, object Value)[] columns) => new(NewRow(key, columns));

    protected static Change.Put Put(Row read, params (string Name, object Value)[] columns) => new(NewRow(read.Key, columns) with { ETag = read.ETag });

    protected async Task<Row> InsertAsync(string key, long number)
    {
        var row = NewRow(key, ("N", number));
        var etags = await Table.CommitAsync(P, [new Change.Put(row)], Cancel);
        return row with { ETag = etags.Single() };
    }

    /// <summary>The number in the row, or null when there is no row.</summary>
    protected async Task<long?> NumberAsync(string key) => (await Table.GetAsync(P, key, Cancel))?.Number("N");

    protected async Task<List<Row>> RowsAsync(string from, string to, string partition = P)
    {
        var rows = new List<Row>();
        await foreach (var row in Table.QueryAsync(partition, from, to, Cancel)) rows.Add(row);
        return rows;
    }

    protected async Task<List<string>> KeysAsync(string from, string to, string partition = P) => [.. (await RowsAsync(from, to, partition)).Select(row => row.Key)];

    protected Task<ConflictException> LosesAsync(params Change[] changes) => Assert.ThrowsAsync<ConflictException>(() => Table.CommitAsync(P, changes, Cancel));
}
