using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Conversation;

public sealed partial class BotTests : IAsyncDisposable
{
    readonly Script script;
    readonly ScriptPerson aoife = new("Aoife", "slack");
    readonly ScriptPerson rhys = new("Rhys", "teams");
    Func<TurnContext, Task> beforeCommit = _ => Task.CompletedTask;

    public BotTests() => script = new Script(_ => Routes());

    public ValueTask DisposeAsync() => script.DisposeAsync();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    IEnumerable<Route> Routes() =>
    [
        new("count", Who.Self, Home.Person, CountAsync, ["count"]),
        new("break", Who.Self, Home.Person, (_, _) => throw new FormatException("canary of a person"), ["break"]),
        new("form", Who.Self, Home.Person, (_, _) => Answer(new InvokeResponse.Open(Question())), ["form"]),
        new("filled", Who.Self, Home.Person, FilledAsync, []),
        new("once", Who.Self, Home.Person, (turn, _) => Show(turn.Live(Card("Do it", new Button("once.do", "Do")), "c1", "once.now")), ["once"]),
        new("once.do", Who.Self, Home.Person, DoOnceAsync, []),
        new("once.now", Who.Self, Home.Person, (_, _) => Show(Card("It is done.")), []),
        new("secret", Who.Coordinator, Home.Current, (_, _) => Show(Card("The secret.")), ["secret"]),
        new("later", Who.Self, Home.Person, LaterAsync, ["later"]),
        new("later.came", Who.Clock, Home.Person, CameAsync, []),
        new("far", Who.Self, Home.Person, FarAsync, ["far"]),
        new("many", Who.Self, Home.Person, ManyAsync, ["many"]),
        new("unknown", Who.Anyone, Home.Current, (turn, _) => Show(Card("I did not get that.")), []),
    ];

    [Fact]
    public async Task Typed_words_are_answered_where_they_were_typed()
    {
        await script.SaysAsync(aoife, "Count");
        Assert.Equal("1", script.Sees(aoife));
    }

    [Fact]
    public async Task An_activity_delivered_twice_counts_once_and_is_answered_once()
    {
        var typed = script.Typed(aoife, "count");
        await script.DoesAsync(aoife, typed, null);
        await script.DoesAsync(aoife, typed, null);
        Assert.Equal("1", script.HasSeen(aoife));
    }

