using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Flows;

/// <summary>Everything the bot answers to, on one page.</summary>
public static class Routes
{
    public static IEnumerable<Route> All() => [];
}
