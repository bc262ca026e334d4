using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>An invitation as its text says it.</summary>
internal sealed partial record InvitationText(Uri Page, string Code)
{
    public static InvitationText In(Screen screen)
    {
        var text = screen.ToString();
        return new InvitationText(new Uri(Link.Match(text).Groups["link"].Value), CodeIn(screen));
    }

    /// <summary>The code after the word that joins.</summary>
    public static string CodeIn(Screen screen) => Join.Match(screen.ToString()).Groups["code"].Value;

    [GeneratedRegex(@"Open (?<link>http\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"join (?<code>[0-9A-Z]{5}-[0-9A-Z]{5})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Join { get; }
}
