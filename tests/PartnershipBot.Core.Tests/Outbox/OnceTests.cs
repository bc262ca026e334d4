using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Outbox;

/// <summary>A message that must never be sent twice.</summary>
public sealed class OnceTests : IAsyncDisposable
{
    const string Words = "A story for everybody.";

    readonly Script script;
    readonly ScriptPerson aoife = new("Aoife", "slack");

    public OnceTests() => script = new Script(_ =>
    [
        new Route("tell", Who.Self, Home.Person, TellAsync, ["tell"]),
        new Route("unknown", Who.Anyone, Home.Current, (_, _) => Task.FromResult(InvokeResponse.Ok), []),
    ]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Own => Keys.Person("u" + script.Ring.Hash(aoife.Identity.ToString())[..20]);

    [Fact]
    public async Task It_is_sent_once_and_nothing_is_left_of_it()
    {
        await script.SaysAsync(aoife, "tell");
        await script.TimePassesAsync(TimeSpan.FromHours(1));

        Assert.Equal([Words], script.Cards(aoife).Select(card => card.Summary));
        Assert.Empty(await DueRowsAsync());
        Assert.DoesNotContain(await script.RowsAsync(Own), row => row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_sends_leaves_it_listed_and_not_sent_again()
    {
        Task<IReadOnlyList<Row>>? reading = null;
        script.Slack.Fails = _ =>
        {
            reading = DueRowsAsync();
            return null;
        };
        await script.SaysAsync(aoife, "tell");
        var kept = Assert.Single(await reading!);

        // As if it had died there: what the store held then is what the next process finds.
        await script.Tables.Main.CommitAsync(Own, [new Change.Put(kept with { ETag = null })], Cancel);
        await script.TimePassesAsync(TimeSpan.FromHours(1));

        Assert.Single(script.Cards(aoife));
        var dead = Assert.Single(await script.RowsAsync(Own), row => row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal));
        Assert.Equal("unclear", dead.Text("code"));
    }

    [Fact]
    public async Task A_platform_that_is_busy_gets_it_later()
    {
        var refusals = 2;
        script.Slack.Fails = _ => refusals-- > 0 ? new ChannelException(ChannelFault.Busy, "ratelimited", TimeSpan.FromMinutes(1)) : null;
        await script.SaysAsync(aoife, "tell");
        await script.TimePassesAsync(TimeSpan.FromHours(1));

        Assert.Equal([Words], script.Cards(aoife).Select(card => card.Summary));
        Assert.DoesNotContain(await script.RowsAsync(Own), row => row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => script.DisposeAsync();

    async Task<IReadOnlyList<Row>> DueRowsAsync() =>
        [.. (await script.RowsAsync(Own)).Where(row => row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && Job.FromRow(row).Delivery?.Policy == Policy.Once)];

    static Task<InvokeResponse> TellAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Send(turn.Person!.Id, new Card(Words, [new TextBlock(Words)]), Policy.Once);
        return Task.FromResult(InvokeResponse.Ok);
    }
}
