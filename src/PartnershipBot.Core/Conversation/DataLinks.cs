using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>Links to a file of what is held about a person. Each is good once, for a short time; only its hash is kept.</summary>
public sealed class DataLinks(Tables tables, KeyRing ring, TimeProvider clock)
{
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>What is hashed of a link's token.</summary>
    public static string Name(string token) => "data|" + token;

    public static Row ToRow(string hash, string personId, DateTimeOffset expires) =>
        new(Keys.DataLink(hash), new Columns { ["person"] = personId, ["expires"] = expires });

    /// <summary>Whether the link would be good now. Spends nothing.</summary>
    public async Task<bool> IsGoodAsync(string token, CancellationToken cancel) => await FindAsync(ring.Hash(Name(token)), cancel) is not null;

    /// <returns>Whose link it was; null when it is unknown, out of date, or spent already.</returns>
    public async Task<string?> SpendAsync(string token, CancellationToken cancel)
    {
        var hash = ring.Hash(Name(token));
        if (await FindAsync(hash, cancel) is not { } row) return null;
        try
        {
            await tables.Main.CommitAsync(Keys.Directory(hash), [new Change.Remove(row.Key, row.ETag!)], cancel);
            return row.Text("person");
        }
        catch (ConflictException)
        {
            // Somebody else spent it in this moment.
            return null;
        }
    }

    async Task<Row?> FindAsync(string hash, CancellationToken cancel) =>
        await tables.Main.GetAsync(Keys.Directory(hash), Keys.DataLink(hash), cancel) is { } row && row.Time("expires") > clock.GetUtcNow() ? row : null;
}
