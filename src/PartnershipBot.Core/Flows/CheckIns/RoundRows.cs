using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Reads the rounds of the turn's partnership.</summary>
static class RoundRows
{
    public static async Task<CurrentRounds> CurrentAsync(TurnContext turn, CancellationToken cancel) =>
        CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel));

    /// <returns>Null when there is no such round here.</returns>
    public static async Task<Round?> GetAsync(TurnContext turn, string id, CancellationToken cancel) =>
        IsId(id) && await turn.GetAsync(Keys.RoundPrefix + id, cancel) is { } row ? Round.FromRow(row) : null;

    /// <returns>The round that is open or closing; null when none is.</returns>
    public static async Task<Round?> OpenAsync(TurnContext turn, CancellationToken cancel) =>
        await GetAsync(turn, (await CurrentAsync(turn, cancel)).Open, cancel);

    /// <summary>The round that a press names, with or without more behind a bar; for typed words and for a press that names none, the one that is open or closing.</summary>
    public static Task<Round?> AskedAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Activity is { Type: not ActivityType.Message, Value.Length: > 0 } activity
            ? GetAsync(turn, activity.Value.Split('|')[0], cancel)
            : OpenAsync(turn, cancel);

    /// <summary>The partnership's name, as people read it.</summary>
    public static async Task<string> PartnershipNameAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Keys.Profile, cancel) is { } row ? Partnership.FromRow(turn.PartnershipId, row).Name : "";

    /// <summary>Whether people are asked about single partners too.</summary>
    public static async Task<bool> AsksAboutPartnersAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Keys.Profile, cancel) is { } row && Partnership.FromRow(turn.PartnershipId, row).AsksAboutPartners(turn.Now);

    /// <summary>Whether people may have been asked about single partners, be it that they are not any more.</summary>
    public static async Task<bool> HasPairsAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Keys.Profile, cancel) is { } row && Partnership.FromRow(turn.PartnershipId, row).Features.Contains(Extra.Pairs);

    /// <summary>What comes back with a press is not ours to trust.</summary>
    static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit);
}
