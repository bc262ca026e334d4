using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PartnershipBot.Web.Teams;

/// <param name="Endorsements">The channels it may sign for.</param>
/// <param name="ListedAt">When it was last in the list.</param>
internal sealed record SigningKey(JsonWebKey Key, FrozenSet<string> Endorsements, DateTimeOffset ListedAt);

/// <summary>The keys of the service that calls the bot, by key id.</summary>
/// <param name="clock">The system's clock.</param>
internal sealed class SigningKeys(IHttpClientFactory http, IOptionsMonitor<TeamsOptions> options, TimeProvider clock, ILogger<SigningKeys> log)
{
    public const string HttpClientName = "teams keys";

    const int SmallestKey = 2048;
    static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(5);
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>How long a key that is no longer listed is still taken: lists were seen to be short during a change of keys.</summary>
    static readonly TimeSpan Unlisted = TimeSpan.FromHours(24);

    readonly Lock gate = new();
    volatile Known known = new("", FrozenDictionary<string, SigningKey>.Empty, default, default, null);
    Task? reading;

    sealed record Known(string Address, FrozenDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt, DateTimeOffset TriedAt, string? Error);

    /// <summary>What went wrong at the last try; null when it went well, or there was none.</summary>
    public string? Error => known.Error;

    /// <summary>Whether a token can be checked at all.</summary>
    public bool Any => known.Keys.Count > 0;

    /// <summary>Looks a key up. One that is not known is looked for in a new list, which is read once for all who wait, at most every 5 minutes.</summary>
    /// <returns>Null when there is no such key.</returns>
    public async ValueTask<SigningKey?> FindAsync(string kid, CancellationToken cancel)
    {
        var address = options.CurrentValue.OpenIdMetadata;
        if (Find(address, kid) is { } key)
        {
            if (clock.GetUtcNow() - known.ReadAt > Fresh) _ = ReadOnceAsync(address);
            return key;
        }
        await ReadOnceAsync(address).WaitAsync(cancel);
        return Find(address, kid);
    }

    /// <summary>Reads the list unless it is known.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        var address = options.CurrentValue.OpenIdMetadata;
        if (known.Address != address || !Any) await ReadOnceAsync(address).WaitAsync(cancel);
    }

    SigningKey? Find(string address, string kid) => known is var now && now.Address == address ? now.Keys.GetValueOrDefault(kid) : null;

    Task ReadOnceAsync(string address)
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false }) return reading;
            var pause = known.Error is null ? BetweenReads : AfterFailure;
            if (known.Address == address && clock.GetUtcNow() - known.TriedAt < pause) return Task.CompletedTask;
            return reading = Task.Run(() => ReadAsync(address));
        }
    }

    async Task ReadAsync(string address)
    {
        var before = known.Address == address ? known : new Known(address, FrozenDictionary<string, SigningKey>.Empty, default, default, null);
        var now = clock.GetUtcNow();
        try
        {
            var listed = await ListAsync(address, now);
            var kept = before.Keys.Values.Where(old => now - old.ListedAt < Unlisted && !listed.ContainsKey(old.Key.Kid));
            known = new Known(address, listed.Values.Concat(kept).ToFrozenDictionary(key => key.Key.Kid), now, now, null);
            log.KeysRead(listed.Count);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or ArgumentException or InvalidOperationException)
        {
            known = before with { TriedAt = now, Error = error.GetType().Name };
            log.KeysFailed(error.GetType().Name, before.Keys.Count);
        }
    }

    async Task<Dictionary<string, SigningKey>> ListAsync(string address, DateTimeOffset now)
    {
        using var client = http.CreateClient(HttpClientName);
        var list = Place(OpenIdConnectConfiguration.Create(await client.GetStringAsync(Place(address))).JwksUri);
        var listed = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in JsonWebKeySet.Create(await client.GetStringAsync(list)).Keys)
            if (key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "sig" && !string.IsNullOrEmpty(key.Kid) && key.KeySize >= SmallestKey)
                listed[key.Kid] = new SigningKey(key, Endorsements(key), now);
        return listed.Count > 0 ? listed : throw new InvalidOperationException("The list holds no usable key.");
    }

    /// <summary>https, or this machine: <c>Teams:OpenIdMetadata</c> itself may only be http in Development.</summary>
    static Uri Place(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var place) && (place.Scheme == Uri.UriSchemeHttps || place is { Scheme: "http", IsLoopback: true })
            ? place
            : throw new InvalidOperationException("The address of the keys is not https.");

    static FrozenSet<string> Endorsements(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var found)) return [];
        var listed = JsonSerializer.SerializeToElement(found);
        return listed.ValueKind == JsonValueKind.Array
            ? listed.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];
    }
}
