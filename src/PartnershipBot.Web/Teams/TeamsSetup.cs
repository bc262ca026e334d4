using Microsoft.Extensions.Options;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

internal static class TeamsSetup
{
    /// <summary>Everything of the Teams channel. Tokens, keys and rates go by the system's clock, whatever clock the rest is given.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsCheck>();
        services.AddSingleton<ServiceAddress>();
        services.AddSingleton(at => ActivatorUtilities.CreateInstance<SigningKeys>(at, TimeProvider.System));
        services.AddSingleton(new CheckedTokens(TimeProvider.System));
        services.AddSingleton(new TeamsPace(TimeProvider.System));
        services.AddSingleton<TeamsAuth>();
        services.AddSingleton<TeamsEndpoint>();
        services.AddSingleton<BotTokens>();
        services.AddSingleton<Connector>();
        services.AddSingleton<IChannel, TeamsChannel>();
        services.AddHealthChecks().AddCheck<TeamsHealth>("teams");
        services.AddTransient<TokenAddress>();
        Http(SigningKeys.HttpClientName);
        Http(BotTokens.HttpClientName).AddHttpMessageHandler<TokenAddress>();
        Http(Connector.HttpClientName);
        return services;

        // Its own log would hold whole addresses, and they hold people's ids.
        IHttpClientBuilder Http(string name) => services.AddHttpClient(name, Connector.Configure).ConfigurePrimaryHttpMessageHandler(Connector.Handler).RemoveAllLoggers();
    }
}
