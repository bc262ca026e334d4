namespace PartnershipBot.Storage.Tests;

/// <summary>One Azurite for all tests of a class, each with a table of its own. It starts with the first test, which is skipped where it is missing.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    readonly Lazy<Task<Azurite>> started = new(() => Azurite.StartAsync(CancellationToken.None));

    public static string NewTable() => "t" + Guid.NewGuid().ToString("N");

    public async Task<string> ConnectionStringAsync() => (await started.Value).ConnectionString;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await started.Value).DisposeAsync();
    }
}
