using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartnershipBot.Core.Cards;
using static PartnershipBot.Web.Door.Markup;

namespace PartnershipBot.Web.Door;

/// <summary>What every card and form on one page has in common.</summary>
/// <param name="Action">The path that buttons and forms post to.</param>
/// <param name="Site">The service's own address: pictures from there are drawn by their path, so that they load under the page's content policy. Null: none are.</param>
/// <param name="NewId">Makes an id for each form and button. A form that is posted twice brings the same one, and is done once.</param>
internal sealed record Drawing(string Action, Uri? Site, Func<string> NewId)
{
    /// <summary>A form element with what a press brings back.</summary>
    /// <param name="letter">The letter that holds the button; null when it is in none.</param>
    public TagBuilder Post(string verb, Origin? origin, string value, string? letter = null) =>
        Tag("form").With("method", "post").With("action", Action).Add(
            Hidden(DoorPost.VerbField, verb),
            Hidden(DoorPost.OriginField, origin?.ToString() ?? ""),
            Hidden(DoorPost.ValueField, value),
            Hidden(DoorPost.IdField, NewId()),
            letter is null ? null : Hidden(DoorPost.LetterField, letter));

    /// <summary>The words as written, with their line breaks.</summary>
    public static IHtmlContent Words(string words, string css) => Tag("p", css).Add(words);
}
