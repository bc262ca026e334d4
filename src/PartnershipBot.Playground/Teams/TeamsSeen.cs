using System.Text.Json;

namespace PartnershipBot.Playground.Teams;

/// <summary>A message as it stands now.</summary>
/// <param name="Conversation">Without a thread suffix.</param>
/// <param name="Id">The activity id; unique in the town.</param>
/// <param name="From">Mri of a person or of the bot.</param>
/// <param name="Text">Empty when the message is only a card.</param>
/// <param name="Card">The Adaptive Card; null when there is none.</param>
/// <param name="Root">The message whose thread this belongs to; null outside channels.</param>
/// <param name="Edited">True once it was updated.</param>
public sealed record TeamsMessage(
    string Conversation, string Id, string From, string FromName, string Text, JsonElement? Card, string? Root = null, bool Edited = false)
{
    /// <summary>Cards that replaced this one for a single person, by mri.</summary>
    public IReadOnlyDictionary<string, JsonElement> Personal { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The card as this person sees it; null when there is none.</summary>
    public JsonElement? CardFor(string mri) => Personal.TryGetValue(mri, out var own) ? own : Card;
}

/// <summary>An open dialog.</summary>
/// <param name="Card">The Adaptive Card in it; null when it shows a page.</param>
/// <param name="Url">The page; null when it shows a card.</param>
public sealed record TeamsDialog(string Title, JsonElement? Card, string? Url)
{
    /// <summary>The message action that opened it, with the message; null when a card's button did.</summary>
    internal (string Command, TeamsMessage Message)? Extension { get; init; }

    internal string Conversation { get; init; } = "";
}

/// <summary>One call of the Connector as it arrived.</summary>
/// <param name="Operation">send, reply, update, delete, create, member, members, pagedmembers, token, metadata or keys.</param>
/// <param name="Conversation">Empty where there is none.</param>
/// <param name="Body">Empty object where there is none.</param>
public sealed record TeamsCall(string Operation, string Conversation, JsonElement Body, int Status);
