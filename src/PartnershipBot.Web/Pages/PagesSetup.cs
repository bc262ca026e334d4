using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartnershipBot.Web.Pages;

/// <summary>The pages that need no channel.</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/").AddApplicationPart(typeof(PagesSetup).Assembly);
        return services;
    }

    /// <summary><c>/</c> and <c>/health/...</c>.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorPages();
        routes.MapHealth();
    }
}
