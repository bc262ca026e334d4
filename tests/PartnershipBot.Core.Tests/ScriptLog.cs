using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Core.Tests;

/// <summary>Keeps every log line, so that a script can look for what must not be there.</summary>
public sealed class ScriptLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    public string All => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Lines(lines);

    public void Dispose()
    {
    }

    sealed class Lines(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
