namespace PartnershipBot.Core.Conversation;

/// <summary>Reads, decides and records; touches nothing else.</summary>
public delegate Task<InvokeResponse> Handler(TurnContext turn, CancellationToken cancel);

/// <summary>One line of what the bot answers to.</summary>
/// <param name="Says">Typed words that ask for it, in lower case; what follows them becomes <c>Activity.Value</c>.</param>
/// <param name="InChannel">Whether it may be asked where others read along.</param>
public sealed record Route(string Verb, Who Who, Home Home, Handler Handler, IReadOnlyList<string> Says, bool InChannel = false);

/// <summary>Who may ask.</summary>
public enum Who
{
    /// <summary>Also somebody who is not known: the page of an invitation.</summary>
    Anyone,
    /// <summary>A person, for themself.</summary>
    Self,
    Member,
    Lead,
    Coordinator,
    Commissioner,
    /// <summary>Only a time that came.</summary>
    Clock,
}

/// <summary>Which partition the verb belongs to when no card says so.</summary>
public enum Home
{
    /// <summary>The person's own.</summary>
    Person,
    /// <summary>The one that the person's typed words belong to now.</summary>
    Current,
    /// <summary>The partnership that the invitation in <c>Activity.Value</c> opens.</summary>
    Invitation,
}
