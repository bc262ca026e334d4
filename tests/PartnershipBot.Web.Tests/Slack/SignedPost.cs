using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Sends requests as Slack does: signed, with its headers and content types.</summary>
internal static class SignedPost
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static Task<HttpResponseMessage> EventAsync(this SlackHost host, string json) => host.PostAsync("events", Encoding.UTF8.GetBytes(json), Json);

    public static Task<HttpResponseMessage> InteractionAsync(this SlackHost host, string json) =>
        host.PostAsync("interactions", Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(json).Replace("%20", "+", StringComparison.Ordinal)), Form);

    public static Task<HttpResponseMessage> CommandAsync(this SlackHost host, string form) => host.PostAsync("commands", Encoding.UTF8.GetBytes(form), Form);

    /// <param name="ago">How old the request says it is.</param>
    public static async Task<HttpResponseMessage> PostAsync(
        this SlackHost host, string route, byte[] body, string? contentType, string secret = SlackHost.Secret, TimeSpan ago = default, bool chunked = false)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/slack/{route}") { Content = new ByteArrayContent(body) };
        if (contentType is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (chunked) request.Headers.TransferEncodingChunked = true;
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Sign(secret, timestamp, body));
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A payload file of our own.</summary>
    public static string Payload(string name) => File.ReadAllText(Solution.At($"tests/PartnershipBot.Web.Tests/Slack/Payloads/{name}")).TrimEnd('\n');
}
