using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Slack;

/// <summary>Everything this channel logs: ids, verbs and fixed words; never what a person typed, and nothing of a request that was not signed.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(100, LogLevel.Warning, "Slack is off: a request was refused because Slack:SigningSecret is not set. Set it to the app's signing secret to turn Slack on.")]
    public static partial void NotConfigured(this ILogger log);

    [LoggerMessage(101, LogLevel.Warning, "A request to {Route} was refused: it is not signed with Slack:SigningSecret, or its time is more than five minutes from ours.")]
    public static partial void NotSigned(this ILogger log, string route);

    [LoggerMessage(102, LogLevel.Warning, "A signed request to {Route} could not be read ({Bytes} bytes). It was answered 400.")]
    public static partial void NotReadable(this ILogger log, string route, long bytes);

    [LoggerMessage(103, LogLevel.Information, "A signed '{Type}' from Slack was answered and left alone: {Why}.")]
    public static partial void LeftAlone(this ILogger log, string type, string why);

    [LoggerMessage(104, LogLevel.Information, "Slack says that the app was removed from {Installation}.")]
    public static partial void Removed(this ILogger log, string installation);

    [LoggerMessage(105, LogLevel.Error, "The store did not answer, so nothing was promised to Slack: 503.")]
    public static partial void StoreDown(this ILogger log, Exception reason);

    [LoggerMessage(106, LogLevel.Warning, "The form of '{Verb}' did not open: Slack answered '{Code}'. The person was told to try again.")]
    public static partial void FormDidNotOpen(this ILogger log, string verb, string code);

    [LoggerMessage(107, LogLevel.Error, "The form of '{Verb}' did not open, and the person could not be told.")]
    public static partial void FormFailed(this ILogger log, string verb, Exception reason);

    [LoggerMessage(108, LogLevel.Error, "The answer to '{Verb}' could not be drawn for Slack.")]
    public static partial void NotDrawn(this ILogger log, string verb, Exception reason);

    [LoggerMessage(109, LogLevel.Information, "The token in Slack:BotToken belongs to {Installation}; it is kept with it from now on.")]
    public static partial void TokenLearnt(this ILogger log, string installation);
}
