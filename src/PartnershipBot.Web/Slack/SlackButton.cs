using System.Globalization;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Slack;

/// <summary>What a button carries out and brings back: <c>action_id</c> is <c>verb#number</c>, <c>value</c> is the origin, a new line, and the button's own value.</summary>
internal static class SlackButton
{
    /// <summary>The number makes it unique in its block. A link has no verb: its press arrives too, and nothing answers to it.</summary>
    public static string ActionId(string verb, int number) => string.Create(CultureInfo.InvariantCulture, $"{verb}#{number}");

    /// <returns>The empty string when it is not an id of ours, or a link's.</returns>
    public static string Verb(string actionId)
    {
        var end = actionId.LastIndexOf('#');
        return end > 0 ? actionId[..end] : "";
    }

    public static string Write(Origin? origin, string value) => $"{origin}\n{value}";

    public static (Origin? Origin, string Value) Read(string written)
    {
        var end = written.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (null, written) : (Origin.Parse(written[..end]), written[(end + 1)..]);
    }
}
