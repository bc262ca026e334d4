using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Channels;

public sealed class PostingTests : IAsyncDisposable
{
    static readonly ConversationReference Channel = new("slack", "A1|none|T1", "C1", ConversationKind.Channel);

    Harbour harbour = null!;

    Script Script => harbour.Script;

    [Fact]
    public async Task A_result_is_posted_where_a_coordinator_chose_knowing_who_reads()
    {
        await BeginAsync(new Readers(40, true));
        await ChooseAsync();
        Assert.Contains("About 40 people can read it now, some of them from outside.", Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);
        await Script.PressesAsync(harbour.Coordinator, "Post results there");
        await RoundAsync();

        Assert.Contains("What we heard", Posted, StringComparison.Ordinal);
        Assert.Contains("40 people", Posted, StringComparison.Ordinal);
        Assert.DoesNotContain("[", Posted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_posted_before_a_coordinator_said_yes_or_after_a_no()
    {
        await BeginAsync(new Readers(40, false));
        await ChooseAsync();
        await RoundAsync();
        Assert.DoesNotContain("What we heard", Posted, StringComparison.Ordinal);

        await Script.PressesAsync(harbour.Coordinator, "No, don't");
        Assert.Null(await PlaceAsync());
    }

    [Fact]
    public async Task Only_a_coordinator_chooses_a_channel()
    {
        await BeginAsync(new Readers(40, false));
        await SaysThereAsync(harbour.People[3]);
        Assert.Null(await PlaceAsync());
    }

    [Theory]
    [InlineData(45, false)]
    [InlineData(40, true)]
    public async Task When_more_people_can_read_posting_pauses_and_the_coordinator_is_asked(int people, bool outside)
    {
        await BeginAsync(new Readers(40, false));
        await ChooseAsync();
        await Script.PressesAsync(harbour.Coordinator, "Post results there");
        Script.Slack.Readers["C1"] = new Readers(people, outside);
        await RoundAsync();

        Assert.DoesNotContain("What we heard", Posted, StringComparison.Ordinal);
        Assert.Equal(PostingState.Paused, (await PlaceAsync())!.State);
        Assert.Contains("More people can read the channel than when you chose it", Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);

        await Script.PressesAsync(harbour.Coordinator, "Post results there");
        Assert.Equal(new Readers(people, outside), (await PlaceAsync())!.Readers);
        Assert.Equal(PostingState.On, (await PlaceAsync())!.State);
    }

    [Fact]
    public async Task One_reader_more_does_not_pause()
    {
        await BeginAsync(new Readers(40, false));
        await ChooseAsync();
        await Script.PressesAsync(harbour.Coordinator, "Post results there");
        Script.Slack.Readers["C1"] = new Readers(41, false);
        await RoundAsync();
        Assert.Contains("What we heard", Posted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_few_readers_is_no_yes_to_many()
    {
        await BeginAsync(new Readers(4, false));
        await ChooseAsync();
        var yes = Script.Press(harbour.Coordinator, "Post results there");
        Script.Slack.Readers["C1"] = new Readers(400, false);
        await ChooseAsync();
        await Script.DoesAsync(harbour.Coordinator, yes, null);
        Assert.Equal(PostingState.Asked, (await PlaceAsync())!.State);
    }

    [Fact]
    public async Task A_channel_whose_readers_nobody_tells_is_not_posted_in()
    {
        await BeginAsync(null);
        await ChooseAsync();
        Assert.Contains("I can't see how many people can read that channel", Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Null(await PlaceAsync());
    }

    public async ValueTask DisposeAsync() => await harbour.DisposeAsync();

    async Task BeginAsync(Readers? readers)
    {
        harbour = await Harbour.OfAsync(6, "slack");
        if (readers is not null) Script.Slack.Readers["C1"] = readers;
    }

    Task ChooseAsync() => SaysThereAsync(harbour.Coordinator);

    Task SaysThereAsync(ScriptPerson who) => Script.DoesAsync(who, Script.Typed(who, "post here") with { Conversation = Channel }, null);

    async Task RoundAsync()
    {
        await harbour.OpenAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "3", "4");
        await harbour.CloseAsync();
    }

    string Posted => string.Join('\n', Script.Slack.At("C1").Select(letter => Script.Words(letter.Message.Card)));

    async Task<PostingPlace?> PlaceAsync() =>
        await Script.Tables.Main.GetAsync(Harbour.Partition, PostingPlace.Key, TestContext.Current.CancellationToken) is { } row ? PostingPlace.FromRow(row) : null;
}
