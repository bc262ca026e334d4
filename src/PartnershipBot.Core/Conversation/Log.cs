using Microsoft.Extensions.Logging;

namespace PartnershipBot.Core.Conversation;

static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A turn failed. Reference {Reference}, verb '{Verb}', {Fault}\n{Stack}")]
    public static partial void TurnFailed(ILogger log, string reference, string verb, string fault, string stack);
}
