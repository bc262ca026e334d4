using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What the invitation of this turn opens.</summary>
internal sealed record Invited(Place Place, Organisation Organisation)
{
    /// <returns>Null when the turn has no invitation, or the partnership or organisation is no longer there.</returns>
    public static async Task<Invited?> ReadAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Invitation is { } invitation
        && await Place.ReadAsync(turn, cancel) is { } place
        && place.Organisations.FirstOrDefault(o => o.Id == invitation.OrganisationId) is { } organisation
            ? new Invited(place, organisation)
            : null;

    /// <summary>The coordinators, with their organisations.</summary>
    public string Runners(Say say) => Place.Coordinators is { Count: > 0 } coordinators
        ? Say.Short(string.Join(", ", coordinators.Select(m => say["Join.Runner", m.Name, Place.OrganisationName(m.OrganisationId)])), 300)
        : say["Join.NoRunner"];
}
