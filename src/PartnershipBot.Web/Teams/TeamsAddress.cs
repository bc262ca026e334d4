namespace PartnershipBot.Web.Teams;

/// <summary>Conversation ids: in a channel the id also names the message that a thread hangs on.</summary>
internal static class TeamsAddress
{
    const string Mark = ";messageid=";

    /// <summary>Whether it is a person's id, for a personal chat that is yet to be made.</summary>
    public static bool IsPerson(string address) => address.StartsWith("29:", StringComparison.Ordinal);

    /// <returns>The channel or chat, and the thread's first message or null.</returns>
    public static (string Address, string? Thread) Split(string conversation)
    {
        var at = conversation.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (conversation, null) : (conversation[..at], conversation[(at + Mark.Length)..]);
    }

    /// <summary>The inverse of <see cref="Split"/>.</summary>
    public static string Join(string address, string? thread) => thread is null ? address : address + Mark + thread;
}
