using System.Text;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Slack;

/// <summary>A card as words alone: what a screen reader says, and what a notification begins with.</summary>
/// <remarks>Screen readers read only this when it is there, so it holds everything. Source: https://docs.slack.dev/reference/methods/chat.postMessage</remarks>
internal static class BlockKitText
{
    /// <summary>Slack: chat.update refuses a longer text.</summary>
    const int Most = 4_000;

    public static string Of(Card card)
    {
        var text = new StringBuilder();
        Add(text, card.Summary);
        foreach (var element in card.Elements)
        {
            switch (element)
            {
                case TextBlock block when block.Text == card.Summary: break;
                case TextBlock block: Add(text, block.Text); break;
                case FactSet facts: foreach (var (name, value) in facts.Facts) Add(text, $"{name}: {value}"); break;
                case Divider: break;
                case Picture picture: Add(text, picture.Alt); break;
                case ActionSet actions: foreach (var action in actions.Actions) Add(text, $"[{action.Label}]"); break;
                default: throw new ArgumentException($"Card element '{element.GetType().Name}' has no words on Slack. Add it to BlockKitText.", nameof(card));
            }
        }
        return text.ToString();
    }

    /// <summary>Adds a line as far as it fits, never half of an escape or of a character.</summary>
    static void Add(StringBuilder text, string line)
    {
        if (text.Length >= Most) return;
        if (text.Length > 0) text.Append('\n');
        foreach (var rune in line.EnumerateRunes())
        {
            var shown = rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => null };
            if (text.Length + (shown?.Length ?? rune.Utf16SequenceLength) > Most - 1)
            {
                text.Append('…').Length = Math.Min(text.Length, Most);
                return;
            }
            if (shown is null) text.Append(rune.ToString());
            else text.Append(shown);
        }
    }
}
