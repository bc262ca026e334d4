using Microsoft.AspNetCore.Routing;

namespace PartnershipBot.Playground.Page;

internal static class PageRoutes
{
    public static void MapPage(this IEndpointRouteBuilder routes, PlaygroundWorld world, PlaygroundHooks hooks)
    {
    }
}
