using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Reads the rhythm of the turn's partnership.</summary>
static class RhythmRows
{
    /// <returns>Null when none was chosen or begun.</returns>
    public static async Task<RhythmSetting?> ReadAsync(TurnContext turn, CancellationToken cancel) =>
        RhythmSetting.FromRow(await turn.GetAsync(RhythmSetting.Key, cancel));

    /// <param name="zone">The partnership's, when none was chosen or begun.</param>
    public static async Task<RhythmSetting> OrUsualAsync(TurnContext turn, string zone, CancellationToken cancel) =>
        await ReadAsync(turn, cancel) ?? RhythmSetting.Usual(zone, await NationAsync(turn, cancel), Schedule.Today(turn.Now, zone));

    /// <summary>Whose public holidays the partnership keeps.</summary>
    public static async Task<Nation> NationAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Keys.Profile, cancel) is { } row ? Partnership.FromRow(turn.PartnershipId, row).Nation : Nation.EnglandAndWales;
}
