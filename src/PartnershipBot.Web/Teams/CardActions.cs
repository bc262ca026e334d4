using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Teams;

/// <summary>Draws a button: Action.Execute, which is answered in place, and Action.Submit for clients and dialogs that do not know it.</summary>
internal static class CardActions
{
    public static void Write(Utf8JsonWriter json, Button button, Origin? origin, CardPlace place)
    {
        if (place == CardPlace.Dialog)
        {
            Submit(json, button, origin);
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", "Action.Execute");
        json.WriteString("title", CardText.Whole(button.Label));
        json.WriteString("verb", button.Verb);
        CardData.Write(json, null, button.Value, origin);
        Style(json, button.Style);
        json.WritePropertyName("fallback");
        Submit(json, button, origin);
        json.WriteEndObject();
    }

    static void Submit(Utf8JsonWriter json, Button button, Origin? origin)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", CardText.Whole(button.Label));
        CardData.Write(json, button.Verb, button.Value, origin);
        Style(json, button.Style);
        json.WriteEndObject();
    }

    static void Style(Utf8JsonWriter json, ButtonStyle style)
    {
        if (style != ButtonStyle.Normal) json.WriteString("style", style == ButtonStyle.Primary ? "positive" : "destructive");
    }
}
