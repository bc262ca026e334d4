using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Reads what a talk is about.</summary>
static class TalkRows
{
    /// <summary>The closed check-in that a press names; for typed words, and for a press that names none, the last.</summary>
    /// <returns>Null when none has closed, the named one is not here, or its result is not for everybody yet.</returns>
    public static async Task<Round?> RoundAsync(TurnContext turn, CancellationToken cancel)
    {
        var asked = turn.Activity is { Type: not ActivityType.Message, Value.Length: > 0 } activity
            ? activity.Value.Split('|')[0]
            : CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).Last;
        return await ByIdAsync(turn, asked, cancel) is { State: RoundState.Closed } round && !round.IsHeldBack(turn.Now) ? round : null;
    }

    /// <returns>The check-in that closed before the given one; null when none did.</returns>
    public static async Task<Round?> BeforeAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        Round? before = null;
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
            if (Round.FromRow(row) is { State: RoundState.Closed } other && other.ClosedAt < round.ClosedAt && (before is null || other.ClosedAt > before.ClosedAt)) before = other;
        return before;
    }

    public static async Task<Note?> NoteAsync(TurnContext turn, string round, CancellationToken cancel) =>
        Note.FromRow(await turn.GetAsync(Note.Key(round), cancel));

    public static async Task<Talk?> TalkAsync(TurnContext turn, string round, CancellationToken cancel) =>
        await turn.GetAsync(Talk.Key(round), cancel) is { } row ? Talk.FromRow(row) : null;

    /// <summary>A member's name, also of one who has left; empty when there is no such member.</summary>
    public static async Task<string> NameAsync(TurnContext turn, string member, CancellationToken cancel) =>
        member.Length > 0 && await turn.GetAsync(Keys.MemberPrefix + member, cancel) is { } row ? Member.FromRow(row).Name : "";

    // What comes back with a press is not ours to trust.
    static async Task<Round?> ByIdAsync(TurnContext turn, string id, CancellationToken cancel) =>
        id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit) && await turn.GetAsync(Keys.RoundPrefix + id, cancel) is { } row ? Round.FromRow(row) : null;
}
