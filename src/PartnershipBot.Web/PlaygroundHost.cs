using PartnershipBot.Core.Outbox;
using PartnershipBot.Playground;

namespace PartnershipBot.Web;

internal static class PlaygroundHost
{
    /// <summary>Lets the playground's clock stop wherever something is due.</summary>
    public static PlaygroundHooks Hooks(IServiceProvider parts)
    {
        var (index, pump, clock) = (parts.GetRequiredService<DueIndex>(), parts.GetRequiredService<Pump>(), parts.GetRequiredService<TimeProvider>());
        return new PlaygroundHooks(cancel => index.NextAsync(clock.GetUtcNow(), cancel), pump.SettleAsync);
    }
}