    [Fact]
    public async Task A_second_delivery_after_midnight_without_the_platforms_time_is_still_the_same()
    {
        script.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 59, 50, TimeSpan.Zero));
        var typed = script.Typed(aoife, "count") with { At = null };
        await script.DoesAsync(aoife, typed, null);
        await script.TimePassesAsync(TimeSpan.FromSeconds(20));
        await script.DoesAsync(aoife, typed, null);
        Assert.Equal("1", script.HasSeen(aoife));
    }

    [Fact]
    public async Task What_was_handled_is_known_for_three_days_and_then_nothing_of_it_is_left()
    {
        for (var day = 0; day < 3; day++)
        {
            await script.SaysAsync(aoife, "count");
            await script.SaysAsync(aoife, "count");
            await script.TimePassesAsync(TimeSpan.FromDays(1));
        }
        Assert.Equal(6, (await SeenAsync()).Count);

        await script.TimePassesAsync(TimeSpan.FromDays(1.6));
        Assert.Equal(4, (await SeenAsync()).Count);
        await script.TimePassesAsync(TimeSpan.FromDays(2));
        Assert.Empty(await SeenAsync());
        Assert.DoesNotContain(await script.RowsAsync(Own(aoife)), row => row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && row.Text("verb") != "person.silent");

        async Task<IReadOnlyList<Row>> SeenAsync() => [.. (await script.RowsAsync(Own(aoife))).Where(row => row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_turn_that_loses_a_race_decides_again()
    {
        var disturbed = false;
        beforeCommit = async turn =>
        {
            if (disturbed) return;
            disturbed = true;
            await script.Tables.Main.CommitAsync(turn.Home, [new Change.Put(new Row("counter", new Columns { ["value"] = 41L }))], Cancel);
        };
        await script.SaysAsync(aoife, "count");
        Assert.Equal("42", script.Sees(aoife));
    }

    [Fact]
    public async Task A_turn_that_never_wins_promises_nothing()
    {
        var others = 0L;
        beforeCommit = async turn =>
        {
            var row = await turn.GetAsync("counter", Cancel);
            await script.Tables.Main.CommitAsync(turn.Home, [new Change.Put(new Row("counter", new Columns { ["value"] = ++others }, row?.ETag))], Cancel);
        };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => script.SaysAsync(aoife, "count"));
        Assert.Equal("", script.HasSeen(aoife));
    }

    [Fact]
    public async Task A_fault_is_apologised_for_with_a_reference_and_nothing_of_it_is_in_the_log_but_its_kind()
    {
        await script.SaysAsync(aoife, "break");
        Assert.Matches(@"^That did not work\. Nothing was changed\. Reference [0-9A-V]{4}\.$", script.Sees(aoife));
        Assert.Contains("FormatException", script.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", script.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_has_moved_on_answers_a_late_press_with_itself_as_it_is_now()
    {
        await script.SaysAsync(aoife, "once");
        var press = script.Press(aoife, "Do");
        await script.DoesAsync(aoife, press, press.MessageId);
        await script.DoesAsync(aoife, press with { Id = "another" }, press.MessageId);
        Assert.Equal("It is done.", script.Sees(aoife));
        Assert.Equal(1, (await script.RowsAsync(Own(aoife))).Single(row => row.Key == "done").Number("times"));
    }

    [Fact]
    public async Task A_press_changes_the_message_that_was_pressed()
    {
        await script.SaysAsync(aoife, "once");
        await script.PressesAsync(aoife, "Do");
        Assert.Equal("Done now.", script.HasSeen(aoife));
    }

    [Fact]
    public async Task A_form_can_be_filled_in_by_chatting_with_back_skip_and_a_kept_draft()
    {
        await script.SaysAsync(aoife, "form");
        Assert.Contains("What is its name?", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "Harbour");
        Assert.Contains("Which kind?", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "something else");
        Assert.Contains("Please pick one of these: Big, Small.", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "back");
        Assert.Contains("Now: Harbour.", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "Harbour Homes");
        await script.SaysAsync(aoife, "cancel");
        Assert.Contains("kept what you typed", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "count");
        await script.SaysAsync(aoife, "form");
        Assert.Contains("Which kind?", script.Sees(aoife), StringComparison.Ordinal);
        await script.PressesAsync(aoife, "Small");
        await script.SaysAsync(aoife, "skip");
        await script.SaysAsync(aoife, "6 Jan");
        Assert.Equal("Harbour Homes, small, , 2027-01-06", script.Sees(aoife));
        await script.SaysAsync(aoife, "count");
        Assert.Equal("2", script.Sees(aoife));
    }

    [Fact]
    public async Task An_answer_that_the_flow_refuses_is_asked_again()
    {
        await script.SaysAsync(aoife, "form");
        foreach (var words in new[] { "bad", "big", "skip", "tomorrow" }) await script.SaysAsync(aoife, words);
        Assert.Contains("Not that name.", script.Sees(aoife), StringComparison.Ordinal);
        await script.SaysAsync(aoife, "good");
        foreach (var words in new[] { "skip", "skip", "skip" }) await script.SaysAsync(aoife, words);
        Assert.Contains("good, big", script.HasSeen(aoife), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_a_coordinator_is_refused_to_everybody_else_and_in_another_partnership()
    {
        await script.SaysAsync(rhys, "secret");
        Assert.DoesNotContain("The secret.", script.Sees(rhys), StringComparison.Ordinal);

        await BecomesAsync(rhys, "p1", Roles.Coordinator);
        await script.DoesAsync(rhys, script.Typed(rhys, "") with { Type = ActivityType.Invoke, Verb = "secret", Origin = new Origin(Keys.Partnership("p2")) }, null);
        Assert.Equal("Only a coordinator of this partnership can do that. Nothing was changed.", script.Sees(rhys));
        await script.DoesAsync(rhys, script.Typed(rhys, "") with { Type = ActivityType.Invoke, Verb = "secret", Origin = new Origin(Keys.Partnership("p1")) }, null);
        Assert.Equal("The secret.", script.Sees(rhys));
    }

    [Fact]
    public async Task A_card_cannot_name_somebody_elses_partition()
    {
        await script.SaysAsync(aoife, "count");
        await script.DoesAsync(rhys, script.Typed(rhys, "") with { Type = ActivityType.Invoke, Verb = "count", Origin = new Origin(Own(aoife)) }, null);
        Assert.Equal("1", script.Sees(rhys));
        Assert.Equal("1", script.Sees(aoife));
    }
}
