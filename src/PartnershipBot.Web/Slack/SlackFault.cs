using System.Globalization;
using System.Net;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>What is to be done about each way in which Slack says no.</summary>
internal static class SlackFault
{
    /// <param name="error">The answer's own <c>error</c>.</param>
    /// <param name="retryAfter">Null when the answer does not say.</param>
    public static ChannelException Of(string error, TimeSpan? retryAfter) => error switch
    {
        "ratelimited" or "rate_limited" or "message_limit_exceeded" => Busy(error, retryAfter),
        // The workspace is moving into an organisation: its token works again afterwards.
        "org_login_required" => Busy(error, retryAfter),
        "account_inactive" or "invalid_auth" or "token_revoked" or "token_expired" or "not_authed" => new(ChannelFault.Gone, error),
        "channel_not_found" or "is_archived" or "user_not_found" => new(ChannelFault.Gone, error),
        // Slack's words for these: some part of it may have succeeded.
        "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" or "team_added_to_org" => new(ChannelFault.Unclear, error),
        "" => new(ChannelFault.Unclear, "no_error_given"),
        _ => new(ChannelFault.Refused, error),
    };

    public static ChannelException Of(HttpResponseMessage response)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}");
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Busy(code, response.Headers.RetryAfter?.Delta),
            >= HttpStatusCode.InternalServerError => new(ChannelFault.Unclear, code),
            _ => new(ChannelFault.Refused, code),
        };
    }

    public static ChannelException Of(HttpRequestException lost) => lost.HttpRequestError switch
    {
        // No connection, so nothing was sent.
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            new(ChannelFault.Busy, "no_connection", inner: lost),
        _ => new(ChannelFault.Unclear, "connection_lost", inner: lost),
    };

    static ChannelException Busy(string code, TimeSpan? retryAfter) => new(ChannelFault.Busy, code, retryAfter, wholeInstallation: true);
}
