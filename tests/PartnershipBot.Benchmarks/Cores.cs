using System.Diagnostics;

namespace PartnershipBot.Benchmarks;

/// <summary>Keeps servers and load apart: a server has one core to itself, everything else another, where the machine has two and <c>taskset</c>.</summary>
internal static class Cores
{
    const string Program = "/usr/bin/taskset";
    const string Mark = "BENCHMARK_CORE";
    const int Server = 0, Load = 1;

    /// <summary>Whether this process runs on the core for load.</summary>
    public static bool Apart { get; } = Environment.GetEnvironmentVariable(Mark) is not null;

    /// <returns>The exit code of this program, run again on the core for load; null when it is there already, or cannot be.</returns>
    public static async Task<int?> AgainAsync()
    {
        if (Apart || !File.Exists(Program) || Environment.ProcessorCount < 2) return null;
        using var again = Process.Start(On(Load, Environment.ProcessPath!, [.. Assembly(), .. Environment.GetCommandLineArgs()[1..]]))!;
        await again.WaitForExitAsync();
        return again.ExitCode;
    }

    public static ProcessStartInfo OnServer(string program, IEnumerable<string> arguments) =>
        Apart ? On(Server, program, arguments) : new ProcessStartInfo(program, arguments);

    /// <summary>How <c>dotnet</c> is told to run this program.</summary>
    public static string[] Assembly() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    static ProcessStartInfo On(int core, string program, IEnumerable<string> arguments) =>
        new(Program, ["-c", $"{core}", program, .. arguments]) { Environment = { [Mark] = $"{core}" } };
}
