using PartnershipBot.Core.Outbox;

namespace PartnershipBot.Web;

/// <summary>Lets what is due happen: works through what this process claimed, and looks every few seconds for what nobody claimed.</summary>
internal sealed class Worker(Pump pump, IdentityKeyCheck key, TimeProvider clock, IHostApplicationLifetime program, ILogger<Worker> log) : BackgroundService
{
    static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);
    static readonly TimeSpan BetweenRepairs = TimeSpan.FromHours(6);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(pump.RunAsync(stoppingToken), SweepAsync(stoppingToken));

    async Task SweepAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, clock);
        var repaired = clock.GetUtcNow();
        do
        {
            try
            {
                if (!await KeyFitsAsync(cancel)) return;
                await pump.SweepAsync(cancel);
                if (clock.GetUtcNow() - repaired < BetweenRepairs) continue;
                repaired = clock.GetUtcNow();
                await pump.RepairAsync(cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The store did not answer: the next sweep finds the same work.
                Log.SweepFailed(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    /// <summary>A store that was away at the start is looked at when it is back.</summary>
    async Task<bool> KeyFitsAsync(CancellationToken cancel)
    {
        try
        {
            await key.EnsureAsync(cancel);
            return true;
        }
        catch (InvalidOperationException wrong)
        {
            Log.NotStarted(log, wrong.Message);
            program.StopApplication();
            return false;
        }
    }
}
