namespace PartnershipBot.Playground;

/// <summary>A timer on <see cref="PlaygroundClock"/>: a real timer that is set anew whenever the clock is moved.</summary>
internal sealed class PlaygroundTimer : ITimer
{
    /// <summary>The longest wait of a real timer.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(45);

    readonly Lock _gate = new();
    readonly PlaygroundClock _clock;
    readonly TimerCallback _callback;
    readonly object? _state;
    readonly ITimer _real;
    DateTimeOffset? _due;
    TimeSpan _period;
    bool _gone;

    public PlaygroundTimer(PlaygroundClock clock, TimeProvider real, TimerCallback callback, object? state)
    {
        (_clock, _callback, _state) = (clock, callback, state);
        _real = real.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_gone) return false;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            _period = period;
        }
        Arm();
        return true;
    }

    /// <summary>Sets the real timer to what is left.</summary>
    public void Arm()
    {
        lock (_gate)
        {
            if (_gone) return;
            var left = _due is { } due ? due - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
            if (left != Timeout.InfiniteTimeSpan) left = left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : left;
            _real.Change(left, Timeout.InfiniteTimeSpan);
        }
    }

    void Tick()
    {
        bool fires;
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            fires = !_gone && _due is { } due && due <= now;
            // After a leap a periodic timer fires once and goes on from now, as PeriodicTimer would after a pause.
            if (fires) _due = _period > TimeSpan.Zero ? now + _period : null;
        }
        Arm();
        if (fires) _callback(_state);
    }

    public void Dispose()
    {
        lock (_gate) _gone = true;
        _clock.Forget(this);
        _real.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
