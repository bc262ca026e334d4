namespace PartnershipBot.Playground;

/// <summary>A clock that starts at the real time, runs as fast as it, and can be moved forward. It never goes back.</summary>
public sealed class PlaygroundClock : TimeProvider
{
    static readonly TimeSpan FirstNudge = TimeSpan.FromMinutes(1), LongestNudge = TimeSpan.FromHours(1);

    readonly Lock _gate = new();
    readonly HashSet<PlaygroundTimer> _timers = [];
    readonly TimeProvider _real;
    readonly long _startedAt;
    readonly DateTimeOffset _start;
    long _offsetTicks;

    public PlaygroundClock() : this(System)
    {
    }

    /// <param name="real">Time that passes by itself.</param>
    public PlaygroundClock(TimeProvider real) => (_real, _start, _startedAt) = (real, real.GetUtcNow(), real.GetTimestamp());

    /// <summary>The real clock may be set back; this one only adds what has passed.</summary>
    public override DateTimeOffset GetUtcNow() => _start + _real.GetElapsedTime(_startedAt) + Offset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Moves to <paramref name="to"/> in one leap, as if nothing had been running meanwhile; timers that are due fire. A time that has passed changes nothing.</summary>
    public void Leap(DateTimeOffset to)
    {
        PlaygroundTimer[] timers;
        lock (_gate)
        {
            var by = to - GetUtcNow();
            if (by <= TimeSpan.Zero) return;
            Interlocked.Add(ref _offsetTicks, by.Ticks);
            timers = [.. _timers];
        }
        foreach (var timer in timers) timer.Arm();
    }

    /// <summary>Moves to <paramref name="to"/> and stops at every time at which something is due, until that is done.</summary>
    /// <param name="nextDue">When the earliest work is due; null when there is none.</param>
    /// <param name="settle">Completes when everything due by now is done.</param>
    public async Task WalkAsync(
        DateTimeOffset to, Func<CancellationToken, Task<DateTimeOffset?>> nextDue, Func<CancellationToken, Task> settle, CancellationToken cancel)
    {
        var nudge = FirstNudge;
        await settle(cancel);
        while (GetUtcNow() < to)
        {
            cancel.ThrowIfCancellationRequested();
            var now = GetUtcNow();
            var stop = await nextDue(cancel) ?? to;
            // Work that stays due, because it is put off again and again, must not hold the clock for ever.
            if (stop <= now) (stop, nudge) = (now + nudge, TimeSpan.FromTicks(Math.Min(nudge.Ticks * 2, LongestNudge.Ticks)));
            else nudge = FirstNudge;
            Leap(stop < to ? stop : to);
            await settle(cancel);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PlaygroundTimer(this, _real, callback, state);
        lock (_gate) _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Forget(PlaygroundTimer timer)
    {
        lock (_gate) _timers.Remove(timer);
    }
}
