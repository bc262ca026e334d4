using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PartnershipBot.Web.Door;

/// <summary>A short page for when there is nothing else to show: what happened, whether anything was saved, what to do.</summary>
internal sealed record DoorNotice(string Title, string Words)
{
    /// <summary>One answer for every link that opens nothing: mistyped, unknown, used up or out of date.</summary>
    public static IActionResult NotThere() => Answer(StatusCodes.Status404NotFound,
        "This link does not open anything",
        "It may be too old, or a part of it may be missing. Please ask the person who gave it to you for a new one.");

    public static IActionResult StoreDown() => Answer(StatusCodes.Status503ServiceUnavailable,
        "Please try again in a minute",
        "We could not reach our store. Nothing was saved. Please try again in a minute.");

    public static IActionResult Unclear() => Answer(StatusCodes.Status400BadRequest,
        "We could not read that",
        "A part of what was sent is missing. Nothing was saved. Please go back, open the page again and press the button once more.");

    public static IActionResult TooLong() => Answer(StatusCodes.Status413PayloadTooLarge,
        "That was too long",
        "This was more text than the page can take at once. Nothing was saved. Please go back and make it shorter.");

    public static IActionResult Elsewhere() => Answer(StatusCodes.Status403Forbidden,
        "That did not come from this page",
        "Another website tried to send this for you. Nothing was saved. If it was you, please open your own link and do it there.");

    public static IActionResult TooOften() => Answer(StatusCodes.Status429TooManyRequests,
        "Please wait a minute",
        "That was very many presses at once. The last one was not saved. Please wait a minute and try again.");

    public static IActionResult TooManyKeys() => Answer(StatusCodes.Status429TooManyRequests,
        "Please wait an hour",
        "The three words were tried too often. To keep your page safe, we wait an hour before the next try. If you lost your words, ask your partnership's coordinator for a new invitation.");

    static ViewResult Answer(int status, string title, string words) => new()
    {
        ViewName = "/Door/Notice.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<DoorNotice>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new DoorNotice(title, words) },
    };
}
