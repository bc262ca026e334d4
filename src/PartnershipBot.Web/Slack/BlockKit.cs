using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Slack;

/// <summary>
/// Draws cards as Block Kit. Words go only where Slack reads no markup, so what a person typed is shown as they typed it.
/// Each method throws <see cref="ArgumentException"/> for a card that breaks a limit.
/// </summary>
internal static class BlockKit
{
    /// <summary>Writes <c>text</c> and <c>blocks</c> into the object that is open.</summary>
    public static void WriteMessage(Utf8JsonWriter json, Card card)
    {
        CardLimits.Check(card);
        json.WriteString("text"u8, BlockKitText.Of(card));
        json.WriteStartArray("blocks"u8);
        WriteBlocks(json, card);
        json.WriteEndArray();
    }

    /// <summary>Writes a Home tab's view.</summary>
    public static void WriteHome(Utf8JsonWriter json, Card card)
    {
        CardLimits.Check(card);
        json.WriteStartObject();
        json.WriteString("type"u8, "home"u8);
        json.WriteStartArray("blocks"u8);
        WriteBlocks(json, card);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A section that says this and nothing else.</summary>
    public static void WriteSection(Utf8JsonWriter json, string text) => WriteText(json, "section"u8, text);

    public static void WritePlain(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WritePropertyName(name);
        WritePlain(json, text);
    }

    static void WriteBlocks(Utf8JsonWriter json, Card card)
    {
        var number = 0;
        foreach (var element in card.Elements)
        {
            switch (element)
            {
                case TextBlock text: WriteText(json, text); break;
                case FactSet facts: WriteFacts(json, facts); break;
                case Divider: WriteDivider(json); break;
                case Picture picture: WritePicture(json, picture); break;
                case ActionSet actions: WriteActions(json, actions, card.Origin, ref number); break;
                default: throw new ArgumentException($"Card element '{element.GetType().Name}' has no drawing on Slack. Add it to BlockKit.", nameof(card));
            }
        }
    }

    static void WriteText(Utf8JsonWriter json, TextBlock text)
    {
        switch (text.Style)
        {
            case TextStyle.Normal: WriteText(json, "section"u8, text.Text); break;
            case TextStyle.Heading: WriteText(json, "header"u8, text.Text); break;
            case TextStyle.Small: WriteContext(json, text.Text); break;
            default: throw new ArgumentException($"Text style '{text.Style}' has no drawing on Slack. Add it to BlockKit.", nameof(text));
        }
    }

    static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> type, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        WritePlain(json, "text"u8, text);
        json.WriteEndObject();
    }

    static void WriteContext(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "context"u8);
        json.WriteStartArray("elements"u8);
        WritePlain(json, text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Rich text can be bold without markup; a section's fields cannot.
    static void WriteFacts(Utf8JsonWriter json, FactSet facts)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "rich_text"u8);
        json.WriteStartArray("elements"u8);
        foreach (var (name, value) in facts.Facts)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "rich_text_section"u8);
            json.WriteStartArray("elements"u8);
            WriteRun(json, name + ": ", bold: true);
            WriteRun(json, value, bold: false);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteRun(Utf8JsonWriter json, string text, bool bold)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, text);
        if (bold)
        {
            json.WriteStartObject("style"u8);
            json.WriteBoolean("bold"u8, true);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    static void WriteDivider(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "divider"u8);
        json.WriteEndObject();
    }

    static void WritePicture(Utf8JsonWriter json, Picture picture)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "image"u8);
        json.WriteString("image_url"u8, picture.Url.AbsoluteUri);
        json.WriteString("alt_text"u8, picture.Alt);
        json.WriteEndObject();
    }

    static void WriteActions(Utf8JsonWriter json, ActionSet actions, Origin? origin, ref int number)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "actions"u8);
        json.WriteStartArray("elements"u8);
        foreach (var action in actions.Actions)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "button"u8);
            WritePlain(json, "text"u8, action.Label);
            switch (action)
            {
                case Button button: WriteButton(json, button, origin, number++); break;
                case Link link: WriteLink(json, link, number++); break;
                default: throw new ArgumentException($"Card action '{action.GetType().Name}' has no drawing on Slack. Add it to BlockKit.", nameof(actions));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteButton(Utf8JsonWriter json, Button button, Origin? origin, int number)
    {
        json.WriteString("action_id"u8, SlackButton.ActionId(button.Verb, number));
        json.WriteString("value"u8, SlackButton.Write(origin, button.Value));
        switch (button.Style)
        {
            case ButtonStyle.Normal: break;
            case ButtonStyle.Primary: json.WriteString("style"u8, "primary"u8); break;
            case ButtonStyle.Danger: json.WriteString("style"u8, "danger"u8); break;
            default: throw new ArgumentException($"Button style '{button.Style}' has no drawing on Slack. Add it to BlockKit.", nameof(button));
        }
    }

    static void WriteLink(Utf8JsonWriter json, Link link, int number)
    {
        json.WriteString("action_id"u8, SlackButton.ActionId("", number));
        json.WriteString("url"u8, link.Url.AbsoluteUri);
    }

    static void WritePlain(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, text);
        json.WriteBoolean("emoji"u8, false);
        json.WriteEndObject();
    }
}
