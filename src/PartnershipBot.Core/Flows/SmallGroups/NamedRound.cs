using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>A round whose answers the others read by name. One row: there is one at a time.</summary>
/// <param name="Until">When the asking ends, or when the round closes. UTC.</param>
/// <param name="People">The ids of the members who are in it: asked, and later agreed.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record NamedRound(string Id, NamedState State, DateTimeOffset Until, IReadOnlyList<string> People, bool First, string? Version)
{
    const string Key = "named";

    /// <summary>In partnership|: that a member said yes or no to sharing by name; gone once it is decided.</summary>
    public static string Word(string round, string member) => $"named-word|{round}|{member}";

    public bool IsUnderWay => State is NamedState.Asking or NamedState.Open or NamedState.Closing;

    /// <summary>Whether everybody of the partnership is in it.</summary>
    public bool Holds(Few few) => few.Members.All(member => People.Contains(member.Id));

    public bool Takes(DateTimeOffset now) => State == NamedState.Open && now < Until;

    /// <returns>The one under way, or else the last; null when none ever was.</returns>
    public static async Task<NamedRound?> CurrentAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Key, cancel) is { } row
            ? new NamedRound(row.Text("id"), Enum.Parse<NamedState>(row.Text("state")), row.Time("until")!.Value,
                row.Text("people").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Flag("first"), row.ETag)
            : null;

    /// <returns>The one that the activity names; null when it is another by now.</returns>
    public static async Task<NamedRound?> AskedAsync(TurnContext turn, CancellationToken cancel) =>
        await CurrentAsync(turn, cancel) is { } round && round.Id == turn.Activity.Value ? round : null;

    public Row ToRow() => new(Key, new Columns
    {
        ["id"] = Id,
        ["state"] = State.ToString(),
        ["until"] = Until,
        ["people"] = string.Join(' ', People),
        ["first"] = First,
    }, Version);
}

enum NamedState
{
    /// <summary>Each is asked whether to share by name.</summary>
    Asking,
    /// <summary>Not everybody said yes.</summary>
    Declined,
    /// <summary>Answers are taken.</summary>
    Open,
    /// <summary>No new answers; those on their way are waited for.</summary>
    Closing,
    /// <summary>The answers were sent to the people in it.</summary>
    Shared,
}
