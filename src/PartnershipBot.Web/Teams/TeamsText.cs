using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipBot.Web.Teams;

/// <summary>What a person typed, as plain words.</summary>
internal static partial class TeamsText
{
    [GeneratedRegex("<at\\b[^>]*>(?<name>.*?)</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("</?at\\b[^>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StrayMention();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<(br|/p|/div|/li)\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    /// <summary>The text without the mentions of the bot; other people's mentions become their names.</summary>
    public static string Typed(TeamsActivity activity)
    {
        var bot = BotNames(activity);
        var text = Mention().Replace(activity.Root.Text("text"), mention =>
        {
            var name = Words(mention.Groups["name"].Value);
            return bot.Remove(name) ? " " : name;
        });
        return activity.Root.Text("textFormat") == "xml" ? Words(text) : Decoded(StrayMention().Replace(text, ""));
    }

    /// <summary>The words of a message that was picked out with a message action.</summary>
    public static string Picked(JsonElement message)
    {
        var body = message.Get("body");
        var text = body.Text("content");
        return body.Text("contentType") == "html" ? Words(LineEnd().Replace(text, "\n")) : text.Trim();
    }

    /// <summary>One name for each mention of the bot, so that a person who has the bot's name stays.</summary>
    static List<string> BotNames(TeamsActivity activity)
    {
        var recipient = activity.Root.Get("recipient").Text("name");
        var mentions = activity.Root.Items("entities").Where(entity => entity.Text("type") == "mention").ToList();
        var ours = mentions.Where(entity => string.Equals(entity.Get("mentioned").Text("id"), activity.RecipientId, StringComparison.OrdinalIgnoreCase));
        var names = ours.Select(entity => First(Words(entity.Text("text")), Words(entity.Get("mentioned").Text("name")), recipient)).ToList();
        return mentions.Count == 0 ? [recipient] : names;
    }

    static string First(params string[] texts) => texts.FirstOrDefault(text => text.Length > 0, "");

    static string Words(string markup) => Decoded(Tag().Replace(markup, ""));

    static string Decoded(string text) => WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim();
}
