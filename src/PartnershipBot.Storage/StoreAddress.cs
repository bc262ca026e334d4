using Azure.Data.Tables;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>Where one table is.</summary>
abstract record StoreAddress
{
    public abstract ITable Open();

    /// <summary>A SQLite file.</summary>
    internal sealed record File(string Path) : StoreAddress
    {
        public static readonly File Default = new("data/partnershipbot.db");

        public override ITable Open() => new SqliteTable(Path);

        /// <returns>The file next to this one: data/a.db has data/a.rounds.db.</returns>
        public string ForRounds() => System.IO.Path.ChangeExtension(Path, ".rounds" + System.IO.Path.GetExtension(Path));
    }

    /// <summary>A table of a storage account, reached by exactly one of the connection string and the endpoint.</summary>
    internal sealed record Table(string? ConnectionString, Uri? Endpoint, string Name) : StoreAddress
    {
        public const string DefaultName = "partnershipbot";

        public override ITable Open() => Endpoint is null ? new AzureTable(ConnectionString!, Name) : new AzureTable(Endpoint, Name);

        public static bool IsConnectionString(string text)
        {
            try
            {
                _ = new TableServiceClient(text);
                return true;
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
            {
                return false;
            }
        }

        // learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model; "tables" is reserved.
        public static bool IsName(string name) =>
            name.Length is >= 3 and <= 63 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit) && !name.Equals("tables", StringComparison.OrdinalIgnoreCase);

        // Names of tables do not know upper from lower case; and a record must not print its key.
        public bool Equals(Table? other) =>
            other is not null && ConnectionString == other.ConnectionString && Endpoint == other.Endpoint && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

        public override string ToString() => Name;
    }
}
