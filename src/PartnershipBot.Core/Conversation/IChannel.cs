using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Conversation;

/// <summary>Draws and sends a card on one platform.</summary>
public interface IChannel
{
    /// <summary>slack, teams or door.</summary>
    string Name { get; }

    /// <summary>Sends the message, or changes the one it replaces.</summary>
    /// <returns>The platform's id of the message, for later changes; null when it gives none.</returns>
    /// <exception cref="ChannelException">It was not sent, or may not have been; says what to do.</exception>
    Task<string?> SendAsync(Message message, CancellationToken cancel);

    /// <summary>Asks the platform about a person.</summary>
    /// <returns>Null when the platform does not tell.</returns>
    /// <exception cref="ChannelException">The platform did not answer.</exception>
    Task<Profile?> ProfileAsync(Identity who, ConversationReference conversation, CancellationToken cancel);

    /// <summary>Asks the platform who can read a conversation of several people.</summary>
    /// <returns>Null when the platform does not tell.</returns>
    /// <exception cref="ChannelException">The platform did not answer.</exception>
    Task<Readers?> ReadersAsync(ConversationReference conversation, CancellationToken cancel);
}

/// <param name="People">How many, without the bot.</param>
/// <param name="SomeFromOutside">Whether some are guests or may be from another workspace or tenant.</param>
public sealed record Readers(int People, bool SomeFromOutside)
{
    /// <summary>Whether more can read it than when it was chosen: somebody from outside for the first time, or at least two people and a tenth more.</summary>
    public bool IsWiderThan(Readers chosen) =>
        SomeFromOutside && !chosen.SomeFromOutside || People - chosen.People >= Math.Max(2, (chosen.People + 9) / 10);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{People}|{SomeFromOutside}");

    /// <param name="text">As <see cref="ToString"/> writes it.</param>
    public static Readers Parse(string text)
    {
        var parts = text.Split('|');
        return new Readers(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), bool.Parse(parts[1]));
    }
}

/// <param name="Replaces">The platform's id of the message to change; null to send a new one.</param>
public sealed record Message(ConversationReference To, Card Card, string? Replaces = null);

/// <summary>Why a message was not sent.</summary>
/// <param name="retryAfter">For <see cref="ChannelFault.Busy"/>: how long the platform asks to wait; null when it does not say.</param>
/// <param name="wholeInstallation">Whether the wait is for the whole installation, or only for this conversation.</param>
public sealed class ChannelException(ChannelFault fault, string code, TimeSpan? retryAfter = null, bool wholeInstallation = false, Exception? inner = null)
    : Exception($"The channel answered '{code}' ({fault}).", inner)
{
    public ChannelFault Fault { get; } = fault;

    /// <summary>The platform's own word for it; never personal data.</summary>
    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool WholeInstallation { get; } = wholeInstallation;
}

public enum ChannelFault
{
    /// <summary>Try again later; nothing was sent.</summary>
    Busy,

    /// <summary>It may or may not have been sent.</summary>
    Unclear,

    /// <summary>The platform refuses this message; trying again does not help.</summary>
    Refused,

    /// <summary>The conversation or installation is no longer there.</summary>
    Gone,
}
