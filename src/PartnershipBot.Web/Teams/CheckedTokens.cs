using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipBot.Web.Teams;

/// <summary>Remembers tokens that passed, by their hash, so that the next request with one costs no signature check.</summary>
/// <param name="clock">The system's clock.</param>
internal sealed class CheckedTokens(TimeProvider clock)
{
    public const int Most = 1_000;

    readonly ConcurrentDictionary<string, CheckedToken> passed = new(StringComparer.Ordinal);

    public int Count => passed.Count;

    /// <param name="issuedBy">The address of the keys it was checked with.</param>
    /// <returns>Null when it did not pass before, or has run out.</returns>
    public CheckedToken? Find(string token, string issuedBy)
    {
        if (!passed.TryGetValue(Hash(token, issuedBy), out var found)) return null;
        if (clock.GetUtcNow() < found.Until) return found;
        passed.TryRemove(Hash(token, issuedBy), out _);
        return null;
    }

    public void Keep(string token, string issuedBy, CheckedToken facts)
    {
        if (passed.Count >= Most) passed.Clear();
        passed[Hash(token, issuedBy)] = facts;
    }

    static string Hash(string token, string issuedBy) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuedBy} {token}")));
}

/// <param name="AppId">The bot it is for, as the token spells it.</param>
/// <param name="ServiceUrl">The address it speaks for.</param>
/// <param name="Endorsed">Whether its key may sign for Teams.</param>
/// <param name="Until">When it runs out.</param>
internal sealed record CheckedToken(string AppId, string ServiceUrl, bool Endorsed, DateTimeOffset Until);
