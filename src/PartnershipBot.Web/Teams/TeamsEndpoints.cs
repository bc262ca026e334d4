namespace PartnershipBot.Web.Teams;

internal static class TeamsEndpoints
{
    const string Route = "/api/messages";

    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder app)
    {
        app.MapPost(Route, (HttpContext http, TeamsEndpoint endpoint) => endpoint.TakeAsync(http));
        app.MapMethods(Route, [HttpMethods.Head], () => Results.Ok());
        return app;
    }
}
