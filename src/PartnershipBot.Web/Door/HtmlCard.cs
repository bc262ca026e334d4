using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartnershipBot.Core.Cards;
using static PartnershipBot.Web.Door.Markup;

namespace PartnershipBot.Web.Door;

/// <summary>Draws a card as HTML. Each button is a form of its own, so that no script is needed.</summary>
internal static class HtmlCard
{
    /// <param name="headingLevel">1 to 6: the level of the card's first heading; further ones are one deeper.</param>
    /// <param name="letter">The row key of the letter that holds the card; null when it is in none.</param>
    public static IHtmlContent Draw(Card card, Drawing drawing, int headingLevel, string? letter = null)
    {
        var level = headingLevel;
        var article = Tag("article", "card").With("aria-label", card.Summary);
        foreach (var element in card.Elements)
        {
            article.Add(Draw(element, card, drawing, level, letter));
            if (element is TextBlock { Style: TextStyle.Heading }) level = Math.Min(headingLevel + 1, 6);
        }
        return article;
    }

    static IHtmlContent Draw(CardElement element, Card card, Drawing drawing, int level, string? letter) => element switch
    {
        TextBlock { Style: TextStyle.Heading } heading => Tag(string.Create(CultureInfo.InvariantCulture, $"h{level}")).Add(heading.Text),
        TextBlock { Style: TextStyle.Small } small => Tag("p", "words small").Add(small.Text),
        TextBlock text => Tag("p", "words").Add(text.Text),
        FactSet facts => Draw(facts),
        Divider => Void("hr"),
        Picture picture => Void("img", "picture").With("src", Source(picture.Url, drawing.Site)).With("alt", picture.Alt),
        ActionSet actions => Tag("div", "actions").Add(actions.Actions.Select(action => Draw(action, card, drawing, letter))),
        _ => throw new UnreachableException($"Card element '{element.GetType().Name}' has no drawing as HTML. Add it to HtmlCard."),
    };

    static TagBuilder Draw(FactSet set) =>
        Tag("dl", "facts").Add(set.Facts.Select(fact => Tag("div").Add(Tag("dt").Add(fact.Name), Tag("dd", "words").Add(fact.Value))));

    static IHtmlContent Draw(CardAction action, Card card, Drawing drawing, string? letter) => action switch
    {
        Button button => drawing.Post(button.Verb, card.Origin, button.Value, letter)
            .Add(Tag("button", Look(button.Style)).With("type", "submit").Add(button.Label)),
        Link link when IsSafe(link.Url) => Tag("a", "button").With("href", link.Url.OriginalString).With("rel", "noopener noreferrer").Add(link.Label),
        Link link => Tag("p", "words").Add($"{link.Label}: {link.Url.OriginalString}"),
        _ => throw new UnreachableException($"Card action '{action.GetType().Name}' has no drawing as HTML. Add it to HtmlCard."),
    };

    static string Look(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => "button primary",
        ButtonStyle.Danger => "button danger",
        _ => "button",
    };

    /// <summary>An address that runs script when pressed is shown as words instead.</summary>
    static bool IsSafe(Uri url) => !url.IsAbsoluteUri
        ? url.OriginalString.StartsWith('/')
        : url.Scheme is "http" or "https" or "mailto" or "tel";

    static string Source(Uri url, Uri? site) =>
        url.IsAbsoluteUri && site is not null && Uri.Compare(url, site, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? url.PathAndQuery
            : url.OriginalString;
}
