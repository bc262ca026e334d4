using System.Net;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Slack as a channel: <see cref="AddSlack"/> and <see cref="MapSlack"/> are all that the rest of the program sees of it.</summary>
internal static class SlackSetup
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Needs Bot and Installations. Without <c>Slack:SigningSecret</c> the channel is off: it is there, and refuses everything.</summary>
    /// <param name="systemTime">Signatures are judged by it, never by a clock that is moved.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration, TimeProvider systemTime)
    {
        services.AddOptions<SlackOptions>()
            .Bind(configuration.GetSection(SlackOptions.Section))
            .Validate(options => options.ApiUrlIsSafe, "'Slack:ApiUrl' must end in '/' and be https, or http on this machine. Leave it out to use https://slack.com/api/.")
            .ValidateOnStart();
        services.AddHttpClient(SlackApi.Client, client =>
            {
                client.Timeout = Patience;
                client.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        services.AddSingleton<SlackApi>();
        services.AddSingleton(at => ActivatorUtilities.CreateInstance<SlackTokens>(at, systemTime));
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddSingleton<SlackForms>();
        services.AddHostedService(at => at.GetRequiredService<SlackForms>());
        services.AddSingleton<SlackAnswers>();
        services.AddSingleton(at => ActivatorUtilities.CreateInstance<SlackEndpoints>(at, systemTime));
        return services;
    }

    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var slack = routes.ServiceProvider.GetRequiredService<SlackEndpoints>();
        routes.MapPost("/slack/events", (RequestDelegate)slack.EventsAsync);
        routes.MapPost("/slack/interactions", (RequestDelegate)slack.InteractionsAsync);
        routes.MapPost("/slack/commands", (RequestDelegate)slack.CommandsAsync);
        return routes;
    }
}
