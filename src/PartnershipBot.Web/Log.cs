namespace PartnershipBot.Web;

static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "Looking for what is due failed: {Fault}. The next look finds the same work.")]
    public static partial void SweepFailed(ILogger log, string fault);
}
