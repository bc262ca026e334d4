using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>What a signed request turned out to be.</summary>
internal abstract record SlackReading
{
    /// <summary>Something that somebody did, for Bot.</summary>
    /// <param name="TriggerId">Lets a form be opened, once, within 3 seconds; empty when the payload has none.</param>
    /// <param name="Modal">The open modal that was pressed or sent; null elsewhere.</param>
    public sealed record Turn(SlackKind Kind, Activity Activity, string TriggerId = "", SlackModal? Modal = null) : SlackReading;

    /// <summary>The app was removed, or its token withdrawn, at that time.</summary>
    public sealed record Removed(string Installation, DateTimeOffset? At) : SlackReading;

    /// <summary>Slack asks whether the address is ours: it wants the text back.</summary>
    public sealed record Challenge(string Text) : SlackReading;

    /// <summary>Nothing that we act on; answered 200 all the same, since failing answers make Slack switch the app off for everybody.</summary>
    /// <param name="Why">A few fixed words for the log.</param>
    /// <param name="Type">The payload's own type, when it looks like one.</param>
    public sealed record Nothing(string Why, string Type = "") : SlackReading;
}

internal enum SlackKind
{
    /// <summary>From the Events API: the answer goes out by the outbox.</summary>
    Event,
    /// <summary>A button or a shortcut: a form may be opened.</summary>
    Press,
    /// <summary>A modal that was sent: the response says what becomes of it.</summary>
    Submission,
    /// <summary>A slash command: the response is shown to the person who typed it.</summary>
    Command,
}

/// <param name="Hash">Of the view as it was pressed; a change to a newer one is refused.</param>
internal sealed record SlackModal(string Id, string Hash);
