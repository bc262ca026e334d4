using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows.CheckIns;

namespace PartnershipBot.Core.Flows;

/// <summary>Everything the bot answers to, on one page.</summary>
public static class Routes
{
    /// <param name="site">Where this service is.</param>
    public static IEnumerable<Route> All(Site site) => [.. WelcomeRoutes.All(site), .. CheckInRoutes.All(new CheckInFlow(site))];
}
