using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Playground;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class PlaygroundClockTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    readonly FakeTimeProvider _real = new(Start);
    readonly PlaygroundClock _clock;

    public PlaygroundClockTests() => _clock = new PlaygroundClock(_real);

    CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void It_starts_at_the_real_time_runs_with_it_and_never_goes_back()
    {
        _real.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Start.AddMinutes(5), _clock.GetUtcNow());
        _clock.Leap(Start.AddHours(2));
        _clock.Leap(Start.AddHours(1));
        Assert.Equal(Start.AddHours(2), _clock.GetUtcNow());
        var before = _clock.GetTimestamp();
        _clock.Leap(Start.AddHours(3));
        Assert.Equal(TimeSpan.FromHours(1), _clock.GetElapsedTime(before));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromHours(2), _clock, Cancel);
        _clock.Leap(Start.AddHours(1));
        Assert.False(delay.IsCompleted);
        _clock.Leap(Start.AddHours(2));
        _real.Advance(TimeSpan.Zero);
        await delay.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_delay_also_ends_when_real_time_passes()
    {
        var delay = Task.Delay(TimeSpan.FromHours(2), _clock, Cancel);
        _clock.Leap(Start.AddHours(1));
        _real.Advance(TimeSpan.FromHours(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_periodic_timer_ticks_again_after_the_clock_was_moved()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), _clock);
        for (var tick = 1; tick <= 3; tick++)
        {
            _clock.Leap(Start.AddMinutes(10 * tick));
            _real.Advance(TimeSpan.Zero);
            Assert.True(await timer.WaitForNextTickAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancel));
        }
    }

    [Fact]
    public async Task A_walk_stops_at_every_time_that_is_due()
    {
        var due = new SortedSet<DateTimeOffset> { Start.AddHours(1), Start.AddDays(2), Start.AddDays(9) };
        List<DateTimeOffset> stops = [];
        await _clock.WalkAsync(Start.AddDays(7), _ => Task.FromResult<DateTimeOffset?>(due.Count > 0 ? due.Min : null), _ =>
        {
            stops.Add(_clock.GetUtcNow());
            due.RemoveWhere(at => at <= _clock.GetUtcNow());
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal([Start, Start.AddHours(1), Start.AddDays(2), Start.AddDays(7)], stops);
        Assert.Equal(Start.AddDays(9), Assert.Single(due));
    }

    [Fact]
    public async Task Work_that_never_finishes_does_not_hold_the_clock()
    {
        var settled = 0;
        await _clock.WalkAsync(Start.AddDays(30), _ => Task.FromResult<DateTimeOffset?>(Start), _ =>
        {
            settled++;
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal(Start.AddDays(30), _clock.GetUtcNow());
        Assert.InRange(settled, 100, 1_000);
    }
}
