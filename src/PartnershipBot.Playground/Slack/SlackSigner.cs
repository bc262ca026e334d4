using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipBot.Playground.Slack;

/// <summary>Signs a request as Slack does (version v0).</summary>
public static class SlackSigner
{
    /// <summary>The value of <c>X-Slack-Signature</c>.</summary>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">The value of <c>X-Slack-Request-Timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The raw body.</param>
    public static string Sign(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:")), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
