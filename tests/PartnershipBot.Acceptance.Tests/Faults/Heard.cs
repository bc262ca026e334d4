using System.Collections.Concurrent;
using System.Diagnostics;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>What reached the platforms, and when.</summary>
internal sealed class Heard
{
    /// <summary>Between a message's arrival and the bot's note that it was sent; or, for what was already on the wire, between a kill and its arrival.</summary>
    static readonly TimeSpan InFlight = TimeSpan.FromSeconds(2);

    readonly ConcurrentQueue<(SentMessage Message, long At)> all = new();
    readonly ConcurrentQueue<long> kills = new();
    readonly TimeSpan answersAfter;

    /// <param name="answersAfter">How long a platform takes, so that kills find calls under way.</param>
    public Heard(TimeSpan answersAfter) => this.answersAfter = answersAfter;

    /// <summary>Copies beyond the first.</summary>
    public int Copies { get; private set; }

    public async Task HearAsync(SentMessage message)
    {
        all.Enqueue((message, Stopwatch.GetTimestamp()));
        using var wait = new PeriodicTimer(answersAfter);
        await wait.WaitForNextTickAsync();
    }

    public void Killed() => kills.Enqueue(Stopwatch.GetTimestamp());

    public IReadOnlyList<SentMessage> Posts(string place) => [.. all.Where(one => one.Message.Call is "chat.postMessage" or "POST" && one.Message.Place == place).Select(one => one.Message)];

    /// <summary>The message that holds the words came; it came again only because a kill fell between its sending and the note of it, and was the same then.</summary>
    public void CameOnce(string place, string words)
    {
        var copies = all.Where(one => one.Message.Call is "chat.postMessage" or "POST" && one.Message.Place == place && one.Message.Body.Contains(words, StringComparison.Ordinal)).ToList();
        Assert.True(copies.Count > 0, $"\"{words}\" never came to {place}.");
        for (var i = 1; i < copies.Count; i++)
        {
            Copies++;
            var before = copies[i - 1].At;
            Assert.Equal(copies[0].Message.Body, copies[i].Message.Body);
            var nearest = kills.Select(kill => Stopwatch.GetElapsedTime(before, kill)).MinBy(time => time.Duration());
            Assert.True(nearest.Duration() < InFlight, $"\"{words}\" came to {place} again after {Stopwatch.GetElapsedTime(before, copies[i].At)}, although the nearest kill was {nearest} from it.");
        }
    }
}
