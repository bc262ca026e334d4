using System.Text;
using System.Text.Json;

namespace PartnershipBot.Web.Teams;

/// <summary>A person's words on a card, always as they were written and never as markup.</summary>
/// <remarks>A TextRun knows no Markdown. Headings and open choices do, so there the signs that start it are escaped.</remarks>
internal static class CardText
{
    const string Signs = "\\`*_[]<~&";
    const string SignsAtStart = "#>+-=";
    const string Joiner = "\u2060";

    public static void Write(Utf8JsonWriter json, string text, bool small = false, bool bold = false, string? colour = null, string? spacing = null, bool separator = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        Place(json, spacing, separator);
        json.WriteStartArray("inlines");
        json.WriteStartObject();
        json.WriteString("type", "TextRun");
        json.WriteString("text", Whole(text));
        if (small) json.WriteString("size", "Small");
        if (small && colour is null) json.WriteBoolean("isSubtle", true);
        if (bold) json.WriteString("weight", "Bolder");
        if (colour is not null) json.WriteString("color", colour);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteHeading(Utf8JsonWriter json, string text, bool separator = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        Place(json, null, separator);
        json.WriteString("text", Escaped(text));
        json.WriteString("style", "heading");
        json.WriteString("size", "Large");
        json.WriteString("weight", "Bolder");
        json.WriteBoolean("wrap", true);
        json.WriteEndObject();
    }

    /// <summary>Draws the line above an element, and says how far it stands from the one before.</summary>
    public static void Place(Utf8JsonWriter json, string? spacing, bool separator)
    {
        if (separator) json.WriteBoolean("separator", true);
        if (separator || spacing is not null) json.WriteString("spacing", spacing ?? "Medium");
    }

    /// <summary>Text for a place that knows Markdown.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var start = true; // Of a line, or after a number there: "1." begins a list.
        var number = false;
        foreach (var c in Whole(text))
        {
            if (Signs.Contains(c, StringComparison.Ordinal) || (start && SignsAtStart.Contains(c, StringComparison.Ordinal)) || (number && c is '.' or ')')) escaped.Append('\\');
            escaped.Append(c);
            number = (start || number) && char.IsAsciiDigit(c);
            start = c == '\n' || (start && c == ' ');
        }
        return escaped.ToString();
    }

    /// <summary>What a person wrote before, for the input it goes back into: nothing there is markup or a function.</summary>
    public static string Given(string text)
    {
        var given = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // Half a character comes out as the replacement sign.
            if (!Rune.IsControl(rune) || rune.Value == '\n') given.Append(rune);
        return given.ToString();
    }

    /// <summary>The text without half characters and control signs, and with Teams' date and time functions broken up.</summary>
    public static string Whole(string text) => Given(text).Replace("{{", "{" + Joiner + "{", StringComparison.Ordinal);
}
