using Microsoft.Extensions.Logging;

namespace PartnershipBot.Playground;

internal static partial class PlaygroundLog
{
    [LoggerMessage(3001, LogLevel.Information, "Open {Page} in a browser. Ctrl+C stops the program.")]
    public static partial void Open(ILogger log, Uri page);

    [LoggerMessage(3002, LogLevel.Information, "Teams cards are shown as JSON, because this build did without npm. Install Node.js with npm and build again to see them drawn.")]
    public static partial void NoRenderer(ILogger log);
}
