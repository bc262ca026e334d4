using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>The partnership that is the turn's home, as far as questions about partners go.</summary>
/// <param name="Round">The round that a press names, or for one that names none, the one that is open; null when there is none.</param>
sealed record PairPlace(Partnership Partnership, IReadOnlyList<Organisation> Organisations, Round? Round)
{
    /// <summary>Members told in one commit.</summary>
    public const int Page = 30;

    /// <param name="round">The id of a round; empty for the one that is open.</param>
    public static async Task<PairPlace> ReadAsync(TurnContext turn, string round, CancellationToken cancel)
    {
        var partnership = Partnership.FromRow(turn.PartnershipId, (await turn.GetAsync(Keys.Profile, cancel))!);
        var organisations = new List<Organisation>();
        await foreach (var row in turn.QueryAsync(Keys.OrganisationPrefix, cancel)) organisations.Add(Organisation.FromRow(row));
        if (round.Length == 0) round = (await CurrentAsync(turn, cancel)).Open;
        return new PairPlace(partnership, organisations, await RoundAsync(turn, round, cancel));
    }

    public static async Task<CurrentRounds> CurrentAsync(TurnContext turn, CancellationToken cancel) =>
        CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel));

    /// <returns>Null when there is no such round here.</returns>
    public static async Task<Round?> RoundAsync(TurnContext turn, string id, CancellationToken cancel) =>
        IsId(id) && await turn.GetAsync(Keys.RoundPrefix + id, cancel) is { } row ? Round.FromRow(row) : null;

    /// <returns>The active members after an id, a page of them at most, and whether anybody comes after.</returns>
    public static async Task<(IReadOnlyList<Member> Members, string To)> MembersAsync(TurnContext turn, string after, CancellationToken cancel)
    {
        var members = new List<Member>();
        // '!' sorts before every character that a key may have.
        await foreach (var row in turn.QueryAsync($"{Keys.MemberPrefix}{after}!", Keys.After(Keys.MemberPrefix), cancel))
        {
            if (Member.FromRow(row) is not { IsActive: true } member) continue;
            members.Add(member);
            if (members.Count == Page) return (members, member.Id);
        }
        return (members, Round.Everyone);
    }

    /// <summary>Whether a partner may be asked about now.</summary>
    public bool Asks(DateTimeOffset now) => Partnership.AsksAboutPartners(now) && Round is { } round && round.Takes(now);

    public Organisation? Find(string id) => Organisations.FirstOrDefault(organisation => organisation.Id == id);

    /// <summary>The partner's name; the empty string for one that is not there.</summary>
    public string Name(string id) => Find(id)?.Name ?? "";

    public bool HasPower(string id) => Find(id) is { HasPower: true };

    /// <summary>What comes back with a press is not ours to trust.</summary>
    static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit);
}
