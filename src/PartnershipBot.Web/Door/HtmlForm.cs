using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartnershipBot.Core.Cards;
using static PartnershipBot.Web.Door.Markup;

namespace PartnershipBot.Web.Door;

/// <summary>Draws a form as HTML, with a person's mistakes at the top and beside their inputs.</summary>
internal static class HtmlForm
{
    /// <summary>With errors their list has the focus when the page opens; each line leads to its input.</summary>
    public static IHtmlContent Draw(Form form, IReadOnlyList<InputError> errors, Drawing drawing)
    {
        var page = new HtmlContentBuilder();
        if (errors.Count > 0) page.AppendHtml(Summary(form, errors));
        page.AppendHtml(Tag("h1").Add(form.Title));
        var inputs = drawing.Post(form.Verb, form.Origin, form.Value);
        inputs.AddCssClass("form");
        foreach (var element in form.Elements)
        {
            inputs.Add(element switch
            {
                FormNote note => Tag("p", "words").Add(note.Text),
                FormInput input => Draw(input, [.. errors.Where(error => error.InputId == input.Id).Select(error => error.Message)]),
                _ => throw new UnreachableException($"Form element '{element.GetType().Name}' has no drawing as HTML. Add it to HtmlForm."),
            });
        }
        return page.AppendHtml(inputs.Add(Tag("div", "actions").Add(Tag("button", "button primary").With("type", "submit").Add(form.Submit))));
    }

    static TagBuilder Summary(Form form, IReadOnlyList<InputError> errors)
    {
        var inputs = form.Inputs.ToDictionary(input => input.Id, StringComparer.Ordinal);
        return Tag("div", "errors").With("role", "alert").With("tabindex", "-1").With("autofocus", "").Add(
            Tag("h2").Add("Please look at this again. Nothing was saved yet."),
            Tag("ul").Add(errors.Select(error => Tag("li").Add(inputs.TryGetValue(error.InputId, out var input)
                ? Tag("a").With("href", "#" + FirstId(input)).Add(error.Message)
                : Tag("span").Add(error.Message)))));
    }

    static TagBuilder Draw(FormInput input, IReadOnlyList<string> errors)
    {
        var label = input.Required ? input.Label : $"{input.Label} (you can leave this out)";
        var help = Help(input, errors);
        var described = help.Count == 0 ? null : string.Join(' ', help.Select(part => part.Attributes["id"]));
        var group = Tag("div", errors.Count == 0 ? "input" : "input wrong");
        if (input is ChoiceInput { Choices.Count: <= CardLimits.OpenChoices } open)
        {
            return group.Add(Tag("fieldset").With("role", "radiogroup").With("aria-describedby", described)
                .With("aria-required", input.Required ? "true" : null).With("aria-invalid", errors.Count > 0 ? "true" : null)
                .Add(Tag("legend").Add(label)).Add(help).Add(Radios(open)));
        }

        var control = input switch
        {
            TextInput { Multiline: true } text => Tag("textarea").With("rows", "5").With("maxlength", Number(text.MaxLength)).Add("\n" + text.Given),
            TextInput text => Void("input").With("type", "text").With("maxlength", Number(text.MaxLength)).With("value", text.Given),
            DateInput date => Void("input").With("type", "date").With("value", date.Given),
            ChoiceInput choice => Tag("select").Add(Options(choice)),
            _ => throw new UnreachableException($"Form input '{input.GetType().Name}' has no drawing as HTML. Add it to HtmlForm."),
        };
        control.With("id", Id(input)).With("name", input.Id).With("aria-describedby", described)
            .If(input.Required, "required").With("aria-invalid", errors.Count > 0 ? "true" : null);
        return group.Add(Tag("label").With("for", Id(input)).Add(label)).Add(help).Add(control);
    }

    static List<TagBuilder> Help(FormInput input, IReadOnlyList<string> errors)
    {
        var help = new List<TagBuilder>();
        if (input.Hint.Length > 0) help.Add(Tag("p", "small").With("id", Id(input) + "-hint").Add(input.Hint));
        for (var at = 0; at < errors.Count; at++)
            help.Add(Tag("p", "error").With("id", $"{Id(input)}-error{Number(at)}").Add(errors[at]));
        return help;
    }

    static IEnumerable<IHtmlContent> Radios(ChoiceInput input)
    {
        // A pressed radio button cannot be let go again; what may be left out needs a way back.
        var choices = input.Required ? input.Choices : [.. input.Choices, new Choice("", "No answer")];
        return choices.Select((choice, at) => Tag("div", "choice").Add(
            Void("input").With("type", "radio").With("id", RadioId(input, at)).With("name", input.Id).With("value", choice.Value)
                .If(input.Required, "required").If(input.Given.Length > 0 && choice.Value == input.Given, "checked"),
            Tag("label").With("for", RadioId(input, at)).Add(choice.Label)));
    }

    static IEnumerable<IHtmlContent> Options(ChoiceInput input) =>
        input.Choices.Prepend(new Choice("", "Choose one")).Select(choice =>
            Tag("option").With("value", choice.Value).If(choice.Value == input.Given, "selected").Add(choice.Label));

    static string FirstId(FormInput input) => input is ChoiceInput { Choices.Count: <= CardLimits.OpenChoices } open ? RadioId(open, 0) : Id(input);

    static string Id(FormInput input) => "input-" + input.Id;

    static string RadioId(ChoiceInput input, int at) => $"{Id(input)}-{Number(at)}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
