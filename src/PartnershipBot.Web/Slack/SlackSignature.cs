using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace PartnershipBot.Web.Slack;

/// <summary>Tells whether a request was signed by Slack with our secret, just now.</summary>
/// <remarks>Source: https://docs.slack.dev/authentication/verifying-requests-from-slack</remarks>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the request's clock may be from ours, either way; an older one may be a replay.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    /// <summary>Length of <c>v0=</c> and 64 hexadecimal digits.</summary>
    const int Length = 67;

    /// <param name="secret">The signing secret; an empty one refuses everything.</param>
    /// <param name="body">The bytes exactly as they arrived.</param>
    /// <param name="now">System time.</param>
    public static bool IsValid(string secret, StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (secret.Length == 0 || timestamp.Count != 1 || signature.Count != 1) return false;
        if (timestamp[0] is not { Length: > 0 and <= 12 } time || signature[0] is not { Length: Length } given) return false;
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > (long)Window.TotalSeconds) return false;

        Span<byte> expected = stackalloc byte[Length];
        Write(secret, time, body, expected);
        Span<byte> claimed = stackalloc byte[Length];
        return Ascii.FromUtf16(given, claimed, out _) == OperationStatus.Done && CryptographicOperations.FixedTimeEquals(expected, claimed);
    }

    /// <summary>The value of <see cref="SignatureHeader"/> for this body at this time.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[Length];
        Write(secret, timestamp, body, signature);
        return Encoding.ASCII.GetString(signature);
    }

    static void Write(string secret, string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var signed = ArrayPool<byte>.Shared.Rent(3 + timestamp.Length + 1 + body.Length);
        try
        {
            "v0:"u8.CopyTo(signed);
            var at = 3 + Encoding.ASCII.GetBytes(timestamp, signed.AsSpan(3));
            signed[at++] = (byte)':';
            body.CopyTo(signed.AsSpan(at));

            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, signed.AsSpan(0, at + body.Length), mac);
            "v0="u8.CopyTo(signature);
            Convert.TryToHexStringLower(mac, signature[3..], out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }
}
