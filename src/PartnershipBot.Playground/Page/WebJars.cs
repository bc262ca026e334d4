using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PartnershipBot.Playground.Page;

/// <summary>A cookie jar for each invented person on the web, so that one browser can be all of them and each has only their own pages open.</summary>
internal sealed class WebJars
{
    /// <summary>Says who looks: the page sets the cookie for its frame, and the header where it acts for somebody who is not on show.</summary>
    const string Cookie = "playground-person", Header = "X-Playground-Person";

    /// <summary>Where cookies with the path of a person's own page are sent to.</summary>
    static readonly Uri OwnPage = new("http://web.invalid/me/page");

    readonly ConcurrentDictionary<string, CookieContainer> _jars = [];

    public async Task CarryAsync(HttpContext http, RequestDelegate next)
    {
        if (IsPersonsPage(http.Request.Path) && LocalOnly.IsLocal(http) && Who(http.Request) is { } person)
        {
            var jar = _jars.GetOrAdd(person, _ => new CookieContainer());
            http.Request.Headers.Cookie = jar.GetCookieHeader(OwnPage);
            http.Response.OnStarting(() =>
            {
                foreach (var cookie in http.Response.Headers.SetCookie.OfType<string>()) jar.SetCookies(OwnPage, cookie);
                http.Response.Headers.Remove(HeaderNames.SetCookie);
                return Task.CompletedTask;
            });
        }
        await next(http);
    }

    static bool IsPersonsPage(PathString path) => path.StartsWithSegments("/join", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/me", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for a browser that is none of them.</summary>
    static string? Who(HttpRequest request)
    {
        var said = request.Headers[Header].FirstOrDefault() ?? request.Cookies[Cookie];
        return said is null ? null : HarbourHomes.WebPeople.FirstOrDefault(person => person == Uri.UnescapeDataString(said));
    }
}
