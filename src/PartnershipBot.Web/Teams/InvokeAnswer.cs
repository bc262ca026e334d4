using System.Buffers;
using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

/// <summary>The answer to an invoke, as the client that sent it wants it.</summary>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record InvokeAnswer(byte[] Body)
{
    const string Message = "application/vnd.microsoft.activity.message";
    const string Error = "application/vnd.microsoft.error";

    static readonly IReadOnlyList<InputError> NoErrors = [];

    /// <param name="refreshFor">See <see cref="AdaptiveCard.Draw(Card, CardPlace, IReadOnlyList{string})"/>.</param>
    /// <exception cref="ArgumentException">The card or form breaks a limit.</exception>
    public static InvokeAnswer Of(string invoke, InvokeResponse response, IReadOnlyList<string> refreshFor) => invoke switch
    {
        InvokeNames.CardAction => InPlace(response, refreshFor),
        InvokeNames.TaskFetch or InvokeNames.ExtensionFetch => Dialog(response, closes: false),
        InvokeNames.TaskSubmit or InvokeNames.ExtensionSubmit => Dialog(response, closes: true),
        _ => throw new ArgumentException($"The invoke '{invoke}' has no answer. Add it to InvokeAnswer.", nameof(invoke)),
    };

    /// <summary>The invoke does not say what it wants.</summary>
    public static InvokeAnswer Bad() => Write(json => Envelope(json, 400, Error, () =>
    {
        json.WriteStartObject();
        json.WriteString("code", "BadRequest");
        json.WriteString("message", TeamsWords.NotUnderstood);
        json.WriteEndObject();
    }));

    /// <summary>It was done, but what came of it cannot be drawn.</summary>
    public static InvokeAnswer Words(string invoke, string words) => Write(json =>
    {
        if (invoke == InvokeNames.CardAction) Envelope(json, 200, Message, () => json.WriteStringValue(words));
        else Task(json, words);
    });

    static InvokeAnswer InPlace(InvokeResponse response, IReadOnlyList<string> refreshFor) => response switch
    {
        InvokeResponse.Show(var card) => InPlace(AdaptiveCard.Draw(card, CardPlace.Message, refreshFor)),
        InvokeResponse.Open(var form) => InPlace(AdaptiveCard.Draw(form, NoErrors, CardPlace.Message)),
        InvokeResponse.Invalid(var form, var errors) => InPlace(AdaptiveCard.Draw(form, errors, CardPlace.Message)),
        _ => Words(InvokeNames.CardAction, TeamsWords.Done),
    };

    static InvokeAnswer InPlace(byte[] card) => Write(json => Envelope(json, 200, AdaptiveCard.ContentType, () => json.WriteRawValue(card, skipInputValidation: true)));

    static InvokeAnswer Dialog(InvokeResponse response, bool closes) => response switch
    {
        InvokeResponse.Show(var card) => Dialog(Title(card), AdaptiveCard.Draw(card, CardPlace.Dialog)),
        InvokeResponse.Open(var form) => Dialog(form.Title, AdaptiveCard.Draw(form, NoErrors, CardPlace.Dialog)),
        InvokeResponse.Invalid(var form, var errors) => Dialog(form.Title, AdaptiveCard.Draw(form, errors, CardPlace.Dialog)),
        _ => closes ? new([]) : Words(InvokeNames.TaskFetch, TeamsWords.Done),
    };

    static InvokeAnswer Dialog(string title, byte[] card) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        if (title.Length > 0) json.WriteString("title", CardText.Given(title));
        json.WriteString("height", "medium");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        json.WriteString("contentType", AdaptiveCard.ContentType);
        json.WritePropertyName("content");
        json.WriteRawValue(card, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    static string Title(Card card) => card.Elements.OfType<TextBlock>().FirstOrDefault(text => text.Style == TextStyle.Heading)?.Text ?? "";

    static void Task(Utf8JsonWriter json, string words)
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", words);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Envelope(Utf8JsonWriter json, int status, string type, Action value)
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value();
        json.WriteEndObject();
    }

    static InvokeAnswer Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, AdaptiveCard.Compact)) write(json);
        return new(buffer.WrittenSpan.ToArray());
    }
}
