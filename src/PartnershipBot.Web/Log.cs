namespace PartnershipBot.Web;

static partial class Log
{
    [LoggerMessage(100, LogLevel.Critical, "Not started: {Why}")]
    public static partial void NotStarted(ILogger log, string why);

    [LoggerMessage(101, LogLevel.Warning, "Looking for what is due failed: {Fault}. The next look finds the same work.")]
    public static partial void SweepFailed(ILogger log, string fault);
}
