using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Keeps every line of every log, so that a test can look for what must not be there.</summary>
internal sealed class TestLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    public string All => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Lines(lines, categoryName);

    public void Dispose()
    {
    }

    sealed class Lines(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
    }
}
