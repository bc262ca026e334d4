using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Conversation;

/// <summary>One thing that happened in a channel.</summary>
public sealed record Activity
{
    public required ActivityType Type { get; init; }

    /// <summary>The channel's own id of it: the same when it is delivered again. It is hashed before it is kept.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks for: a button's, a form's, a command's or a time's verb. Empty for typed text that is yet to be understood.</summary>
    public string Verb { get; init; } = "";

    /// <summary>Who did it. For an event of the clock or of a platform without a person: null.</summary>
    public Identity? From { get; init; }

    /// <summary>Where it happened, and where an answer goes.</summary>
    public required ConversationReference Conversation { get; init; }

    /// <summary>Where <see cref="From"/> can be reached alone; null when the activity does not tell.</summary>
    public ConversationReference? Reach { get; init; }

    /// <summary>Typed words, without the mention of the bot.</summary>
    public string Text { get; init; } = "";

    /// <summary>A form's answers, by input id.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = NoInputs;

    /// <summary>The pressed button's or sent form's own value.</summary>
    public string Value { get; init; } = "";

    /// <summary>The card or form that was pressed or sent; null for everything else.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The message that holds the pressed card, so that it can be changed; null when there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether the channel carries the answer in its own HTTP response (a Teams invoke, a slash command, the Door).</summary>
    public bool AnswersInline { get; init; }

    /// <summary>The channel's own time of it; for a time that came, when it was to come. UTC; null when it does not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the channel tells about the person with this activity; null when nothing.</summary>
    public Profile? Profile { get; init; }

    public string Input(string id) => Inputs.TryGetValue(id, out var given) ? given.Trim() : "";

    public static readonly IReadOnlyDictionary<string, string> NoInputs = new Dictionary<string, string>(StringComparer.Ordinal);
}

public enum ActivityType { Message, Invoke, Event, ConversationUpdate, InstallationUpdate }

/// <summary>A person as one platform knows them.</summary>
/// <param name="Channel">slack, teams or door.</param>
/// <param name="Tenant">Slack: the person's own enterprise or team, never the receiving workspace. Teams: the tenant. Door: empty.</param>
/// <param name="User">Slack: the user id. Teams: aadObjectId. Door: the token of the person's own page.</param>
public sealed record Identity(string Channel, string Tenant, string User)
{
    public override string ToString() => $"{Channel}|{Tenant}|{User}";
}

/// <summary>What a platform says about a person.</summary>
/// <param name="Name">As shown to others, or empty.</param>
/// <param name="Zone">An IANA zone id, or empty.</param>
/// <param name="Language">A BCP 47 tag, or empty.</param>
public sealed record Profile(string Name, string Zone, string Language);
