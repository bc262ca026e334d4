using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>What the logs hold when everything is switched on.</summary>
public sealed class DoorLoggingTests
{
    [Fact]
    public async Task No_link_key_or_answer_reaches_a_log_at_any_level()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var log = new Captured();
        await using var host = await DoorHost.StartAsync(cancel, log: log, settings: new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
            ["Logging:Captured:LogLevel:Default"] = "Trace",
        });
        var code = await host.InviteAsync(cancel);
        var visitor = host.Visitor();
        var joined = await visitor.PressAsync(await visitor.GetAsync($"/join/{code}", cancel), "Neither: answer here", cancel);
        var own = joined.Form("Try one question").Action["/me/".Length..];
        await visitor.UnlockAsync(await LockedAsync(visitor, own, cancel), cancel);
        var question = await visitor.PressAsync(await visitor.GetAsync($"/me/{own}", cancel), "Answer now", cancel);
        await visitor.PressAsync(question, "Send", cancel, ("rating", "2"), ("why", "canary in the answer"));
        await visitor.GetAsync("/join/CANARY0001", cancel);

        Assert.NotEmpty(log.Lines);
        string[] secrets = [code, own, DoorFlows.Key, "green+boat", "canary in the answer", "CANARY0001"];
        Assert.All(secrets, secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    static async Task<string> LockedAsync(DoorVisitor visitor, string token, CancellationToken cancel)
    {
        await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Lock this page", cancel);
        return token;
    }

    /// <summary>Keeps every line with the scopes it was written in.</summary>
    [ProviderAlias("Captured")]
    sealed class Captured : ILoggerProvider, ISupportExternalScope
    {
        IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        sealed class Logger(Captured to, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => to.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = new List<string?> { category, formatter(state, exception), exception?.ToString() };
                to.scopes.ForEachScope((scope, into) => into.Add(scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : scope?.ToString()), line);
                to.Lines.Enqueue(string.Join('\n', line));
            }
        }
    }
}
