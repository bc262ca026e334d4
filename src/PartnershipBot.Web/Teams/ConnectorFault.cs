using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Teams;

/// <summary>What an answer of the Connector that is not a success means.</summary>
internal static partial class ConnectorFault
{
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    /// <param name="repeatable">Whether the call may be made twice: nothing is sent twice by it.</param>
    /// <param name="body">As it came; it need not be JSON.</param>
    public static ChannelException From(HttpStatusCode status, byte[] body, TimeSpan? retryAfter, bool repeatable)
    {
        var code = Code(body) ?? $"Http{(int)status}";
        return status switch
        {
            HttpStatusCode.TooManyRequests => new(ChannelFault.Busy, code, retryAfter),
            HttpStatusCode.PreconditionFailed => new(ChannelFault.Busy, code, retryAfter),
            HttpStatusCode.Forbidden => new(ChannelFault.Gone, code),
            HttpStatusCode.NotFound when code.StartsWith("ActivityNotFound", StringComparison.Ordinal) => new(ChannelFault.Refused, code),
            HttpStatusCode.NotFound => new(ChannelFault.Gone, code),
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new(repeatable ? ChannelFault.Busy : ChannelFault.Unclear, code, retryAfter),
            HttpStatusCode.InternalServerError => new(repeatable ? ChannelFault.Refused : ChannelFault.Unclear, code),
            _ => new(ChannelFault.Refused, code),
        };
    }

    /// <summary>The Connector says it in one of two ways, one of them with JSON inside a text; a proxy says it in none.</summary>
    static string? Code(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var inner = root.Object("message");
            string[] found = [root.Get("error").Text("code"), inner.Text("subCode"), inner.Get("error").Text("code"), root.Text("code")];
            return Array.Find(found, code => Word().IsMatch(code));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
