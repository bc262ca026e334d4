using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public sealed class SqliteTableTests : TableContract
{
    readonly TemporaryFolder folder = new();

    protected override Task<ITable> OpenAsync(CancellationToken cancel) => Task.FromResult<ITable>(new SqliteTable(folder.File("table.db")));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
