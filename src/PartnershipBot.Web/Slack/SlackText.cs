using System.Text;

namespace PartnershipBot.Web.Slack;

/// <summary>Between Slack's markup and plain words.</summary>
internal static class SlackText
{
    /// <summary>What a person typed, as they saw it: without mentions of the bot, addresses as typed, and without Slack's escapes.</summary>
    /// <param name="botUser">The bot's user id; when empty, a mention at the very start is taken to be of the bot; null when nothing mentions it.</param>
    public static string Plain(string text, string? botUser)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0) return text.Trim();
        var plain = new StringBuilder(text.Length);
        var rest = text.AsSpan().Trim();
        var first = true;
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0)
            {
                plain.Append(rest);
                break;
            }
            plain.Append(rest[..open]);
            var inner = rest.Slice(open + 1, close - 1);
            if (!IsBot(inner, botUser, first && open == 0)) AppendReference(plain, inner);
            rest = rest[(open + close + 1)..];
            first = false;
        }
        return plain.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString().Trim();
    }

    /// <summary>Escapes what Slack would read as markup in a field that it parses.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny("&<>") < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    static bool IsBot(ReadOnlySpan<char> inner, string? botUser, bool atStart)
    {
        if (botUser is null || inner.IsEmpty || inner[0] != '@') return false;
        var bar = inner.IndexOf('|');
        var user = bar < 0 ? inner[1..] : inner[1..bar];
        return botUser.Length == 0 ? atStart : user.SequenceEqual(botUser);
    }

    // <@U1|name>, <#C1|name>, <!here>, <https://example.org|example.org>: the label where there is one, else what it stands for.
    static void AppendReference(StringBuilder plain, ReadOnlySpan<char> inner)
    {
        var bar = inner.IndexOf('|');
        var label = bar < 0 ? default : inner[(bar + 1)..];
        var target = bar < 0 ? inner : inner[..bar];
        var sign = target.IsEmpty ? ' ' : target[0];
        if (sign is '@' or '#') plain.Append(sign).Append(label.IsEmpty ? target[1..] : label.TrimStart(sign));
        else if (sign == '!') plain.Append(label.IsEmpty ? "@" : "").Append(label.IsEmpty ? target[1..] : label);
        else plain.Append(label.IsEmpty ? target : label);
    }
}
