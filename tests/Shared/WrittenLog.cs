using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Tests.Shared;

/// <summary>Every line that anything logs, at every level that is let through, with its arguments, scopes and exceptions.</summary>
[ProviderAlias("WrittenLog")]
internal sealed class WrittenLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Sink(categoryName, lines);

    public void Dispose()
    {
    }

    sealed class Sink(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{category}: scope {state} {Said(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {Said(state)} {exception}");

        static string Said(object? state) => state is IEnumerable<KeyValuePair<string, object?>> arguments
            ? string.Join(' ', arguments.Select(argument => $"{argument.Key}={argument.Value}"))
            : "";
    }
}
