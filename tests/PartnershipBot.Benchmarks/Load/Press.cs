using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Tests.Shared;

namespace PartnershipBot.Benchmarks.Load;

/// <summary>Makes presses as a platform sends them, whole HTTP requests: each by the next person, with ids of its own.</summary>
internal abstract class Press
{
    long number;

    protected Press(string payload) => Body = new Template(payload);

    protected Template Body { get; }

    /// <summary>The most bytes that <see cref="Write"/> writes.</summary>
    public abstract int Length { get; }

    /// <param name="people">How many take turns.</param>
    /// <returns>The length of the request.</returns>
    public int Write(Span<byte> to, int people)
    {
        var next = Interlocked.Increment(ref number);
        return Write(to, (int)(next % people), next, TimeProvider.System.GetUtcNow());
    }

    protected abstract int Write(Span<byte> to, int person, long number, DateTimeOffset now);

    protected static byte[] Head(string path, string contentType, int length, string more) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: bot.example\r\nUser-Agent: load\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\n{more}\r\n");
}

/// <summary>POST /slack/interactions: a block_actions press, signed.</summary>
internal sealed class SlackPress : Press
{
    const string Time = "TTTTTTTTTT", Signature = "v0=";

    readonly byte[] head;
    readonly int time, signature;
    readonly byte[] secret = Encoding.UTF8.GetBytes(PretendPlatforms.SlackSecret);

    public SlackPress() : base("payload=" + Uri.EscapeDataString(Template.Payload("slack_press")).Replace("%20", "+", StringComparison.Ordinal))
    {
        head = Head("/slack/interactions", "application/x-www-form-urlencoded", Body.Length,
            $"X-Slack-Request-Timestamp: {Time}\r\nX-Slack-Signature: {Signature}{new string('0', 64)}\r\n");
        time = head.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Time));
        signature = head.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Signature)) + Signature.Length;
    }

    public override int Length => head.Length + Body.Length;

    protected override int Write(Span<byte> to, int person, long number, DateTimeOffset now)
    {
        head.CopyTo(to);
        var body = to.Slice(head.Length, Body.Length);
        Body.Write(body, person, number, now);
        Template.Digits(to.Slice(time, Time.Length), now.ToUnixTimeSeconds());

        Span<byte> signed = stackalloc byte[14 + body.Length];
        "v0:"u8.CopyTo(signed);
        to.Slice(time, Time.Length).CopyTo(signed[3..]);
        signed[13] = (byte)':';
        body.CopyTo(signed[14..]);
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(secret, signed, mac);
        Convert.TryToHexStringLower(mac, to.Slice(signature, 64), out _);
        return Length;
    }
}

/// <summary>POST /api/messages: an adaptiveCard/action press with a token of the service, which shows one token for about an hour, as the service does.</summary>
internal sealed class TeamsPress(PretendPlatforms platforms) : Press(Template.Payload("teams_press").Replace("{serviceUrl}", platforms.ServiceUrl, StringComparison.Ordinal))
{
    readonly string token = platforms.Token();
    byte[]? head;

    byte[] Start => head ??= Head("/api/messages", "application/json; charset=utf-8", Body.Length, $"Authorization: Bearer {token}\r\n");

    public override int Length => Start.Length + Body.Length;

    protected override int Write(Span<byte> to, int person, long number, DateTimeOffset now)
    {
        Start.CopyTo(to);
        Body.Write(to.Slice(Start.Length, Body.Length), person, number, now);
        return Length;
    }
}
