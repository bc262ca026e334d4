namespace PartnershipBot.Core.Conversation;

/// <summary>Where a message can be sent, and through which installation.</summary>
/// <param name="Channel">slack, teams or door.</param>
/// <param name="Installation">Slack: <c>app|enterprise|team</c>. Teams: <c>app|tenant</c>. Door: empty.</param>
/// <param name="Address">
/// Slack: a channel id, or a user id for the direct message with that person. Teams: a conversation id, or a <c>29:</c> user id for a personal chat that is yet to be made.
/// Door: the person id.
/// </param>
/// <param name="ServiceUrl">Teams: the Connector's address for this conversation; null elsewhere.</param>
/// <param name="Thread">The message to answer under, in a channel; null otherwise.</param>
public sealed record ConversationReference(
    string Channel,
    string Installation,
    string Address,
    ConversationKind Kind,
    string? ServiceUrl = null,
    string? Thread = null)
{
    /// <summary>What happens by itself, in no conversation: a time that came.</summary>
    public static readonly ConversationReference Clock = new("clock", "", "", ConversationKind.None);
}

public enum ConversationKind { None, Personal, Group, Channel }
