using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Web.Slack;

/// <summary>Draws forms as modals. An input's block carries the input's id, which the answers and the errors come back under.</summary>
internal static class BlockKitForm
{
    const string Element = "answer";

    /// <param name="errors">Said at the top, for a form that is opened anew because of them; else empty.</param>
    /// <exception cref="ArgumentException">The form breaks a limit.</exception>
    public static void WriteModal(Utf8JsonWriter json, Form form, FormState state, IReadOnlyList<InputError> errors)
    {
        CardLimits.Check(form);
        json.WriteStartObject();
        json.WriteString("type"u8, "modal"u8);
        json.WriteString("callback_id"u8, form.Verb);
        json.WriteString("private_metadata"u8, state.Write());
        BlockKit.WritePlain(json, "title"u8, form.Title);
        BlockKit.WritePlain(json, "submit"u8, form.Submit);
        BlockKit.WritePlain(json, "close"u8, SlackWords.Close);
        json.WriteStartArray("blocks"u8);
        foreach (var error in errors) BlockKit.WriteSection(json, error.Message);
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case FormNote note: BlockKit.WriteSection(json, note.Text); break;
                case FormInput input: WriteInput(json, input); break;
                default: throw new ArgumentException($"Form element '{element.GetType().Name}' has no drawing on Slack. Add it to BlockKitForm.", nameof(form));
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteInput(Utf8JsonWriter json, FormInput input)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input"u8);
        json.WriteString("block_id"u8, input.Id);
        json.WriteBoolean("optional"u8, !input.Required);
        BlockKit.WritePlain(json, "label"u8, input.Label);
        if (input.Hint.Length > 0) BlockKit.WritePlain(json, "hint"u8, input.Hint);
        json.WriteStartObject("element"u8);
        switch (input)
        {
            case TextInput text: WriteTextInput(json, text); break;
            case ChoiceInput choice: WriteChoice(json, choice); break;
            case DateInput date: WriteDate(json, date); break;
            default: throw new ArgumentException($"Form input '{input.GetType().Name}' has no drawing on Slack. Add it to BlockKitForm.", nameof(input));
        }
        json.WriteString("action_id"u8, Element);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteTextInput(Utf8JsonWriter json, TextInput text)
    {
        json.WriteString("type"u8, "plain_text_input"u8);
        json.WriteBoolean("multiline"u8, text.Multiline);
        json.WriteNumber("max_length"u8, text.MaxLength);
        if (text.Given.Length > 0) json.WriteString("initial_value"u8, text.Given);
    }

    static void WriteChoice(Utf8JsonWriter json, ChoiceInput choice)
    {
        json.WriteString("type"u8, choice.Choices.Count <= CardLimits.OpenChoices ? "radio_buttons"u8 : "static_select"u8);
        json.WriteStartArray("options"u8);
        foreach (var option in choice.Choices) WriteOption(json, option);
        json.WriteEndArray();
        if (choice.Choices.FirstOrDefault(option => option.Value == choice.Given) is not { } given) return;
        json.WritePropertyName("initial_option"u8);
        WriteOption(json, given);
    }

    static void WriteOption(Utf8JsonWriter json, Choice option)
    {
        json.WriteStartObject();
        BlockKit.WritePlain(json, "text"u8, option.Label);
        json.WriteString("value"u8, option.Value);
        json.WriteEndObject();
    }

    static void WriteDate(Utf8JsonWriter json, DateInput date)
    {
        json.WriteString("type"u8, "datepicker"u8);
        if (date.Given.Length > 0) json.WriteString("initial_date"u8, date.Given);
    }
}
