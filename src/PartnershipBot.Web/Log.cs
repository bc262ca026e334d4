namespace PartnershipBot.Web;

static partial class Log
{
    [LoggerMessage(99, LogLevel.Warning, "The store does not answer yet. Until it does, everything is answered with 503.")]
    public static partial void StoreNotThereYet(ILogger log);

    [LoggerMessage(100, LogLevel.Critical, "Stopped: {Why}")]
    public static partial void NotStarted(ILogger log, string why);

    [LoggerMessage(101, LogLevel.Warning, "Looking for what is due failed: {Fault}. The next look finds the same work.")]
    public static partial void SweepFailed(ILogger log, string fault);
}
