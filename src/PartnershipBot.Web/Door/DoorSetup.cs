using Microsoft.AspNetCore.Mvc.RazorPages;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Door;

/// <summary>The channel for members with neither Slack nor Teams.</summary>
internal static class DoorSetup
{
    /// <summary>Needs Tables, KeyRing, Directory, Bot, TimeProvider and Data Protection.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/").AddApplicationPart(typeof(DoorSetup).Assembly);
        services.AddSingleton<DoorLetters>();
        services.AddSingleton<DoorChannel>();
        services.AddSingleton<IChannel>(parts => parts.GetRequiredService<DoorChannel>());
        services.AddSingleton<DoorPeople>();
        services.AddSingleton<DoorCookie>();
        services.AddSingleton<DoorLimits>();
        services.KeepLinksOutOfLogs();
        return services;
    }

    /// <summary><c>/join/&lt;token&gt;</c> and <c>/me/&lt;token&gt;</c>.</summary>
    public static PageActionEndpointConventionBuilder MapDoor(this IEndpointRouteBuilder routes) => routes.MapRazorPages();
}
