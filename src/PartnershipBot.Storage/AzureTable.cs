using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;

namespace PartnershipBot.Storage;

/// <summary>A table in Azure Table Storage, or in Azurite. It is made when it is first used and missing. For any number of processes.</summary>
public sealed class AzureTable : ITable
{
    // A page of names alone: finding partitions reads every row, and needs nothing else of it.
    static readonly string[] PartitionOnly = ["PartitionKey"];

    readonly TableClient client;
    readonly Lock starting = new();
    Task<Response<TableItem>>? making;

    /// <param name="connectionString">Of the storage account.</param>
    /// <param name="table">3 to 63 letters and digits, a letter first.</param>
    public AzureTable(string connectionString, string table) : this(new TableClient(connectionString, table, Options())) { }

    /// <summary>With the identity that the machine, or the person who is signed in on it, has in Azure.</summary>
    /// <param name="endpoint">Of the account's table service, such as https://example.table.core.windows.net.</param>
    /// <param name="table">3 to 63 letters and digits, a letter first.</param>
    public AzureTable(Uri endpoint, string table) : this(new TableClient(endpoint, table, new DefaultAzureCredential(), Options())) { }

    internal AzureTable(TableClient client) => this.client = client;

    /// <summary>A person waits: three tries of at most 4 seconds, then the turn says that the store did not answer.</summary>
    internal static TableClientOptions Options() => new()
    {
        Retry = { MaxRetries = 2, NetworkTimeout = TimeSpan.FromSeconds(4), Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(1), Mode = RetryMode.Exponential },
    };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A key is no key.</exception>
    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancel)
    {
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(key);
        await AskAsync(MakeAsync(cancel), cancel);
        var found = await AskAsync(client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel), cancel);
        return found.HasValue ? AzureRow.Read(found.Value!) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        TableLimits.CheckKey(partition);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var entity in FindAsync(filter, select: null, cancel)) yield return AzureRow.Read(entity);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(partition, changes);
        var actions = new List<TableTransactionAction>(changes.Count);
        foreach (var change in changes) actions.Add(AzureRow.Write(partition, change));
        await AskAsync(MakeAsync(cancel), cancel);
        try
        {
            var done = await AskAsync(client.SubmitTransactionAsync(actions, cancel), cancel);
            var etags = new string[changes.Count];
            for (var i = 0; i < etags.Length; i++)
                etags[i] = changes[i] is Change.Put ? done.Value[i].Headers.ETag!.Value.ToString() : "";
            return etags;
        }
        catch (RequestFailedException e) when (AzureFailure.IsLostRace(e))
        {
            throw new ConflictException(partition, (e as TableTransactionFailedException)?.FailedTransactionActionIndex is { } index ? changes[index].Key : null, e);
        }
    }

    /// <summary>Nothing to do: the service keeps no remnant that its users could reach.</summary>
    public Task ForgetRemnantsAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        string? last = null;
        await foreach (var entity in FindAsync(filter, PartitionOnly, cancel))
        {
            if (entity.PartitionKey == last) continue;
            yield return last = entity.PartitionKey;
        }
    }

    /// <summary>The rows of all partitions from the one to before the other, with the service's own time of writing.</summary>
    internal async IAsyncEnumerable<RawRow> RawAsync(string from, string to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
        await foreach (var entity in FindAsync(filter, select: null, cancel))
        {
            var row = AzureRow.Read(entity);
            var bytes = row.Key.Length + row.Columns.Sum(column => column.Key.Length + (column.Value switch { string text => text.Length, byte[] data => data.Length, _ => 8 }));
            yield return new RawRow(entity.PartitionKey, row.Key, entity.Timestamp!.Value.UtcTicks, bytes, row.Columns);
        }
    }

    async IAsyncEnumerable<TableEntity> FindAsync(string filter, string[]? select, [EnumeratorCancellation] CancellationToken cancel)
    {
        await AskAsync(MakeAsync(cancel), cancel);
        // The client follows the continuation to its end, through pages that have no rows.
        await using var entities = client.QueryAsync<TableEntity>(filter, select: select, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (await AskAsync(entities.MoveNextAsync().AsTask(), cancel)) yield return entities.Current;
    }

    static async Task<T> AskAsync<T>(Task<T> work, CancellationToken cancel)
    {
        try
        {
            return await work;
        }
        catch (Exception e)
        {
            if (AzureFailure.Of(e, cancel) is { } failure) throw failure;
            throw;
        }
    }

    // One attempt for all who wait; one who gives up does not end it for the others, and after a failure the next caller tries again.
    Task<Response<TableItem>> MakeAsync(CancellationToken cancel)
    {
        lock (starting)
        {
            if (making is null or { IsFaulted: true }) making = client.CreateIfNotExistsAsync(CancellationToken.None);
            return making.IsCompletedSuccessfully ? making : making.WaitAsync(cancel);
        }
    }
}
