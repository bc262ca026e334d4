namespace PartnershipBot.Web.Teams;

/// <summary>What the Teams channel says to the log: kinds and counts, never words, names or tokens.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(2000, LogLevel.Warning, "Teams: a request was refused: {Reason}.")]
    public static partial void Refused(this ILogger log, Refusal reason);

    [LoggerMessage(2001, LogLevel.Information, "Teams: {Keys} signing keys read.")]
    public static partial void KeysRead(this ILogger log, int keys);

    [LoggerMessage(2002, LogLevel.Error, "Teams: the signing keys could not be read ({Error}). {Known} known keys are still in use. Check that this machine can reach the address in Teams:OpenIdMetadata.")]
    public static partial void KeysFailed(this ILogger log, string error, int known);

    [LoggerMessage(2003, LogLevel.Information, "Teams: an activity of type {Type} needs no answer.")]
    public static partial void Ignored(this ILogger log, string type);

    [LoggerMessage(2004, LogLevel.Information, "Teams: an invoke that is not known was answered with 501.")]
    public static partial void UnknownInvoke(this ILogger log);

    [LoggerMessage(2005, LogLevel.Warning, "Teams: the store did not answer; the activity was not taken.")]
    public static partial void NotTaken(this ILogger log);

    [LoggerMessage(2006, LogLevel.Error, "Teams: an answer for verb {Verb} could not be drawn: {Error}")]
    public static partial void NotDrawn(this ILogger log, string verb, string error);

    [LoggerMessage(2007, LogLevel.Error, "Teams: a turn ended with {Error}.")]
    public static partial void TurnFailed(this ILogger log, string error);

    [LoggerMessage(2008, LogLevel.Error, "Teams: no token for bot {AppId} ({Error}). Check its ClientSecret or ManagedIdentityClientId, and its TenantId.")]
    public static partial void NoToken(this ILogger log, string appId, string error);
}
