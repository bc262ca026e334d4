using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>Some of the active members, so that what concerns all of them fits into commits.</summary>
/// <param name="To">The last member id of the page; <see cref="Round.Everyone"/> when nobody comes after it.</param>
sealed record MemberPage(IReadOnlyList<Member> Members, string To)
{
    public const int Size = 30;

    /// <param name="after">The last member id of the page before; empty for the first.</param>
    public static async Task<MemberPage> ReadAsync(TurnContext turn, string after, CancellationToken cancel)
    {
        if (after == Round.Everyone) return new MemberPage([], Round.Everyone);
        var members = new List<Member>();
        // '!' sorts before every character that a key may have.
        await foreach (var row in turn.QueryAsync($"{Keys.MemberPrefix}{after}!", Keys.After(Keys.MemberPrefix), cancel))
        {
            if (Member.FromRow(row) is not { IsActive: true } member) continue;
            members.Add(member);
            if (members.Count == Size) return new MemberPage(members, member.Id);
        }
        return new MemberPage(members, Round.Everyone);
    }

    /// <summary>Every active member.</summary>
    public static async Task<IReadOnlyList<Member>> AllAsync(TurnContext turn, CancellationToken cancel)
    {
        var members = new List<Member>();
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row) is { IsActive: true } member) members.Add(member);
        return members;
    }
}
