using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Outbox;

/// <summary>What the bot starts: hours, budget, what is of no use any more.</summary>
public sealed class StartingTests : IAsyncDisposable
{
    readonly Script script;
    readonly ScriptPerson aoife = new("Aoife", "slack");

    public StartingTests() => script = new Script(_ =>
    [
        new("tell", Who.Self, Home.Person, TellAsync, ["tell"]),
        new("told", Who.Clock, Home.Person, ToldAsync, []),
        new("unknown", Who.Anyone, Home.Current, (_, _) => Task.FromResult(InvokeResponse.Ok), []),
    ]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Own => Keys.Person("u" + script.Ring.Hash(aoife.Identity.ToString())[..20]);

    [Fact]
    public async Task At_night_it_waits_for_the_morning()
    {
        await script.TimePassesAsync(TimeSpan.FromHours(12));
        await script.SaysAsync(aoife, "tell a");
        Assert.Empty(script.Cards(aoife));
        await script.TimePassesAsync(TimeSpan.FromHours(12));
        Assert.Empty(script.Cards(aoife));
        await script.TimePassesAsync(TimeSpan.FromHours(2));
        Assert.Equal(["a"], Summaries);
    }

    [Fact]
    public async Task Two_a_month_are_sent_and_the_rest_waits_where_the_person_can_see_it()
    {
        foreach (var what in (string[])["a", "b", "c"]) await script.SaysAsync(aoife, "tell " + what);
        Assert.Equal(["a", "b"], Summaries);
        Assert.Equal(2, await CountAsync("2026-11"));
        Assert.Equal("c", Waiting.FromRow(Assert.Single(await RowsAsync(Waiting.Prefix))).Card.Summary);

        await script.TimePassesAsync(TimeSpan.FromDays(7));
        await script.SaysAsync(aoife, "tell d");
        Assert.Equal(["a", "b", "d"], Summaries);
        Assert.Equal(1, await CountAsync("2026-12"));
    }

    [Fact]
    public async Task The_month_is_that_of_the_persons_clock_and_old_counts_go()
    {
        await script.SaysAsync(aoife, "tell a");
        await script.TimePassesAsync(TimeSpan.FromDays(70));
        await script.SaysAsync(aoife, "tell b");
        Assert.Equal((0, 1), (await CountAsync("2026-11"), await CountAsync("2027-02")));
    }

    [Fact]
    public async Task What_was_counted_is_not_counted_again_and_a_reminder_goes_only_then()
    {
        await script.SaysAsync(aoife, "tell a as checkin.r1");
        await script.SaysAsync(aoife, "tell b as checkin.r1");
        await script.SaysAsync(aoife, "tell c");
        await script.SaysAsync(aoife, "tell d as checkin.r2");
        await script.SaysAsync(aoife, "tell e now checkin.r2");
        await script.SaysAsync(aoife, "tell f now checkin.r1");
        Assert.Equal(["a", "b", "c", "f"], Summaries);
        Assert.Equal(2, await CountAsync("2026-11"));
        // What goes first stands first, and what is sent now or never leaves nothing behind.
        Assert.Equal(["d"], (await RowsAsync(Waiting.Prefix)).Select(row => Waiting.FromRow(row).Card.Summary));
    }

    [Fact]
    public async Task Who_raised_their_own_gets_more()
    {
        await script.SaysAsync(aoife, "hello");
        var person = Person.FromRow(Own["person|".Length..], (await script.Tables.Main.GetAsync(Own, Keys.Profile, Cancel))!);
        await script.Tables.Main.CommitAsync(Own, [new Change.Put((person with { MostMessages = Budget.NoLimit }).ToRow())], Cancel);
        for (var i = 0; i < 9; i++) await script.SaysAsync(aoife, "tell " + i);
        Assert.Equal(9, Summaries.Count());
    }

    [Fact]
    public async Task A_process_that_dies_between_counting_and_sending_has_counted_once()
    {
        Task<IReadOnlyList<Row>>? reading = null;
        script.Slack.Fails = _ =>
        {
            reading = RowsAsync(Keys.DuePrefix);
            return null;
        };
        await script.SaysAsync(aoife, "tell a");
        var kept = Assert.Single(await reading!, row => Job.FromRow(row).Delivery is not null);
        await script.Tables.Main.CommitAsync(Own, [new Change.Put(kept with { ETag = null })], Cancel);
        await script.TimePassesAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["a", "a"], Summaries);
        Assert.Equal(1, await CountAsync("2026-11"));
    }

    [Fact]
    public async Task A_question_that_is_a_day_late_or_over_is_dropped_and_costs_nothing()
    {
        await script.SaysAsync(aoife, "tell a until 2026-11-24T09:00Z");
        await script.SaysAsync(aoife, "tell b until 2026-11-30T09:00Z");
        var late = Job.FromRow(new Row(Keys.Due(script.Clock.GetUtcNow(), "late"), new Columns())) with
        {
            Verb = Job.Send,
            Home = Own,
            Due = script.Clock.GetUtcNow().AddHours(-25),
            Delivery = new Delivery(Own["person|".Length..], null, Card("late"), Policy.Replay, Started: true, Budget: "x", Until: script.Clock.GetUtcNow().AddDays(3)),
        };
        await script.Tables.Main.CommitAsync(Own, [new Change.Put(late.ToRow())], Cancel);
        await script.Pump.RepairAsync(Cancel);
        await script.TimePassesAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["b"], Summaries);
        Assert.Equal(1, await CountAsync("2026-11"));
    }

    [Fact]
    public async Task What_has_to_be_asked_anew_is_asked_when_its_time_comes()
    {
        await script.TimePassesAsync(TimeSpan.FromHours(12));
        await script.SaysAsync(aoife, "tell a ask 1");
        await script.TimePassesAsync(TimeSpan.FromHours(14));
        Assert.Equal(["asked anew 2026-11-25"], Summaries);
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    IEnumerable<string> Summaries => script.Cards(aoife).Select(card => card.Summary);

    async Task<IReadOnlyList<Row>> RowsAsync(string prefix) => [.. (await script.RowsAsync(Own)).Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))];

    async Task<int> CountAsync(string month) => (await RowsAsync(Budget.Key(month, ""))).Count;

    static Card Card(string words) => new(words, [new TextBlock(words)]);

    static Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        var words = turn.Activity.Value.Split(' ');
        var (kind, what) = words.Length == 3 ? (words[1], words[2]) : ("", "");
        turn.Send(turn.Person!.Id, Card(words[0]), started: true,
            budget: kind is "as" or "now" ? what : null,
            nowOrNever: kind == "now",
            until: kind == "until" ? DateTimeOffset.Parse(what.ToUpperInvariant(), CultureInfo.InvariantCulture) : null,
            ask: kind == "ask" ? $"told {turn.Person.Id}" : null);
        return Task.FromResult(InvokeResponse.Ok);
    }

    static Task<InvokeResponse> ToldAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Send(turn.Activity.Value, Card($"asked anew {turn.Activity.At:yyyy-MM-dd}"), started: true);
        return Task.FromResult(InvokeResponse.Ok);
    }
}
