namespace PartnershipBot.Core.Cards;

/// <summary>The stricter of the two platforms' limits. Lengths are in UTF-16 characters.</summary>
public static class CardLimits
{
    /// <summary>Slack: 50 blocks in a message; room is left for a heading that is split.</summary>
    public const int Elements = 40;
    /// <summary>Slack: section text.</summary>
    public const int Text = 3_000;
    /// <summary>Slack: header block.</summary>
    public const int Heading = 150;
    /// <summary>Slack: fields of a section.</summary>
    public const int Facts = 10;
    /// <summary>Slack: one field of a section.</summary>
    public const int FactText = 2_000;
    /// <summary>Teams store validation: actions on a card.</summary>
    public const int Actions = 6;
    /// <summary>Slack: button text; about 30 are shown.</summary>
    public const int Label = 75;
    /// <summary>Slack: button value is 2,000; the rest carries the origin.</summary>
    public const int Value = 1_500;
    /// <summary>Slack: action_id is 255; room is left for a number that makes it unique.</summary>
    public const int Verb = 200;
    /// <summary>Slack: modal title, submit and close.</summary>
    public const int Title = 24;
    /// <summary>Slack: input label is 2,000; Teams wraps badly long before.</summary>
    public const int InputLabel = 300;
    /// <summary>Slack: inputs of a modal are 100 blocks; a person's patience is shorter.</summary>
    public const int FormElements = 30;
    /// <summary>Slack: radio buttons.</summary>
    public const int OpenChoices = 10;
    /// <summary>Slack: options of a select.</summary>
    public const int Choices = 100;
    /// <summary>Slack: option text and value.</summary>
    public const int ChoiceText = 75;
    /// <summary>Slack: plain_text_input.</summary>
    public const int TextInput = 3_000;
    /// <summary>Slack: image alt_text.</summary>
    public const int Alt = 2_000;
    /// <summary>Slack truncates the fallback text far later; a notification shows about this much.</summary>
    public const int Summary = 1_000;

    /// <exception cref="ArgumentException">Says which limit is broken, and where.</exception>
    public static void Check(Card card)
    {
        Length(card.Summary, Summary, "summary", 1);
        Count(card.Elements.Count, Elements, "elements", 1);
        Count(card.Elements.OfType<ActionSet>().Sum(set => set.Actions.Count), Actions, "actions");
        foreach (var element in card.Elements) Check(element);
    }

    /// <exception cref="ArgumentException">Says which limit is broken, and where.</exception>
    public static void Check(Form form)
    {
        Length(form.Verb, Verb, "verb", 1);
        Length(form.Title, Title, "title", 1);
        Length(form.Submit, Title, "submit", 1);
        Length(form.Value, Value, "value");
        Count(form.Elements.Count, FormElements, "form elements", 1);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            if (element is FormNote note) Length(note.Text, Text, "note", 1);
            if (element is not FormInput input) continue;
            if (!ids.Add(input.Id) || input.Id.Length is 0 or > 60 || !input.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_'))
                throw new ArgumentException($"Input id '{input.Id}' of form '{form.Verb}' must be unique, 1 to 60 letters, digits, '.' or '_'.", nameof(form));
            Length(input.Label, InputLabel, "input label", 1);
            Length(input.Hint, InputLabel, "input hint");
            if (input is TextInput text) Count(text.MaxLength, TextInput, "length of a text input", 1);
            if (input is ChoiceInput choice)
            {
                Count(choice.Choices.Count, Choices, "choices", 1);
                foreach (var (value, label) in choice.Choices) { Length(value, ChoiceText, "choice value", 1); Length(label, ChoiceText, "choice", 1); }
            }
        }
    }

    static void Check(CardElement element)
    {
        switch (element)
        {
            case TextBlock text: Length(text.Text, text.Style == TextStyle.Heading ? Heading : Text, "text", 1); break;
            case FactSet set:
                Count(set.Facts.Count, Facts, "facts", 1);
                foreach (var (name, value) in set.Facts) { Length(name, Heading, "fact name", 1); Length(value, FactText - Heading, "fact", 1); }
                break;
            case Divider: break;
            case Picture picture: Length(picture.Alt, Alt, "alt text", 1); break;
            case ActionSet set:
                Count(set.Actions.Count, Actions, "actions", 1);
                foreach (var action in set.Actions)
                {
                    Length(action.Label, Label, "label", 1);
                    if (action is not Button button) continue;
                    Length(button.Verb, Verb, "verb", 1);
                    Length(button.Value, Value, "value");
                }
                break;
            default: throw new ArgumentException($"Card element '{element.GetType().Name}' has no limits. Add them to CardLimits.", nameof(element));
        }
    }

    static void Length(string text, int most, string what, int least = 0)
    {
        if (text.Length < least || text.Length > most)
            throw new ArgumentException($"A card's {what} has {text.Length} characters; it must have {least} to {most}.", nameof(text));
    }

    static void Count(int number, int most, string what, int least = 0)
    {
        if (number < least || number > most)
            throw new ArgumentException($"A card has {number} {what}; it must have {least} to {most}.", nameof(number));
    }
}
