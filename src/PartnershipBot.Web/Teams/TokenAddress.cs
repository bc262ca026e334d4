using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace PartnershipBot.Web.Teams;

/// <summary>Sends what MSAL asks, which insists on the public cloud's address, to <c>Teams:TokenUrl</c>.</summary>
internal sealed class TokenAddress(IOptionsMonitor<TeamsOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (target, asked) = (new Uri(options.CurrentValue.TokenUrl), request.RequestUri!);
        request.RequestUri = new UriBuilder(target) { Path = target.AbsolutePath.TrimEnd('/') + asked.AbsolutePath, Query = asked.Query }.Uri;
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>MSAL's HTTP client, which is ours.</summary>
    internal sealed class Factory(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(BotTokens.HttpClientName);
    }
}
