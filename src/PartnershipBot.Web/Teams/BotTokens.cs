using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace PartnershipBot.Web.Teams;

/// <summary>The tokens that the bots show to the Connector. They are kept until shortly before they run out, and got once for all who wait.</summary>
internal sealed class BotTokens(IOptionsMonitor<TeamsOptions> options, IHttpClientFactory http)
{
    public const string HttpClientName = "teams tokens";

    const string Resource = "https://api.botframework.com";
    static readonly string[] Scopes = [Resource + "/.default"];

    readonly ConcurrentDictionary<Registration, Source> sources = new();

    sealed record Registration(string AppId, string TenantId, string ClientSecret, string ManagedIdentityClientId, string TokenUrl);

    /// <param name="anew">Whether a kept token is not good enough: the Connector refused it.</param>
    /// <exception cref="MsalException">There is no token for this bot.</exception>
    /// <exception cref="HttpRequestException">The token service did not answer.</exception>
    public async Task<string> GetAsync(TeamsBot bot, bool anew, CancellationToken cancel)
    {
        var source = sources.GetOrAdd(new(bot.AppId, bot.TenantId, bot.ClientSecret, bot.ManagedIdentityClientId, options.CurrentValue.TokenUrl), Make);
        await source.OneAtATime.WaitAsync(cancel);
        try
        {
            return (await source.Get(anew, cancel)).AccessToken;
        }
        finally
        {
            source.OneAtATime.Release();
        }
    }

    Source Make(Registration registration)
    {
        if (registration.ManagedIdentityClientId.Length > 0)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(registration.ManagedIdentityClientId)).Build();
            return new((anew, cancel) => identity.AcquireTokenForManagedIdentity(Resource).WithForceRefresh(anew).ExecuteAsync(cancel));
        }
        var app = ConfidentialClientApplicationBuilder.Create(registration.AppId)
            .WithClientSecret(registration.ClientSecret)
            .WithAuthority($"{TeamsOptions.PublicTokenUrl}{registration.TenantId}")
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new TokenAddress.Factory(http))
            .Build();
        return new((anew, cancel) => app.AcquireTokenForClient(Scopes).WithForceRefresh(anew).ExecuteAsync(cancel));
    }

    sealed record Source(Func<bool, CancellationToken, Task<AuthenticationResult>> Get)
    {
        public SemaphoreSlim OneAtATime { get; } = new(1);
    }
}
