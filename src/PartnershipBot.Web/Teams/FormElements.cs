using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Teams;

/// <summary>Draws what a form is made of, and its send button.</summary>
internal static class FormElements
{
    public static void Write(Utf8JsonWriter json, Form form, IReadOnlyList<InputError> errors, CardPlace place)
    {
        if (place == CardPlace.Message) CardText.WriteHeading(json, form.Title);
        foreach (var error in errors.Where(error => form.Inputs.All(input => input.Id != error.InputId)))
            CardText.Write(json, error.Message, colour: "Attention", bold: true);
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case FormNote note: CardText.Write(json, note.Text); break;
                case FormInput input: Input(json, input, errors); break;
                default: throw new ArgumentException($"Form element '{element.GetType().Name}' is not drawn for Teams. Add it to FormElements.", nameof(form));
            }
        }
        json.WriteStartObject();
        json.WriteString("type", "ActionSet");
        json.WriteStartArray("actions");
        CardActions.Write(json, new Button(form.Verb, form.Submit, form.Value, ButtonStyle.Primary), form.Origin, place);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Input(Utf8JsonWriter json, FormInput input, IReadOnlyList<InputError> errors)
    {
        json.WriteStartObject();
        switch (input)
        {
            case TextInput text: Text(json, text); break;
            case ChoiceInput choice: Choice(json, choice); break;
            case DateInput date: Common(json, "Input.Date", date, TeamsWords.ChooseDay); break;
            default: throw new ArgumentException($"Input '{input.GetType().Name}' is not drawn for Teams. Add it to FormElements.", nameof(input));
        }
        if (input.Given.Length > 0) json.WriteString("value", CardText.Given(input.Given));
        json.WriteEndObject();
        foreach (var error in errors.Where(error => error.InputId == input.Id))
            CardText.Write(json, error.Message, colour: "Attention", bold: true, spacing: "Small");
    }

    static void Text(Utf8JsonWriter json, TextInput text)
    {
        Common(json, "Input.Text", text, TeamsWords.Write);
        json.WriteNumber("maxLength", text.MaxLength);
        if (text.Multiline) json.WriteBoolean("isMultiline", true);
    }

    static void Choice(Utf8JsonWriter json, ChoiceInput choice)
    {
        var open = choice.Choices.Count <= CardLimits.OpenChoices;
        Common(json, "Input.ChoiceSet", choice, TeamsWords.Choose);
        json.WriteString("style", open ? "expanded" : "compact");
        json.WriteBoolean("wrap", true);
        json.WriteStartArray("choices");
        foreach (var (value, label) in choice.Choices)
        {
            json.WriteStartObject();
            json.WriteString("title", open ? CardText.Escaped(label) : CardText.Whole(label));
            json.WriteString("value", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The hint is part of the label, so that a screen reader says it with the input.</summary>
    static void Common(Utf8JsonWriter json, string type, FormInput input, string missing)
    {
        json.WriteString("type", type);
        json.WriteString("id", input.Id);
        json.WriteString("label", CardText.Whole(input.Hint.Length > 0 ? $"{input.Label}\n{input.Hint}" : input.Label));
        if (!input.Required) return;
        json.WriteBoolean("isRequired", true);
        json.WriteString("errorMessage", missing);
    }
}
