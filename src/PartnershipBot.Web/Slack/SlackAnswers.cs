using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>What the HTTP response to each kind of request carries. Most carry nothing: Bot has recorded the message.</summary>
internal sealed class SlackAnswers(SlackForms forms, ILogger<SlackAnswers> log)
{
    /// <returns>The response's JSON; empty for an empty 200.</returns>
    public ReadOnlyMemory<byte> Of(SlackReading.Turn turn, InvokeResponse response)
    {
        try
        {
            return turn.Kind switch
            {
                SlackKind.Event => default,
                SlackKind.Press => OfPress(turn, response),
                SlackKind.Submission => OfSubmission(turn, response),
                SlackKind.Command => OfCommand(turn, response),
                _ => throw new InvalidOperationException($"'{turn.Kind}' has no answer. Add it to SlackAnswers."),
            };
        }
        catch (Exception unfit) when (unfit is ArgumentException or InvalidOperationException)
        {
            log.NotDrawn(turn.Activity.Verb, unfit);
            return turn.Kind == SlackKind.Command ? Ephemeral(json => json.WriteString("text"u8, SlackWords.DidNotShow)) : default;
        }
    }

    ReadOnlyMemory<byte> OfPress(SlackReading.Turn turn, InvokeResponse response)
    {
        switch (response)
        {
            case InvokeResponse.Done or InvokeResponse.Show: break;
            case InvokeResponse.Open open: forms.Open(turn, open.Form, []); break;
            case InvokeResponse.Invalid invalid: forms.Open(turn, invalid.Form, invalid.Errors); break;
            default: throw Unknown(response);
        }
        return default;
    }

    // An empty answer closes the modal.
    static ReadOnlyMemory<byte> OfSubmission(SlackReading.Turn turn, InvokeResponse response) => response switch
    {
        InvokeResponse.Done or InvokeResponse.Show => default,
        InvokeResponse.Open open => Update(turn, open.Form, []),
        InvokeResponse.Invalid invalid when invalid.Errors.Any(error => invalid.Form.Inputs.Any(input => input.Id == error.InputId)) => Errors(invalid),
        // Nothing to say it beside: at the top, then.
        InvokeResponse.Invalid invalid => Update(turn, invalid.Form, invalid.Errors),
        _ => throw Unknown(response),
    };

    ReadOnlyMemory<byte> OfCommand(SlackReading.Turn turn, InvokeResponse response)
    {
        switch (response)
        {
            case InvokeResponse.Done: return default;
            case InvokeResponse.Show show: return Ephemeral(json => BlockKit.WriteMessage(json, show.Card));
            case InvokeResponse.Open open: forms.Open(turn, open.Form, []); return default;
            case InvokeResponse.Invalid invalid:
                return Ephemeral(json => json.WriteString("text"u8, string.Join('\n', invalid.Errors.Select(error => SlackText.Escape(error.Message)))));
            default: throw Unknown(response);
        }
    }

    static ReadOnlyMemory<byte> Ephemeral(Action<Utf8JsonWriter> message) => SlackJsonWriter.Object(json =>
    {
        json.WriteString("response_type"u8, "ephemeral"u8);
        message(json);
    });

    static ReadOnlyMemory<byte> Update(SlackReading.Turn turn, Form form, IReadOnlyList<InputError> errors) => SlackJsonWriter.Object(json =>
    {
        json.WriteString("response_action"u8, "update"u8);
        json.WritePropertyName("view"u8);
        SlackForms.WriteView(json, turn.Activity, form, errors);
    });

    static ReadOnlyMemory<byte> Errors(InvokeResponse.Invalid invalid) => SlackJsonWriter.Object(json =>
    {
        json.WriteString("response_action"u8, "errors"u8);
        json.WriteStartObject("errors"u8);
        var first = invalid.Form.Inputs.First().Id;
        foreach (var input in invalid.Errors.GroupBy(error => invalid.Form.Inputs.Any(known => known.Id == error.InputId) ? error.InputId : first))
            json.WriteString(input.Key, string.Join(' ', input.Select(error => error.Message)));
        json.WriteEndObject();
    });

    static InvalidOperationException Unknown(InvokeResponse response) => new($"'{response.GetType().Name}' has no answer on Slack. Add it to SlackAnswers.");
}
