using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

public sealed class SlackSignatureTests
{
    // The example that Slack publishes: https://docs.slack.dev/authentication/verifying-requests-from-slack
    const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    const long At = 1531420618;
    const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void Slacks_own_example_is_valid() => Assert.True(IsValid());

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    [InlineData(-100_000, false)]
    public void A_request_may_be_five_minutes_from_our_clock_either_way(int secondsOld, bool valid) =>
        Assert.Equal(valid, IsValid(now: DateTimeOffset.FromUnixTimeSeconds(At + secondsOld)));

    [Fact]
    public void Another_secret_is_refused() => Assert.False(IsValid(secret: "8f742231b10e8888abcd99yyyzzz85a6"));

    [Fact]
    public void An_empty_secret_refuses_even_what_was_signed_with_it()
    {
        Assert.False(IsValid(secret: "", signature: SlackSignature.Sign(" ", Text(At), Encoding.UTF8.GetBytes(Body))));
        Assert.False(IsValid(secret: ""));
    }

    [Fact]
    public void A_changed_body_is_refused() => Assert.False(IsValid(body: Body + "&"));

    [Fact]
    public void A_changed_time_is_refused() => Assert.False(IsValid(timestamp: Text(At + 1)));

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5033")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50é")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50３")]
    public void A_wrong_signature_is_refused(string signature) => Assert.False(IsValid(signature: signature));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1531420618")]
    [InlineData("+1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("1_531_420_618")]
    [InlineData("１５３１４２０６１８")]
    [InlineData("99999999999999999999")]
    public void A_wrong_time_is_refused(string timestamp) =>
        Assert.False(IsValid(timestamp: timestamp, signature: SlackSignature.Sign(Secret, timestamp, Encoding.UTF8.GetBytes(Body))));

    [Fact]
    public void A_header_that_is_there_twice_is_refused()
    {
        Assert.False(IsValid(signatures: new StringValues([Signature, Signature])));
        Assert.False(IsValid(timestamps: new StringValues([Text(At), Text(At)])));
        Assert.False(IsValid(signatures: StringValues.Empty));
        Assert.False(IsValid(timestamps: StringValues.Empty));
    }

    [Fact]
    public void The_body_is_signed_as_bytes_whatever_they_are()
    {
        byte[] body = [0xff, 0xfe, 0x00, (byte)'{', 0xc3, 0x28];
        var signature = SlackSignature.Sign(Secret, Text(At), body);
        Assert.True(SlackSignature.IsValid(Secret, Text(At), signature, body, DateTimeOffset.FromUnixTimeSeconds(At)));
        body[^1] = 0x29;
        Assert.False(SlackSignature.IsValid(Secret, Text(At), signature, body, DateTimeOffset.FromUnixTimeSeconds(At)));
    }

    static bool IsValid(
        string secret = Secret, string? timestamp = null, string signature = Signature, string body = Body, DateTimeOffset? now = null,
        StringValues? signatures = null, StringValues? timestamps = null) =>
        SlackSignature.IsValid(secret, timestamps ?? timestamp ?? Text(At), signatures ?? signature, Encoding.UTF8.GetBytes(body), now ?? DateTimeOffset.FromUnixTimeSeconds(At));

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
