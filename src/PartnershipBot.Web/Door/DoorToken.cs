namespace PartnershipBot.Web.Door;

/// <summary>The unguessable end of a link.</summary>
internal static class DoorToken
{
    /// <summary>Whether it may be asked for in the store; anything else is answered like an unknown one.</summary>
    public static bool IsShaped(string? token) =>
        token is { Length: >= 8 and <= 64 } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string PathOf(string token) => "/me/" + token;
}
