using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web;

/// <summary>Whether the store was begun with this identity key. Under another, nobody would be found again, and everybody would be met as a stranger.</summary>
internal sealed class IdentityKeyCheck(Tables tables, KeyRing ring)
{
    volatile bool passed;

    /// <exception cref="InvalidOperationException">It was begun with another.</exception>
    /// <exception cref="StoreUnavailableException">It did not answer, so nobody knows yet.</exception>
    public async ValueTask EnsureAsync(CancellationToken cancel)
    {
        if (passed) return;
        var fingerprint = ring.Hash("fingerprint");
        if ((await FindAsync(cancel) ?? await BeginAsync(fingerprint, cancel)) != fingerprint)
            throw new InvalidOperationException("The store was begun with another identity key, so nobody in it could be found. Set 'Secrets:IdentityKey' to the first one, or put the file 'identity.key' back, or name another store.");
        passed = true;
    }

    async Task<string?> BeginAsync(string fingerprint, CancellationToken cancel)
    {
        try
        {
            await tables.Main.CommitAsync(Keys.Service, [new Change.Put(new Row(Keys.IdentityKey, new Columns { ["fingerprint"] = fingerprint }))], cancel);
            return fingerprint;
        }
        catch (ConflictException)
        {
            // Another replica began the store in the same moment.
            return await FindAsync(cancel);
        }
    }

    async Task<string?> FindAsync(CancellationToken cancel) => (await tables.Main.GetAsync(Keys.Service, Keys.IdentityKey, cancel))?.Text("fingerprint");
}
