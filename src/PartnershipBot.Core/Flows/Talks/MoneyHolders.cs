using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Whoever holds the money sees a result after the others have talked, or some days later.</summary>
static class MoneyHolders
{
    /// <param name="note">Of the check-in; null when nobody has written one.</param>
    /// <returns>Whether the result is not for the turn's member yet.</returns>
    public static async Task<bool> WaitAsync(TurnContext turn, Round round, Note? note, CancellationToken cancel)
    {
        if (!await HearsLaterAsync(turn, turn.Member!, cancel) || note is not null && !await IsTheirsAsync(turn, note, cancel)) return false;
        var nation = await turn.GetAsync(Keys.Profile, cancel) is { } row ? Partnership.FromRow(turn.PartnershipId, row).Nation : Nation.EnglandAndWales;
        return turn.Now < HearsLater.AtTheLatest(round.ClosedAt!.Value, Person.DefaultZone, nation);
    }

    static async Task<bool> IsTheirsAsync(TurnContext turn, Note note, CancellationToken cancel) =>
        await turn.GetAsync(Keys.MemberPrefix + note.By, cancel) is { } row && await HearsLaterAsync(turn, Member.FromRow(row), cancel);

    static async Task<bool> HearsLaterAsync(TurnContext turn, Member member, CancellationToken cancel) =>
        await turn.GetAsync(Keys.OrganisationPrefix + member.OrganisationId, cancel) is { } row && Organisation.FromRow(row).HearsLater;
}
