using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web;

/// <summary>What is looked at once before anybody is let in.</summary>
internal static class StartUp
{
    /// <summary>Whether the settings are whole and the store fits them. A store that does not answer yet may still come: until then nothing is promised. What is wrong is said in the log.</summary>
    public static async Task<bool> IsSoundAsync(IServiceProvider parts, ILogger log, CancellationToken cancel)
    {
        try
        {
            parts.GetService<PackFolder>()?.Read();
            await parts.GetRequiredService<IdentityKeyCheck>().EnsureAsync(cancel);
            return true;
        }
        catch (StoreUnavailableException)
        {
            Log.StoreNotThereYet(log);
            return true;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or PackException)
        {
            Log.NotStarted(log, wrong.Message);
            return false;
        }
    }
}
