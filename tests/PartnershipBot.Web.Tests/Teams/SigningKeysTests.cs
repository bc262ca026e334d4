using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Web.Teams;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>The list of signing keys: read once for all who wait, not too often, and kept when it cannot be read.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    TeamsService service = null!;
    TeamsHost host = null!;
    SigningKeys keys = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await TeamsService.StartAsync();
        host = await TeamsHost.StartAsync(service);
        keys = new SigningKeys(host.Services.GetRequiredService<IHttpClientFactory>(), host.Services.GetRequiredService<IOptionsMonitor<TeamsOptions>>(), clock, NullLogger<SigningKeys>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_who_wait_read_the_list_once()
    {
        service.KeysWait = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, 100).Select(_ => keys.FindAsync("key-1", Cancel).AsTask()).ToList();
        service.KeysWait.SetResult();
        Assert.All(await Task.WhenAll(waiting), key => Assert.Contains("msteams", key!.Endorsements.AsEnumerable()));
        Assert.Equal(1, service.KeyReads);
    }

    [Fact]
    public async Task An_unknown_key_is_looked_for_again_at_most_every_five_minutes()
    {
        Assert.Null(await keys.FindAsync("nobody's", Cancel));
        Assert.Null(await keys.FindAsync("nobody's", Cancel));
        Assert.Equal(1, service.KeyReads);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(await keys.FindAsync("nobody's", Cancel));
        Assert.Equal(2, service.KeyReads);
    }

    [Fact]
    public async Task A_new_key_is_found_once_the_list_may_be_read_again()
    {
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));
        using var other = new Signer("key-2", "msteams");
        service.ListedKeys[other.Kid] = other.Listed;
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(await keys.FindAsync("key-2", Cancel));
    }

    [Fact]
    public async Task A_key_that_is_no_longer_listed_is_taken_for_one_more_day()
    {
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));
        using var other = new Signer("key-2", "msteams");
        service.ListedKeys.Clear();
        service.ListedKeys[other.Kid] = other.Listed;
        clock.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await keys.FindAsync("key-2", Cancel));
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await keys.FindAsync("nobody's", Cancel));
        Assert.Null(await keys.FindAsync("key-1", Cancel));
    }

    [Fact]
    public async Task While_the_list_cannot_be_read_the_known_keys_go_on_and_it_is_tried_again_soon()
    {
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));
        service.KeysAreDown = true;
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(await keys.FindAsync("key-2", Cancel));
        Assert.NotNull(keys.Error);
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));

        service.KeysAreDown = false;
        using var other = new Signer("key-2", "msteams");
        service.ListedKeys[other.Kid] = other.Listed;
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(await keys.FindAsync("key-2", Cancel));
        Assert.Null(keys.Error);
    }

    [Fact]
    public async Task A_key_that_is_not_for_signing_is_not_taken()
    {
        using var other = new Signer("key-2", "msteams");
        var forEncryption = (JsonObject)other.Listed.DeepClone();
        forEncryption["use"] = "enc";
        service.ListedKeys[other.Kid] = forEncryption;
        Assert.Null(await keys.FindAsync("key-2", Cancel));
        Assert.NotNull(await keys.FindAsync("key-1", Cancel));
    }
}
