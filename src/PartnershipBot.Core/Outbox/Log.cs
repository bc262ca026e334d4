using Microsoft.Extensions.Logging;

namespace PartnershipBot.Core.Outbox;

static partial class Log
{
    [LoggerMessage(11, LogLevel.Error, "Job '{Verb}' {Id} failed at attempt {Attempts}: {Fault}\n{Stack}")]
    public static partial void JobFailed(ILogger log, string verb, string id, int attempts, string fault, string stack);

    [LoggerMessage(12, LogLevel.Warning, "Job '{Verb}' {Id} was left for later: {Fault}")]
    public static partial void JobLeft(ILogger log, string verb, string id, string fault);

    [LoggerMessage(13, LogLevel.Error, "Job '{Verb}' {Id} was given up: {Code}")]
    public static partial void JobDead(ILogger log, string verb, string id, string code);
}
