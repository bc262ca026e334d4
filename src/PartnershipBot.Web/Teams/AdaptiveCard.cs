using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Teams;

/// <summary>Draws a card or a form as an Adaptive Card 1.5, the newest version that Teams takes from bots.</summary>
internal static class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Bytes of UTF-8. 28 KB is the smallest limit reported for Teams; the rest is room for the envelope.</summary>
    public const int Largest = 24 * 1024;

    public const string RefreshVerb = "card.refresh";

    /// <summary>Teams refreshes a card by itself for at most this many people.</summary>
    const int MostRefreshed = 60;

    /// <summary>Writes the other scripts' letters as they are: escaped they would take up to six times the room.</summary>
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="refreshFor">The <c>29:</c> ids of those for whom Teams asks for the card anew when it is shown; none: it never asks.</param>
    /// <exception cref="ArgumentException">The card breaks a limit.</exception>
    public static byte[] Draw(Card card, CardPlace place, IReadOnlyList<string>? refreshFor = null)
    {
        CardLimits.Check(card);
        return Draw(card.Summary, json =>
        {
            if (card.Origin is { CardId.Length: > 0 } origin && refreshFor is { Count: > 0 and <= MostRefreshed }) Refresh(json, origin, refreshFor);
            json.WriteStartArray("body");
            CardElements.Write(json, card, place);
            json.WriteEndArray();
        });
    }

    /// <param name="errors">A person's mistakes, each drawn under its input.</param>
    /// <exception cref="ArgumentException">The form breaks a limit.</exception>
    public static byte[] Draw(Form form, IReadOnlyList<InputError> errors, CardPlace place)
    {
        CardLimits.Check(form);
        return Draw(form.Title, json =>
        {
            json.WriteStartArray("body");
            FormElements.Write(json, form, errors, place);
            json.WriteEndArray();
        });
    }

    static byte[] Draw(string summary, Action<Utf8JsonWriter> rest)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("type", "AdaptiveCard");
            json.WriteString("version", "1.5");
            json.WriteString("fallbackText", CardText.Whole(summary));
            json.WriteString("speak", CardText.Whole(summary));
            rest(json);
            json.WriteEndObject();
        }
        return buffer.WrittenCount <= Largest
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException($"The card has {buffer.WrittenCount} bytes; Teams takes {Largest}. Split it.", nameof(rest));
    }

    static void Refresh(Utf8JsonWriter json, Origin origin, IReadOnlyList<string> people)
    {
        json.WriteStartObject("refresh");
        json.WriteStartObject("action");
        json.WriteString("type", "Action.Execute");
        json.WriteString("verb", RefreshVerb);
        CardData.Write(json, null, "", origin);
        json.WriteEndObject();
        json.WriteStartArray("userIds");
        foreach (var person in people) json.WriteStringValue(person);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>Where a card is shown: dialogs know Action.Submit only.</summary>
internal enum CardPlace { Message, Dialog }
