using Microsoft.AspNetCore.Http;

namespace PartnershipBot.Playground;

/// <summary>How a town misbehaves for one call.</summary>
/// <param name="Status">The HTTP status it answers with, for instance 429 or 500.</param>
/// <param name="RetryAfterSeconds">Sent as <c>Retry-After</c>; null sends none.</param>
/// <param name="AfterEffect">True: the call does its work first, and only its answer is lost.</param>
/// <param name="Hangs">True: no answer at all until the caller gives up.</param>
public sealed record TownFault(int Status, int? RetryAfterSeconds = null, bool AfterEffect = false, bool Hangs = false)
{
    internal async Task AnswerAsync(HttpContext http, string body)
    {
        if (Hangs) await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        http.Response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}
