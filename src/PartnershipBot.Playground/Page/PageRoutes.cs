using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartnershipBot.Playground.Page;

/// <summary>The page and what it asks for. Whatever changes something takes JSON only, which no other site can send here unasked.</summary>
internal static class PageRoutes
{
    const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void MapPage(this IEndpointRouteBuilder routes, PlaygroundWorld world, PlaygroundHooks hooks)
    {
        var page = routes.MapGroup("/playground");
        page.MapGet("", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.CacheControl = "no-store";
            return PageFiles.Get("index.html");
        });
        page.MapGet("/files/{name}", PageFiles.Get);
        page.MapGet("/state", (string? slack, string? slackAt, string? teams, string? teamsAt) => PageState.Of(world, slack, slackAt, teams, teamsAt));
        page.MapGet("/events", (CancellationToken cancel) => TypedResults.ServerSentEvents(ChangesAsync(world, cancel)));
        page.MapPost("/slack/{act}", (string act, Deed deed, CancellationToken cancel) => Deeds.DoneAsync(() => SlackDeeds.DoAsync(world, act, deed, cancel), hooks, cancel));
        page.MapPost("/teams/{act}", (string act, Deed deed, CancellationToken cancel) => Deeds.DoneAsync(() => TeamsDeeds.DoAsync(world, act, deed, cancel), hooks, cancel));
        page.MapPost("/clock", async (ClockMove move, CancellationToken cancel) =>
        {
            if (move.Leap) world.Clock.Leap(move.To);
            else await world.Clock.WalkAsync(move.To, hooks.NextDue, hooks.Settle, cancel);
            return TypedResults.Ok(new { now = world.Clock.GetUtcNow() });
        });
        page.MapPost("/others/join", async (OthersShown shown, CancellationToken cancel) => TypedResults.Ok(new { people = await new Others(world, hooks).JoinAsync(shown, cancel) }));
        page.MapPost("/others/answer", async (OthersShown shown, CancellationToken cancel) => TypedResults.Ok(new { people = await new Others(world, hooks).AnswerAsync(shown, cancel) }));
    }

    /// <summary>One event at every change of either town; a burst of changes is one event.</summary>
    static async IAsyncEnumerable<SseItem<string>> ChangesAsync(PlaygroundWorld world, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (slack, teams) = (0L, 0L);
        while (!cancel.IsCancellationRequested)
        {
            yield return new SseItem<string>($"{slack}.{teams}", "changed");
            using var once = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var rings = new[] { (Bell: world.Slack?.Bell, Seen: slack), (Bell: world.Teams?.Bell, Seen: teams) }
                .Where(ring => ring.Bell is not null).Select(ring => ring.Bell!.PastAsync(ring.Seen, once.Token)).ToList();
            if (rings.Count is 0) yield break;
            await Task.WhenAny(rings);
            await once.CancelAsync();
            (slack, teams) = (world.Slack?.Bell.Version ?? 0, world.Teams?.Bell.Version ?? 0);
        }
    }
}

/// <param name="To">Where the clock goes; a time that has passed changes nothing.</param>
/// <param name="Leap">True: nothing runs on the way.</param>
internal sealed record ClockMove(DateTimeOffset To, bool Leap = false);
