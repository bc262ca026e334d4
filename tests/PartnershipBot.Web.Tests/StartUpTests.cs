using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;

namespace PartnershipBot.Web.Tests;

/// <summary>What stops the program before it lets anybody in.</summary>
public sealed class StartUpTests : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("partnershipbot-start").FullName;
    readonly SqliteTable table;

    public StartUpTests() => table = new SqliteTable(Path.Combine(folder, "bot.db"));

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await table.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_store_opens_again_with_the_key_it_was_begun_with_and_with_no_other()
    {
        Assert.True(await StartsAsync(1));
        Assert.True(await StartsAsync(1));
        Assert.False(await StartsAsync(2));
        Assert.True(await StartsAsync(1));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_may_still_come()
    {
        await using var broken = new SqliteTable(folder);
        Assert.True(await StartsAsync(1, broken));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await new IdentityKeyCheck(new Tables(broken, broken), Ring(1)).EnsureAsync(Cancel));
    }

    [Fact]
    public async Task Settings_that_are_not_whole_stop_the_program()
    {
        await using var parts = new ServiceCollection()
            .AddSingleton<Tables>(_ => throw new InvalidOperationException("Storage:Kind is wrong."))
            .AddSingleton(Ring(1)).AddSingleton<IdentityKeyCheck>().BuildServiceProvider();
        Assert.False(await StartUp.IsSoundAsync(parts, NullLogger.Instance, Cancel));
    }

    async Task<bool> StartsAsync(byte key, SqliteTable? other = null)
    {
        await using var parts = new ServiceCollection().AddSingleton(new Tables(other ?? table, table)).AddSingleton(Ring(key)).AddSingleton<IdentityKeyCheck>().BuildServiceProvider();
        return await StartUp.IsSoundAsync(parts, NullLogger.Instance, Cancel);
    }

    static KeyRing Ring(byte key) => new([.. Enumerable.Repeat(key, 32)], secret => secret, secret => secret);
}
