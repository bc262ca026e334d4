using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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

    [Fact]
    public async Task A_question_pack_with_a_mistake_stops_the_program_and_says_where_it_is()
    {
        var packs = Directory.CreateDirectory(Path.Combine(folder, "packs")).FullName;
        var file = Path.Combine(packs, "ours.json");
        await File.WriteAllTextAsync(file, "{\n  \"id\": \"ours\",\n  \"colour\": 1\n}\n", Cancel);
        var (starts, said) = await StartsWithAsync(packs);
        Assert.False(starts);
        Assert.Contains($"{file}, line 3, column ", said, StringComparison.Ordinal);
        Assert.Contains("colour", said, StringComparison.Ordinal);

        File.Delete(file);
        Assert.True((await StartsWithAsync(packs)).Starts);
        Assert.True((await StartsWithAsync("")).Starts);
    }

    [Fact]
    public async Task A_folder_of_question_packs_that_is_not_there_stops_the_program()
    {
        var (starts, said) = await StartsWithAsync(Path.Combine(folder, "nowhere"));
        Assert.False(starts);
        Assert.Contains("'Packs:Folder'", said, StringComparison.Ordinal);
    }

    async Task<(bool Starts, string Said)> StartsWithAsync(string packs)
    {
        var log = new WrittenLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        await using var parts = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Packs:Folder", (string?)packs)]).Build())
            .AddSingleton<PackFolder>().AddSingleton(new Tables(table, table)).AddSingleton(Ring(1)).AddSingleton<IdentityKeyCheck>().BuildServiceProvider();
        return (await StartUp.IsSoundAsync(parts, logging.CreateLogger("start"), Cancel), log.Text);
    }

    async Task<bool> StartsAsync(byte key, SqliteTable? other = null)
    {
        await using var parts = new ServiceCollection().AddSingleton(new Tables(other ?? table, table)).AddSingleton(Ring(key)).AddSingleton<IdentityKeyCheck>().BuildServiceProvider();
        return await StartUp.IsSoundAsync(parts, NullLogger.Instance, Cancel);
    }

    static KeyRing Ring(byte key) => new([.. Enumerable.Repeat(key, 32)], secret => secret, secret => secret);
}
