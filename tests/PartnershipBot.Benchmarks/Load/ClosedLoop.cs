using System.Diagnostics;

namespace PartnershipBot.Benchmarks.Load;

/// <param name="Rate">Answers a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Answers">All of status 200.</param>
/// <param name="Busy">The share of its core that this process was at work, 0 to 1.</param>
internal sealed record Measured(double Rate, double P50, double P99, int Answers, double Busy);

/// <summary>So many connections, each asking again as soon as it was answered.</summary>
internal static class ClosedLoop
{
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public static async Task<Measured> RunAsync(int port, Press press, int connections, int people, TimeSpan time)
    {
        using var self = Process.GetCurrentProcess();
        var (began, work) = (Stopwatch.GetTimestamp(), self.TotalProcessorTime);
        var until = began + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(port, press, people, () => Stopwatch.GetTimestamp() < until))));
        return Of(all, Stopwatch.GetElapsedTime(began), self, work);
    }

    /// <summary>Every person once.</summary>
    public static async Task MeetAsync(int port, Press press, int people, int connections)
    {
        var left = people;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(port, press, people, () => Interlocked.Decrement(ref left) >= 0))));
    }

    static async Task<List<long>> AskAsync(int port, Press press, int people, Func<bool> more)
    {
        var request = new byte[press.Length];
        var times = new List<long>(64 * 1024);
        using var connection = await Connection.OpenAsync(port, CancellationToken.None);
        while (more())
        {
            var length = press.Write(request, people);
            var asked = Stopwatch.GetTimestamp();
            var status = await connection.AskAsync(request.AsMemory(0, length));
            times.Add(Stopwatch.GetTimestamp() - asked);
            if (status != 200) throw new InvalidOperationException($"An answer was {status}:\n{connection.Last}");
        }
        return times;
    }

    static Measured Of(List<long>[] all, TimeSpan elapsed, Process self, TimeSpan work)
    {
        self.Refresh();
        var busy = (self.TotalProcessorTime - work) / elapsed;
        var times = all.SelectMany(one => one).ToArray();
        Array.Sort(times);
        return new Measured(times.Length / elapsed.TotalSeconds, At(times, 0.50), At(times, 0.99), times.Length, busy);
    }

    static double At(long[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))] * 1000.0 / Stopwatch.Frequency;
}
