using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>Calls one method of Slack's Web API.</summary>
internal sealed class SlackApi(IHttpClientFactory clients, IOptionsMonitor<SlackOptions> options)
{
    /// <summary>The name of its HttpClient.</summary>
    public const string Client = "slack";

    /// <summary>For methods that write: their arguments are JSON.</summary>
    /// <param name="fill">Writes the arguments as properties.</param>
    /// <returns>The answer, which says ok.</returns>
    /// <exception cref="ChannelException">It was refused, or there was no answer.</exception>
    public Task<JsonElement> WriteAsync(string method, string token, Action<Utf8JsonWriter> fill, CancellationToken cancel) =>
        WriteAsync(method, token, SlackJsonWriter.Object(fill), cancel);

    /// <inheritdoc cref="WriteAsync(string, string, Action{Utf8JsonWriter}, CancellationToken)"/>
    /// <param name="arguments">One JSON object.</param>
    public Task<JsonElement> WriteAsync(string method, string token, ReadOnlyMemory<byte> arguments, CancellationToken cancel)
    {
        var content = new ReadOnlyMemoryContent(arguments);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return CallAsync(method, token, content, cancel);
    }

    /// <summary>For methods that read: their arguments are a form.</summary>
    /// <returns>The answer, which says ok.</returns>
    /// <exception cref="ChannelException">It was refused, or there was no answer.</exception>
    public Task<JsonElement> ReadAsync(string method, string token, IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancel) =>
        CallAsync(method, token, new FormUrlEncodedContent(arguments), cancel);

    async Task<JsonElement> CallAsync(string method, string token, HttpContent content, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.CurrentValue.ApiUrl + method) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode) throw SlackFault.Of(response);
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            using var json = await JsonDocument.ParseAsync(body, SlackJson.Options, cancel);
            var answer = json.RootElement;
            return answer.Flag("ok"u8) ? answer.Clone() : throw SlackFault.Of(answer.Text("error"u8), response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException lost)
        {
            throw SlackFault.Of(lost);
        }
        catch (JsonException strange)
        {
            throw new ChannelException(ChannelFault.Unclear, "not_json", inner: strange);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new ChannelException(ChannelFault.Unclear, "timeout", inner: late);
        }
    }
}
