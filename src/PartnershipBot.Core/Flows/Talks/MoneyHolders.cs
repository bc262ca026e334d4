using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Whoever holds the money sees a result after the others have talked.</summary>
static class MoneyHolders
{
    /// <summary>Ten working days, when nobody talks.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <param name="note">Of the check-in; null when nobody has written one.</param>
    /// <returns>Whether the result is not for the turn's member yet.</returns>
    public static async Task<bool> WaitAsync(TurnContext turn, Round round, Note? note, CancellationToken cancel)
    {
        if (note is not null || turn.Now - round.ClosedAt > Longest) return false;
        return await turn.GetAsync(Keys.OrganisationPrefix + turn.Member!.OrganisationId, cancel) is { } row
            && Organisation.FromRow(row) is { HoldsMoney: true } or { Kind: OrganisationKind.Funder };
    }
}
