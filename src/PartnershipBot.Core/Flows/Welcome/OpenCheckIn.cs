using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The check-in that can be answered now.</summary>
/// <param name="ClosesAt">UTC.</param>
internal sealed record OpenCheckIn(string RoundId, DateTimeOffset ClosesAt)
{
    /// <returns>Null when none is open in this home.</returns>
    public static async Task<OpenCheckIn?> FindAsync(TurnContext turn, CancellationToken cancel)
    {
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
            if (row.Text("state") == "Open" && row.Time("closesAt") is { } closes && closes > turn.Now)
                return new OpenCheckIn(row.Key[Keys.RoundPrefix.Length..], closes);
        return null;
    }
}
