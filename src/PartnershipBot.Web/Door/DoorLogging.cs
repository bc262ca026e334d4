namespace PartnershipBot.Web.Door;

/// <summary>Keeps the paths of requests out of every log: a path may be the only key to a person's page.</summary>
internal static class DoorLogging
{
    /// <summary>
    /// Writes "Request starting GET http://..." and puts RequestPath into the scope of every other line.
    /// The scope is there while any of its levels is on, so all are off.
    /// </summary>
    const string WritesPaths = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Routing, MVC, static files and the server write paths and route values at Debug and Trace.</summary>
    const string Framework = "Microsoft.AspNetCore";

    /// <summary>Holds whatever levels are configured, for one provider or for all: each rule gets one more condition.</summary>
    public static IServiceCollection KeepLinksOutOfLogs(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            var otherwise = new LoggerFilterRule(null, null, options.MinLevel, null);
            List<LoggerFilterRule> rules = [.. options.Rules.Prepend(otherwise).Select(Guarded)];
            options.Rules.Clear();
            foreach (var rule in rules) options.Rules.Add(rule);
        });

    static LoggerFilterRule Guarded(LoggerFilterRule rule) => new(
        rule.ProviderName, rule.CategoryName, rule.LogLevel,
        (provider, category, level) => IsSafe(category, level) && (rule.Filter?.Invoke(provider, category, level) ?? true));

    static bool IsSafe(string? category, LogLevel level) =>
        category is null || category != WritesPaths && (level >= LogLevel.Information || !category.StartsWith(Framework, StringComparison.Ordinal));
}
