using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web;

/// <summary>What is looked at once before anybody is let in.</summary>
internal static class StartUp
{
    /// <summary>Whether the settings are whole, the store answers, and it was begun with this identity key. What is not so is said in the log.</summary>
    public static async Task<bool> IsSoundAsync(IServiceProvider parts, ILogger log, CancellationToken cancel)
    {
        try
        {
            await CheckKeyAsync(parts.GetRequiredService<Tables>().Main, parts.GetRequiredService<KeyRing>(), cancel);
            return true;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or StoreUnavailableException)
        {
            Log.NotStarted(log, wrong.Message);
            return false;
        }
    }

    /// <summary>Under another key nobody would be found again, and everybody would be met as a stranger.</summary>
    static async Task CheckKeyAsync(ITable table, KeyRing ring, CancellationToken cancel)
    {
        var fingerprint = ring.Hash("fingerprint");
        if (await table.GetAsync(Keys.Service, Keys.IdentityKey, cancel) is null)
        {
            try
            {
                await table.CommitAsync(Keys.Service, [new Change.Put(new Row(Keys.IdentityKey, new Columns { ["fingerprint"] = fingerprint }))], cancel);
                return;
            }
            catch (ConflictException)
            {
                // Another replica began the store in the same moment.
            }
        }
        var kept = await table.GetAsync(Keys.Service, Keys.IdentityKey, cancel);
        if (kept?.Text("fingerprint") != fingerprint)
            throw new InvalidOperationException("The store was begun with another identity key, so nobody in it could be found. Set 'Secrets:IdentityKey' to the first one, or put the file 'identity.key' back, or name another store.");
    }
}
