namespace PartnershipBot.Tests.Shared;

/// <summary>What happens to a benchmark whose surroundings are incomplete: it ends.</summary>
internal static class Missing
{
    public static void Tool(string reason) => throw new InvalidOperationException(reason);
}
