using System.Net;
using Microsoft.AspNetCore.Http;

namespace PartnershipBot.Playground.Page;

/// <summary>Lets callers on this machine in, under a local name, and no others.</summary>
internal static class LocalOnly
{
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/playground", StringComparison.OrdinalIgnoreCase) || IsLocal(http))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        await http.Response.WriteAsync("The playground answers only to the machine that it runs on. Open it there, as http://localhost.", http.RequestAborted);
    }

    /// <summary>The name is checked too: a page elsewhere can point a name of its own at this machine.</summary>
    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));
}
