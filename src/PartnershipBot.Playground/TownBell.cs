namespace PartnershipBot.Playground;

/// <summary>Rings whenever something in a town changes, so that a watcher waits instead of asking again and again.</summary>
public sealed class TownBell
{
    readonly Lock _gate = new();
    TaskCompletionSource _next = New();

    /// <summary>How often it has rung. Only grows.</summary>
    public long Version { get; private set; }

    internal void Ring()
    {
        TaskCompletionSource rung;
        lock (_gate)
        {
            Version++;
            (rung, _next) = (_next, New());
        }
        rung.SetResult();
    }

    /// <summary>Completes at the first change after <paramref name="seen"/>; at once when there has been one.</summary>
    public async Task<long> PastAsync(long seen, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (Version > seen) return Version;
                next = _next.Task;
            }
            await next.WaitAsync(cancel);
        }
    }

    /// <summary>Completes as soon as <paramref name="met"/> is true; it is asked again after every change.</summary>
    public async Task WaitForAsync(Func<bool> met, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (_gate) next = _next.Task;
            if (met()) return;
            await next.WaitAsync(cancel);
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
