using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Core.Tests.Faults;

/// <summary>One process of the bot on files that outlive it, with a clock that is moved.</summary>
sealed class MortalHost : IAsyncDisposable
{
    readonly SqliteTable main, rounds;
    readonly CancellationTokenSource stop = new();
    readonly DueIndex index;
    readonly Pump pump;
    readonly Task pumping;

    public MortalHost(string folder, FakeTimeProvider clock, Desk desk, Life life)
    {
        (Life, Clock) = (life, clock);
        (main, rounds) = (new SqliteTable(Path.Combine(folder, "bot.db")), new SqliteTable(Path.Combine(folder, "bot.rounds.db")));
        Tables = new Tables(life.Of(main), life.Of(rounds));
        var ring = new KeyRing([.. Enumerable.Range(1, 32).Select(n => (byte)n)], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))]);
        index = new DueIndex(Tables, clock);
        var queue = new WorkQueue();
        Directory = new Directory(Tables, ring, index, queue, clock);
        Rounds = new OpenRounds(Tables, ring, clock);
        var seen = new SeenActivities(Tables);
        Bot = new Bot(new Router(Routes.All(new Site(() => new Uri("https://bot.example/"), "Harbour Support"))), Directory, Tables, Rounds, ring, index, queue, seen, clock, NullLogger<Bot>.Instance);
        desk.Fails = _ => life.IsOver ? new ChannelException(ChannelFault.Busy, "dead") : null;
        pump = new Pump(Tables, index, queue, Bot, new Deliverer(Tables, Directory, [desk], index, clock), seen, clock, NullLogger<Pump>.Instance);
        pumping = pump.RunAsync(stop.Token);
    }

    public Life Life { get; }
    public FakeTimeProvider Clock { get; }
    public Tables Tables { get; }
    public Directory Directory { get; }
    public OpenRounds Rounds { get; }
    public Bot Bot { get; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Lets time pass and does what comes due, while it lives.</summary>
    public async Task LivesAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        try
        {
            await pump.SettleAsync(Cancel);
            while (!Life.IsOver && await index.NextAsync(Clock.GetUtcNow(), Cancel) is { } next && next <= end)
            {
                Clock.SetUtcNow(next);
                await pump.SettleAsync(Cancel);
            }
        }
        catch (StoreUnavailableException) when (Life.IsOver)
        {
            // It died.
        }
        if (Clock.GetUtcNow() < end) Clock.SetUtcNow(end);
    }

    public async Task<IReadOnlyList<Row>> RowsAsync(string partition, string prefix)
    {
        var rows = new List<Row>();
        await foreach (var row in Tables.Main.QueryAsync(partition, prefix, Keys.After(prefix), Cancel)) rows.Add(row);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pumping.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        pump.Dispose();
        await main.DisposeAsync();
        await rounds.DisposeAsync();
        stop.Dispose();
    }
}
