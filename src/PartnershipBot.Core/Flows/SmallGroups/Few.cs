using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>A partnership and the people who count in it.</summary>
/// <param name="Members">Active and confirmed, by id.</param>
sealed record Few(Partnership Partnership, IReadOnlyList<Member> Members)
{
    /// <summary>Whether there are too few for any figure.</summary>
    public bool AreFew => Members.Count < Suppression.Least;

    /// <returns>Null when the home is not a partnership.</returns>
    public static async Task<Few?> ReadAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.PartnershipId.Length == 0 || await turn.GetAsync(Keys.Profile, cancel) is not { } row) return null;
        var members = new List<Member>();
        await foreach (var member in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(member) is { IsActive: true, Confirmed: true } active) members.Add(active);
        return new Few(Partnership.FromRow(turn.PartnershipId, row), members);
    }

    public IEnumerable<Member> Coordinators => Members.Where(member => member.Roles.HasFlag(Roles.Coordinator));

    public void Share(TurnContext turn, Sharing sharing)
    {
        if (Partnership.Sharing != sharing) turn.Save((Partnership with { Sharing = sharing }).ToRow());
    }
}
