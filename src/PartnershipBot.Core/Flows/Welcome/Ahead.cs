using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What comes next in a partnership, and what was noted last.</summary>
/// <param name="NextAt">When the next check-in opens, UTC; null when nobody knows.</param>
/// <param name="AfterAMeeting">Whether a meeting decides it.</param>
/// <param name="WaitsFor">The check-in whose note is still to be written before the next opens; empty when none is.</param>
/// <param name="Noted">The note of the last check-in; null when there is none, or nothing was to be said.</param>
internal sealed record Ahead(DateTimeOffset? NextAt, bool AfterAMeeting, string WaitsFor, Note? Noted)
{
    /// <summary>So much of a note is shown on a page with other things.</summary>
    const int Shown = 300;

    public static async Task<Ahead> ReadAsync(TurnContext turn, CancellationToken cancel)
    {
        var setting = RhythmSetting.FromRow(await turn.GetAsync(RhythmSetting.Key, cancel));
        var last = CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).Last;
        var note = last.Length > 0 ? Note.FromRow(await turn.GetAsync(Note.Key(last), cancel)) : null;
        return new Ahead(setting?.NextAt, setting?.Rhythm == Rhythm.AfterAMeeting, last.Length > 0 && note is null ? last : "", note is { IsNothing: true } ? null : note);
    }

    /// <summary>When the next one is, in words; null when nobody knows.</summary>
    public string? Words(Say say, string zone) =>
        NextAt is { } at ? say[WaitsFor.Length > 0 ? "Ahead.NextOnceNoted" : "Ahead.Next", say.Moment(at, zone)]
        : AfterAMeeting ? say["Ahead.AfterAMeeting"]
        : null;

    public TextBlock? LastNote(Say say) => Noted is null ? null : say.Line("Ahead.Noted", Say.Short(Noted.Words, Shown));

    /// <summary>What anyone can do about a note that is waited for.</summary>
    public Button? WriteNote(Say say) => WaitsFor.Length > 0 ? say.Button("note", "Ahead.Write", WaitsFor) : null;
}
