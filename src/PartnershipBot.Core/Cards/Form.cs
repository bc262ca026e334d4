using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Cards;

/// <summary>Something to fill in and send.</summary>
/// <param name="Verb">What sending it asks for; the answers come back as <c>Activity.Inputs</c>, by input id.</param>
/// <param name="Title">At most <see cref="CardLimits.Title"/> characters.</param>
/// <param name="Submit">The words on the send button; at most <see cref="CardLimits.Title"/> characters.</param>
/// <param name="Value">Comes back with the answers, as <c>Activity.Value</c>.</param>
/// <param name="ByChat">Whether it may also be filled in by chatting, one question a message. False where typed words would stay in the chat's history.</param>
/// <param name="Origin">Where the answers come back to; null until the turn that opens the form sets it.</param>
public sealed record Form(
    string Verb,
    string Title,
    IReadOnlyList<FormElement> Elements,
    string Submit,
    string Value = "",
    bool ByChat = true,
    Origin? Origin = null)
{
    [JsonIgnore]
    public IEnumerable<FormInput> Inputs => Elements.OfType<FormInput>();

    /// <returns>The same form with the answers given so far in its inputs.</returns>
    public Form With(IReadOnlyDictionary<string, string> answers) => this with
    {
        Elements = [.. Elements.Select(e => e is FormInput input && answers.TryGetValue(input.Id, out var given) ? input with { Given = given } : e)],
    };
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(FormNote), "note")]
[JsonDerivedType(typeof(TextInput), "text")]
[JsonDerivedType(typeof(ChoiceInput), "choice")]
[JsonDerivedType(typeof(DateInput), "date")]
public abstract record FormElement;

/// <summary>Words to read between the inputs.</summary>
public sealed record FormNote(string Text) : FormElement;

/// <param name="Id">Letters, digits, '.' and '_'; unique in the form.</param>
/// <param name="Hint">One line of help under the label, or empty.</param>
/// <param name="Required">False: it may be left empty, and then comes back as the empty string.</param>
public abstract record FormInput(string Id, string Label, string Hint, bool Required) : FormElement
{
    /// <summary>What it holds when the form opens; empty for nothing.</summary>
    public string Given { get; init; } = "";
}

/// <param name="MaxLength">In characters, 1 to 3,000.</param>
public sealed record TextInput(string Id, string Label, string Hint = "", bool Required = true, bool Multiline = false, int MaxLength = 300)
    : FormInput(Id, Label, Hint, Required);

/// <summary>One of several. Up to <see cref="CardLimits.OpenChoices"/> are shown open; more as a list to pick from, up to <see cref="CardLimits.Choices"/>.</summary>
public sealed record ChoiceInput(string Id, string Label, IReadOnlyList<Choice> Choices, string Hint = "", bool Required = true)
    : FormInput(Id, Label, Hint, Required);

public sealed record Choice(string Value, string Label);

/// <summary>A day; comes back as yyyy-MM-dd.</summary>
public sealed record DateInput(string Id, string Label, string Hint = "", bool Required = true) : FormInput(Id, Label, Hint, Required);

/// <summary>A person's mistake, said beside the input.</summary>
public sealed record InputError(string InputId, string Message);
