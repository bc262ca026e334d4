using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Identity.Client;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

/// <param name="Bot">Whose token is shown; null for none.</param>
/// <param name="Base">The Connector's address, allowed.</param>
/// <param name="Conversation">Whose rate it counts for.</param>
internal sealed record ConnectorPlace(TeamsBot? Bot, Uri Base, string Installation, string Conversation);

/// <summary>Calls the Bot Connector's REST interface.</summary>
internal sealed class Connector(IHttpClientFactory http, BotTokens tokens, TeamsPace pace, ILogger<Connector> log)
{
    public const string HttpClientName = "teams connector";

    const int LongestAnswer = 1024 * 1024;
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan UntilRepaired = TimeSpan.FromMinutes(5);
    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="path">Below the address, escaped.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="repeatable">Whether the call may be made twice: nothing is sent twice by it.</param>
    /// <returns>The answer; kind Undefined when it is not JSON.</returns>
    /// <exception cref="ChannelException">It did not succeed.</exception>
    public async Task<JsonElement> CallAsync(ConnectorPlace place, HttpMethod method, string path, byte[]? body, bool repeatable, CancellationToken cancel)
    {
        await PaceAsync(place, cancel);
        var (status, answer, retryAfter) = await OnceAsync(place, method, path, body, repeatable, anew: false, cancel);
        if (status == HttpStatusCode.Unauthorized && place.Bot is not null)
            (status, answer, retryAfter) = await OnceAsync(place, method, path, body, repeatable, anew: true, cancel);
        if (status == HttpStatusCode.Unauthorized)
        {
            log.NoToken(place.Bot?.AppId ?? "", "Unauthorized");
            throw new ChannelException(ChannelFault.Busy, "Unauthorized", UntilRepaired, wholeInstallation: true);
        }
        return (int)status is >= 200 and < 300 ? Parse(answer) : throw ConnectorFault.From(status, answer, retryAfter, repeatable);
    }

    /// <summary>A short wait is waited here, so that a message to many goes out as fast as Teams takes it.</summary>
    async Task PaceAsync(ConnectorPlace place, CancellationToken cancel)
    {
        while (pace.Take(place.Installation, place.Conversation) is var (wait, whole))
        {
            if (wait > LongestPause) throw new ChannelException(ChannelFault.Busy, "Pace", wait, whole);
            await Task.Delay(wait, TimeProvider.System, cancel);
        }
    }

    async Task<(HttpStatusCode Status, byte[] Answer, TimeSpan? RetryAfter)> OnceAsync(
        ConnectorPlace place, HttpMethod method, string path, byte[]? body, bool repeatable, bool anew, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{place.Base.AbsoluteUri.TrimEnd('/')}/{path}"));
        if (place.Bot is not null) request.Headers.Authorization = new("Bearer", await TokenAsync(place.Bot, anew, cancel));
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        using var client = http.CreateClient(HttpClientName);
        try
        {
            using var response = await client.SendAsync(request, cancel);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel), RetryAfter(response));
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new ChannelException(repeatable ? ChannelFault.Busy : ChannelFault.Unclear, "Timeout", inner: late);
        }
        catch (HttpRequestException broken)
        {
            // Without a connection nothing was sent; later it may have been.
            var early = broken.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;
            throw new ChannelException(early || repeatable ? ChannelFault.Busy : ChannelFault.Unclear, broken.HttpRequestError.ToString(), inner: broken);
        }
    }

    async Task<string> TokenAsync(TeamsBot bot, bool anew, CancellationToken cancel)
    {
        try
        {
            return await tokens.GetAsync(bot, anew, cancel);
        }
        catch (Exception error) when (error is MsalException or HttpRequestException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            var code = (error as MsalException)?.ErrorCode ?? error.GetType().Name;
            log.NoToken(bot.AppId, code);
            throw new ChannelException(ChannelFault.Busy, $"NoToken.{code}", UntilRepaired, wholeInstallation: true, error);
        }
    }

    static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } said ? null
        : said.Delta ?? (said.Date is { } until && response.Headers.Date is { } now && until > now ? until - now : null);

    static JsonElement Parse(byte[] answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default; // Some successes have an empty body, or a few words.
        }
    }

    /// <summary>Settings of the HTTP client: the Connector has no reason to send us elsewhere, and a token must not follow.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public static void Configure(HttpClient client)
    {
        client.Timeout = TimeSpan.FromSeconds(15);
        client.MaxResponseContentBufferSize = LongestAnswer;
    }
}
