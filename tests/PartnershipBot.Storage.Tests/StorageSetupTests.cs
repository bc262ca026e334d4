using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public sealed class StorageSetupTests : IDisposable
{
    const string Account = "DefaultEndpointsProtocol=https;AccountName=example;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=core.windows.net";

    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void With_no_settings_both_tables_are_files_in_data()
    {
        var settings = StorageSettings.Read(Configuration());

        Assert.Equal(new StoreAddress.File(Path.GetFullPath("data/partnershipbot.db")), settings.Main);
        Assert.Equal(new StoreAddress.File(Path.GetFullPath("data/partnershipbot.rounds.db")), settings.Rounds);
    }

    [Fact]
    public void The_rounds_are_next_to_the_main_table()
    {
        var files = StorageSettings.Read(Configuration(("Storage:Path", folder.File("town.sqlite"))));
        Assert.Equal(new StoreAddress.File(folder.File("town.rounds.sqlite")), files.Rounds);

        var tables = StorageSettings.Read(Configuration(("Storage:Kind", "AzureTables"), ("Storage:ConnectionString", Account), ("Storage:Table", "town")));
        Assert.Equal(new StoreAddress.Table(Account, null, "town"), tables.Main);
        Assert.Equal(new StoreAddress.Table(Account, null, "townrounds"), tables.Rounds);
    }

    [Fact]
    public void The_rounds_may_have_an_account_of_their_own()
    {
        var settings = StorageSettings.Read(Configuration(
            ("Storage:Kind", "AzureTables"), ("Storage:ConnectionString", Account), ("Storage:Rounds:Endpoint", "https://rounds.table.core.windows.net")));

        Assert.Equal(new StoreAddress.Table(null, new Uri("https://rounds.table.core.windows.net"), "partnershipbotrounds"), settings.Rounds);
    }

    [Theory]
    [InlineData("'Storage:Kind'", "Storage:Kind", "Postgres")]
    [InlineData("'Storage:ConnectionString'", "Storage:Kind", "AzureTables")]
    [InlineData("'Storage:ConnectionString'", "Storage:ConnectionString", Account)]
    [InlineData("'Storage:ConnectionString'", "Storage:Kind", "AzureTables", "Storage:ConnectionString", "nonsense")]
    [InlineData("'Storage:Endpoint'", "Storage:Kind", "AzureTables", "Storage:Endpoint", "http://example.org")]
    [InlineData("'Storage:Endpoint'", "Storage:Kind", "AzureTables", "Storage:Endpoint", "https://example.org", "Storage:ConnectionString", Account)]
    [InlineData("'Storage:Table'", "Storage:Kind", "AzureTables", "Storage:ConnectionString", Account, "Storage:Table", "my-table")]
    [InlineData("'Storage:Rounds:Table'", "Storage:Kind", "AzureTables", "Storage:ConnectionString", Account, "Storage:Rounds:Table", "1")]
    [InlineData("'Storage:Rounds'", "Storage:Kind", "AzureTables", "Storage:ConnectionString", Account, "Storage:Rounds:Table", "PartnershipBot")]
    [InlineData("'Storage:Path'", "Storage:Path", "data/")]
    [InlineData("'Storage:Rounds'", "Storage:Path", "a.db", "Storage:Rounds:Path", "./a.db")]
    public void A_wrong_setting_is_named_and_no_key_is_shown(string named, params string[] settings)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => StorageSettings.Read(Configuration([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))])));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => StorageSettings.Read(Configuration(("Storage:Kind", "Paper"), ("Storage:Rounds:Kind", "Stone"))));

        Assert.Contains("'Paper'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'Stone'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_container_gives_two_tables_and_closes_them()
    {
        Tables tables;
        await using (var services = new Singletons(new ServiceCollection().AddStorage(Configuration(("Storage:Path", folder.File("town.db"))))))
        {
            tables = services.GetRequiredService<Tables>();
            Assert.Same(tables, services.GetRequiredService<Tables>());
            Assert.False(File.Exists(folder.File("town.db")));
            await tables.Main.CommitAsync("p", [new Change.Put(new Row("a", new Dictionary<string, object>()))], Cancel);
            Assert.Null(await tables.Rounds.GetAsync("p", "a", Cancel));
            Assert.True(File.Exists(folder.File("town.rounds.db")));
        }
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Main.GetAsync("p", "a", Cancel));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => tables.Rounds.GetAsync("p", "a", Cancel));
    }

    static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();

    /// <summary>The least of a container: makes each registered singleton once and disposes of it.</summary>
    sealed class Singletons(IServiceCollection services) : IServiceProvider, IAsyncDisposable
    {
        readonly Dictionary<Type, object> made = [];

        public object? GetService(Type serviceType)
        {
            if (made.TryGetValue(serviceType, out var one)) return one;
            return made[serviceType] = services.Single(service => service.ServiceType == serviceType).ImplementationFactory!(this);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var one in made.Values.OfType<IAsyncDisposable>()) await one.DisposeAsync();
        }
    }
}
