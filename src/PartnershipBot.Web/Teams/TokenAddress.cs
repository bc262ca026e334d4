using Microsoft.Identity.Client;

namespace PartnershipBot.Web.Teams;

/// <summary>Lets MSAL, which insists on the public cloud's address, ask at <c>Teams:TokenUrl</c>.</summary>
internal sealed class TokenAddress(IHttpClientFactory http, Uri target) : IMsalHttpClientFactory
{
    readonly HttpClient client = new(new Moved(http.CreateClient(BotTokens.HttpClientName), target));

    public HttpClient GetHttpClient() => client;

    sealed class Moved(HttpClient inner, Uri target) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            using var moved = new HttpRequestMessage(request.Method, new UriBuilder(target) { Path = target.AbsolutePath.TrimEnd('/') + asked.AbsolutePath, Query = asked.Query }.Uri) { Content = request.Content };
            foreach (var (name, values) in request.Headers) moved.Headers.TryAddWithoutValidation(name, values);
            return await inner.SendAsync(moved, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
