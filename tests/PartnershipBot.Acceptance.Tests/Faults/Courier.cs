using System.Net;
using System.Net.Sockets;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>Delivers as the platforms and their people do: again and again, until the bot says 200; and now and then once more after that.</summary>
internal sealed class Courier(MortalBot bot, PretendPlatforms platforms, int seed) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(20);

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    readonly Random chance = new(seed);
    readonly Lock gate = new();
    int delivered, again;
    (int Number, TaskCompletionSource Reached) awaited = (int.MaxValue, new());

    /// <summary>Requests that were acknowledged.</summary>
    public int Delivered => delivered;

    /// <summary>Deliveries beyond the first.</summary>
    public int Again => again;

    /// <summary>Completes when so many more have been acknowledged; throws when they are not within a minute.</summary>
    public Task MoreAsync(int number, CancellationToken cancel)
    {
        lock (gate)
        {
            awaited = (delivered + number, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (number == 0) awaited.Reached.SetResult();
            return awaited.Reached.Task.WaitAsync(Patience, cancel);
        }
    }

    public async Task DeliverAsync(PlatformRequest what, CancellationToken cancel)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (attempt > 0) Interlocked.Increment(ref again);
            if (!await IsTakenAsync(what, attempt, cancel)) continue;
            if (!Taken()) return;
            Interlocked.Increment(ref again);
            await IsTakenAsync(what with { Body = _ => what.Body(attempt) }, attempt, cancel);
            return;
        }
    }

    public void Dispose() => http.Dispose();

    async Task<bool> IsTakenAsync(PlatformRequest what, int attempt, CancellationToken cancel)
    {
        using var request = what.At(await bot.AddressAsync(cancel), attempt, platforms);
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            if (answer.StatusCode == HttpStatusCode.OK) return true;
            // 503 is a promise to take it later; anything else is a fault.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException)
        {
            // The bot died before its answer had come.
        }
        using var wait = new PeriodicTimer(BeforeAgain);
        await wait.WaitForNextTickAsync(cancel);
        return false;
    }

    /// <returns>Whether the platform delivers it once more all the same.</returns>
    bool Taken()
    {
        lock (gate)
        {
            if (++delivered == awaited.Number) awaited.Reached.TrySetResult();
            return chance.Next(20) == 0;
        }
    }
}
