using System.Threading.Channels;

namespace PartnershipBot.Core.Outbox;

/// <summary>A job that this process has claimed until its due time.</summary>
public sealed record Claim(string Partition, Job Job);

/// <summary>The claimed jobs of this process, in lanes: what has to happen in order shares one.</summary>
/// <remarks>It only makes things quick. A claim that does not fit, or is lost with the process, comes due again by itself.</remarks>
public sealed class WorkQueue
{
    public const int Lanes = 16;
    const int LaneLength = 4_096;

    readonly Channel<Claim>[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Claim>(LaneLength))];
    readonly Lock gate = new();
    int open;
    TaskCompletionSource idle = Finished();

    public void Add(Claim claim)
    {
        var lane = (int)((uint)string.GetHashCode(claim.Job.Lane, StringComparison.Ordinal) % Lanes);
        lock (gate)
        {
            if (open++ == 0) idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (!lanes[lane].Writer.TryWrite(claim)) Done();
    }

    public IAsyncEnumerable<Claim> ReadAsync(int lane, CancellationToken cancel) => lanes[lane].Reader.ReadAllAsync(cancel);

    /// <summary>Says that a claim that was read has been dealt with.</summary>
    public void Done()
    {
        lock (gate)
        {
            if (--open == 0) idle.TrySetResult();
        }
    }

    /// <summary>Whether every claim has been dealt with.</summary>
    public bool IsIdle
    {
        get { lock (gate) return open == 0; }
    }

    /// <summary>Completes when every claim has been dealt with.</summary>
    public Task IdleAsync(CancellationToken cancel)
    {
        lock (gate) return idle.Task.WaitAsync(cancel);
    }

    static TaskCompletionSource Finished()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
