using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public sealed class AzureTableTests(SharedAzurite azurite) : TableContract, IClassFixture<SharedAzurite>
{
    protected override async Task<ITable> OpenAsync(CancellationToken cancel) => new AzureTable(await azurite.ConnectionStringAsync(), SharedAzurite.NewTable());
}
