using Azure;
using Azure.Data.Tables;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>A row as the service's entity, each column a property of its own type, so that Power BI and Storage Explorer can read it.</summary>
static class AzureRow
{
    public static Row Read(TableEntity entity)
    {
        var columns = new Dictionary<string, object>(entity.Count);
        foreach (var (name, value) in entity)
        {
            if (name is "odata.etag" or "PartitionKey" or "RowKey" or "Timestamp" || value is null) continue;
            columns.Add(name, value);
        }
        return new Row(entity.RowKey, columns, entity.ETag.ToString());
    }

    public static TableTransactionAction Write(string partition, Change change) => change switch
    {
        Change.Put { Row: { ETag: null } row } => new(TableTransactionActionType.Add, Entity(partition, row)),
        Change.Put { Row: { ETag: { } etag } row } => new(TableTransactionActionType.UpdateReplace, Entity(partition, row), Version(partition, row.Key, etag)),
        Change.Remove remove => new(TableTransactionActionType.Delete, new TableEntity(partition, remove.Key), Version(partition, remove.Key, remove.ETag)),
        _ => throw new InvalidOperationException($"'{change.GetType().Name}' is a change that this store does not know."),
    };

    static TableEntity Entity(string partition, Row row)
    {
        var entity = new TableEntity(partition, row.Key);
        foreach (var (name, value) in row.Columns)
            entity.Add(name, value is DateTimeOffset time ? time.ToUniversalTime() : value);
        return entity;
    }

    // "*" would overwrite any version, and what is no ETag of the service is no version at all.
    static ETag Version(string partition, string key, string etag) =>
        etag.StartsWith("W/\"", StringComparison.Ordinal) ? new ETag(etag) : throw new ConflictException(partition, key);
}
