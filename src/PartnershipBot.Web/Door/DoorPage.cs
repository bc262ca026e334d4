using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>A page that shows what Bot answered.</summary>
internal abstract class DoorPage(IConfiguration settings) : PageModel
{
    /// <summary>Bot's answer; null while there is none.</summary>
    public IHtmlContent? Answer { get; private set; }

    /// <summary>What the page's title begins with; empty for nothing.</summary>
    public string TitlePrefix { get; private set; } = "";

    /// <summary>Draws the answer; what it holds posts to <paramref name="action"/>.</summary>
    /// <param name="given">The answers just sent: a form that is shown again holds them.</param>
    /// <returns>Null when there is nothing to show.</returns>
    protected IActionResult? Draw(InvokeResponse answer, string action, IReadOnlyDictionary<string, string> given)
    {
        switch (answer)
        {
            case InvokeResponse.Show show:
                Answer = HtmlCard.Draw(show.Card, NewDrawing(action), headingLevel: 1);
                return Page();
            case InvokeResponse.Open open:
                Answer = HtmlForm.Draw(open.Form, [], NewDrawing(action));
                return Page();
            case InvokeResponse.Invalid invalid:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                TitlePrefix = "Please check: ";
                Answer = HtmlForm.Draw(invalid.Form.With(given), invalid.Errors, NewDrawing(action));
                return Page();
            case InvokeResponse.Done:
                return null;
            default:
                throw new UnreachableException($"Answer '{answer.GetType().Name}' is not drawn. Add it to DoorPage.");
        }
    }

    protected Drawing NewDrawing(string action) =>
        new(action, Uri.TryCreate(settings["Site:PublicUrl"], UriKind.Absolute, out var site) ? site : null, NewId);

    /// <summary>On to a page by GET, so that a reload does not post again.</summary>
    protected IActionResult SeeOther(string path)
    {
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>128 bits, 26 letters and digits.</summary>
    protected static string NewId() => Keys.Base32(RandomNumberGenerator.GetBytes(16));
}
