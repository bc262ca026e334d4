using Microsoft.Extensions.Logging;

namespace PartnershipBot.Playground;

internal static partial class PlaygroundLog
{
    [LoggerMessage(3001, LogLevel.Information, "Open {Page} in a browser. Ctrl+C stops the program.")]
    public static partial void Open(ILogger log, Uri page);
}
