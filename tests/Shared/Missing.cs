using System.Diagnostics.CodeAnalysis;

namespace PartnershipBot.Tests.Shared;

/// <summary>What happens to a test whose surroundings are incomplete.</summary>
internal static class Missing
{
    /// <summary>Something that tests/run.sh installs: skips the test, or fails it when the environment says CI=true.</summary>
    [DoesNotReturn]
    public static void Tool(string reason)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Fail(reason);
        Skip(reason);
    }

    /// <summary>Something that is not part of the project: skips the test everywhere.</summary>
    [DoesNotReturn]
    public static void Material(string reason) => Skip($"{MaterialMark}: {reason}");

    /// <summary>How a skip that is allowed everywhere begins; tests/run.sh looks for it.</summary>
    internal const string MaterialMark = "Not part of the project";

#if BENCHMARK
    [DoesNotReturn]
    static void Fail(string reason) => throw new InvalidOperationException(reason);

    [DoesNotReturn]
    static void Skip(string reason) => Fail(reason);
#else
    static void Fail(string reason) => Assert.Fail(reason);

    [DoesNotReturn]
    static void Skip(string reason)
    {
        Assert.Skip(reason);
        throw new InvalidOperationException("A skipped test does not go on.");
    }
#endif
}
