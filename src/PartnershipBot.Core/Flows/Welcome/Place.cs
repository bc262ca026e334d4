using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The partnership that is the turn's home, as it is now.</summary>
/// <param name="Members">Those who have not left, by id.</param>
/// <param name="Open">The check-in that can be answered now; null when none.</param>
internal sealed record Place(Partnership Partnership, IReadOnlyList<Organisation> Organisations, IReadOnlyList<Member> Members, OpenCheckIn? Open)
{
    /// <returns>Null when the home is a person's, or the person is not a member: then nothing of it may be shown.</returns>
    public static async Task<Place?> MineAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Member is { IsActive: true } ? await ReadAsync(turn, cancel) : null;

    /// <returns>Null when the home is a person's, or the partnership is not there.</returns>
    public static async Task<Place?> ReadAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.PartnershipId.Length == 0 || await turn.GetAsync(Keys.Profile, cancel) is not { } row) return null;
        var organisations = new List<Organisation>();
        await foreach (var organisation in turn.QueryAsync(Keys.OrganisationPrefix, cancel)) organisations.Add(Organisation.FromRow(organisation));
        var members = new List<Member>();
        await foreach (var member in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(member) is { IsActive: true } active) members.Add(active);
        return new Place(Partnership.FromRow(turn.PartnershipId, row), organisations, members, await OpenCheckIn.FindAsync(turn, cancel));
    }

    /// <returns>The name, or the empty string for an organisation that is not there.</returns>
    public string OrganisationName(string id) => Organisations.FirstOrDefault(o => o.Id == id)?.Name ?? "";

    public int PeopleOf(string organisationId) => Members.Count(m => m.OrganisationId == organisationId);

    /// <summary>Who counts towards five.</summary>
    public IReadOnlyList<Member> Confirmed => [.. Members.Where(m => m.Confirmed)];

    public IReadOnlyList<Member> LeadsOf(string organisationId) => [.. Members.Where(m => m.OrganisationId == organisationId && m.Roles.HasFlag(Roles.Lead))];

    public IReadOnlyList<Member> Coordinators => [.. Members.Where(m => m.Roles.HasFlag(Roles.Coordinator))];

    /// <summary>Whether the partnership would go on without guidance if one organisation left.</summary>
    public bool HasOneCoordinatingOrganisation => Coordinators.DistinctBy(m => m.OrganisationId).Count() < 2;
}
