namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>Something one or more people do again and again, and what must then be true.</summary>
internal abstract class Habit
{
    /// <summary>Does it until stopped; what was begun is finished.</summary>
    public async Task LiveAsync(Courier courier, CancellationToken stop, CancellationToken cancel)
    {
        while (!stop.IsCancellationRequested) await OnceAsync(courier, cancel);
    }

    protected abstract Task OnceAsync(Courier courier, CancellationToken cancel);

    /// <summary>Right after a kill: whatever was acknowledged is in the rows, and nothing that nobody did.</summary>
    public abstract Task CheckAsync(KeptRows kept, CancellationToken cancel);

    /// <summary>When everything due has been done.</summary>
    public virtual Task CheckAtLastAsync(KeptRows kept, Heard heard, CancellationToken cancel) => Task.CompletedTask;
}
