using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>What holds for every page behind an unguessable link: headers, who may post, how much and how often.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DoorGuardAttribute : Attribute, IAsyncResourceFilter, IExceptionFilter
{
    public const int BytesInAPost = 64 * 1024;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        WriteHeaders(context.HttpContext);
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && await RefuseAsync(context.HttpContext) is { } refusal)
            context.Result = refusal;
        else
            await next();
    }

    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not StoreUnavailableException) return;
        context.Result = DoorNotice.StoreDown();
        context.ExceptionHandled = true;
    }

    static void WriteHeaders(HttpContext context)
    {
        // In development the playground shows these pages in a frame of its own.
        var framedBy = context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment() ? "'self'" : "'none'";
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framedBy}";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    /// <returns>Null when the post may go on; its form has been read then.</returns>
    static async Task<IActionResult?> RefuseAsync(HttpContext context)
    {
        var request = context.Request;
        if (!ComesFromHere(request)) return DoorNotice.Elsewhere();
        if (request.RouteValues["token"] is not string token || !DoorToken.IsShaped(token)) return DoorNotice.NotThere();
        if (!context.RequestServices.GetRequiredService<DoorLimits>().AllowsPost(request.Path, token)) return DoorNotice.TooOften();
        if (!request.HasFormContentType) return DoorNotice.Unclear();
        if (request.ContentLength > BytesInAPost) return DoorNotice.TooLong();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body) body.MaxRequestBodySize = BytesInAPost;
        try
        {
            await request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DoorNotice.TooLong();
        }
        catch (InvalidDataException)
        {
            return DoorNotice.Unclear();
        }
    }

    /// <summary>
    /// Browsers say with Sec-Fetch-Site who sends. Older ones say only Origin, and with our referrer policy they say "null", which proves nothing:
    /// then the unguessable token in the path, and a cookie that other sites' posts do not carry, are what protects.
    /// </summary>
    static bool ComesFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        if (origin is "" or "null") return true;
        // The scheme is not compared: behind a proxy that ends TLS it differs.
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
