using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Teams;

/// <summary>Draws what a card is made of.</summary>
internal static class CardElements
{
    const int MostInRow = 5;

    public static void Write(Utf8JsonWriter json, Card card, CardPlace place)
    {
        var line = false;
        foreach (var element in card.Elements)
        {
            if (element is Divider)
            {
                line = true;
                continue;
            }
            Write(json, element, card.Origin, place, line);
            line = false;
        }
    }

    static void Write(Utf8JsonWriter json, CardElement element, Origin? origin, CardPlace place, bool line)
    {
        switch (element)
        {
            case TextBlock { Style: TextStyle.Heading } heading: CardText.WriteHeading(json, heading.Text, line); break;
            case TextBlock text: CardText.Write(json, text.Text, small: text.Style == TextStyle.Small, separator: line); break;
            case FactSet set: Facts(json, set, line); break;
            case Picture picture: Picture(json, picture, line); break;
            case ActionSet set: Actions(json, set, origin, place, line); break;
            default: throw new ArgumentException($"Card element '{element.GetType().Name}' is not drawn for Teams. Add it to CardElements.", nameof(element));
        }
    }

    /// <summary>Columns and not a FactSet, whose texts would be read as Markdown.</summary>
    static void Facts(Utf8JsonWriter json, FactSet set, bool line)
    {
        foreach (var (name, value) in set.Facts)
        {
            json.WriteStartObject();
            json.WriteString("type", "ColumnSet");
            CardText.Place(json, "Small", line);
            line = false;
            json.WriteStartArray("columns");
            Column(json, 1, name, bold: true);
            Column(json, 2, value, bold: false);
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    static void Column(Utf8JsonWriter json, int width, string text, bool bold)
    {
        json.WriteStartObject();
        json.WriteString("type", "Column");
        json.WriteNumber("width", width);
        json.WriteStartArray("items");
        CardText.Write(json, text, bold: bold);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Picture(Utf8JsonWriter json, Picture picture, bool line)
    {
        json.WriteStartObject();
        json.WriteString("type", "Image");
        CardText.Place(json, null, line);
        json.WriteString("url", picture.Url.AbsoluteUri);
        json.WriteString("altText", CardText.Whole(picture.Alt));
        json.WriteString("size", "Stretch");
        json.WriteEndObject();
    }

    /// <summary>Renderers leave out the sixth of a set unless their host wants it, so it comes in a set of its own.</summary>
    static void Actions(Utf8JsonWriter json, ActionSet set, Origin? origin, CardPlace place, bool line)
    {
        foreach (var row in set.Actions.Chunk(MostInRow))
        {
            Row(json, row, origin, place, line);
            line = false;
        }
    }

    static void Row(Utf8JsonWriter json, CardAction[] row, Origin? origin, CardPlace place, bool line)
    {
        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        CardText.Place(json, null, line);
        json.WriteStartArray("actions");
        foreach (var action in row)
        {
            switch (action)
            {
                case Link link: Open(json, link); break;
                case Button button: CardActions.Write(json, button, origin, place); break;
                default: throw new ArgumentException($"Action '{action.GetType().Name}' is not drawn for Teams. Add it to CardElements.", nameof(row));
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Open(Utf8JsonWriter json, Link link)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("title", CardText.Whole(link.Label));
        json.WriteString("url", link.Url.AbsoluteUri);
        json.WriteEndObject();
    }
}
