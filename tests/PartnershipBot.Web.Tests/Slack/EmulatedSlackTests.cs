using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Web.Slack;
using static PartnershipBot.Web.Tests.Slack.SignedPost;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Every call that we make, to a Slack that others wrote, read back from it.</summary>
public sealed class EmulatedSlackTests : IAsyncLifetime
{
    EmulatedSlack slack = null!;
    SlackHost host = null!;
    string nia = "", chat = "";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    IChannel Channel => host.Services.GetRequiredService<IChannel>();

    public async ValueTask InitializeAsync()
    {
        slack = await EmulatedSlack.StartAsync(Cancel);
        host = await SlackHost.StartAsync(new Dictionary<string, string?> { ["Slack:ApiUrl"] = slack.Address, ["Slack:BotToken"] = EmulatedSlack.Token });
        nia = await slack.UserAsync("nia", Cancel);
        var bot = await slack.UserAsync("partnershipbot", Cancel);
        chat = (await slack.AskAsync("conversations.open", new { users = bot }, Cancel)).GetProperty("channel").GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        if (slack is not null) await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_there_with_its_blocks_and_words_and_changes_where_it_is()
    {
        var everything = (Card)DrawnCards.All["message_everything"];
        var id = await Channel.SendAsync(To(nia, everything), Cancel);
        Assert.StartsWith(chat + ":", id, StringComparison.Ordinal);
        await IsAsync(everything);

        var thanks = (Card)DrawnCards.All["message_one_line"];
        Assert.Equal(id, await Channel.SendAsync(To(nia, thanks) with { Replaces = id }, Cancel));
        await IsAsync(thanks);
        Assert.Single((await slack.AskAsync("conversations.history", new { channel = chat }, Cancel)).GetProperty("messages").EnumerateArray());
    }

    [Fact]
    public async Task An_answer_stands_in_its_thread()
    {
        var room = await slack.RoomAsync(Cancel);
        var question = SlackChannelTests.Hello(room, EmulatedSlack.Installation);
        var id = await Channel.SendAsync(question, Cancel);
        var thread = id!.Split(':')[1];
        await Channel.SendAsync(question with { To = question.To with { Thread = thread } }, Cancel);
        var said = (await slack.AskAsync("conversations.replies", new { channel = room, ts = thread }, Cancel)).GetProperty("messages");
        Assert.Equal(2, said.GetArrayLength());
        Assert.Equal(thread, said[1].GetProperty("thread_ts").GetString());
    }

    [Fact]
    public async Task A_home_is_published_and_published_anew()
    {
        await Channel.SendAsync(To(SlackAddress.Home(nia), (Card)DrawnCards.All["message_one_line"]), Cancel);
        await Channel.SendAsync(To(SlackAddress.Home(nia), (Card)DrawnCards.All["home_everything"]), Cancel);
        var home = Assert.Single(await slack.ViewsAsync(Cancel));
        Assert.Equal("app home", home.Kind);
        Assert.Contains("How was working together?", home.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opens_once_and_a_press_in_it_changes_it()
    {
        var trigger = await slack.TriggerAsync(Cancel);
        await PressAsync("block_actions_open.json", trigger);
        var open = Assert.Single(await slack.ViewsAsync(Cancel));
        Assert.Equal("modal", open.Kind);
        Assert.Contains("Only your own organisation sees this.", open.Words, StringComparison.Ordinal);

        await PressAsync("block_actions_modal.json", trigger, ("V0FORM", open.Id), ("1795500011.bb", open.Hash));
        var changed = Assert.Single(await slack.ViewsAsync(Cancel));
        Assert.Equal(open.Id, changed.Id);
        Assert.NotEqual(open.Hash, changed.Hash);
        Assert.DoesNotContain("did not open", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_opens_nothing_is_said_to_the_person()
    {
        var trigger = await slack.TriggerAsync(Cancel);
        await PressAsync("block_actions_open.json", trigger);
        await PressAsync("block_actions_open.json", trigger, ("1795500010.000700", "1795500011.000700"));
        Assert.Equal(SlackWords.DidNotOpen, (await slack.NewestAsync(chat, Cancel)).GetProperty("text").GetString());
        Assert.Contains("exchanged_trigger_id", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_asked_about_and_a_stranger_is_unknown()
    {
        var where = To(nia, (Card)DrawnCards.All["message_one_line"]).To;
        Assert.Equal("nia", (await Channel.ProfileAsync(new Identity("slack", "T000000001", nia), where, Cancel))?.Name);
        Assert.Null(await Channel.ProfileAsync(new Identity("slack", "T000000001", "U0NOBODY"), where, Cancel));
        var refused = await Assert.ThrowsAsync<ChannelException>(() => Channel.SendAsync(To("C0NOWHERE", (Card)DrawnCards.All["message_one_line"]), Cancel));
        Assert.Equal((ChannelFault.Gone, "channel_not_found"), (refused.Fault, refused.Code));
    }

    [Fact]
    public async Task In_a_channel_it_is_said_to_the_person_alone()
    {
        var room = await slack.RoomAsync(Cancel);
        await PressAsync("block_actions_channel.json", "no-trigger", ("C0VISITS", room));
        Assert.Contains("invalid_trigger_id", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await slack.AskAsync("conversations.history", new { channel = room }, Cancel)).GetProperty("messages").GetArrayLength());
    }

    static Message To(string address, Card card) => new(new("slack", EmulatedSlack.Installation, address, ConversationKind.Personal), card);

    async Task IsAsync(Card card)
    {
        var message = await slack.NewestAsync(chat, Cancel);
        var drawn = JsonNode.Parse(DrawnCards.Draw(card).Span)!;
        Assert.True(JsonNode.DeepEquals(drawn["blocks"], JsonSerializer.SerializeToNode(message.GetProperty("blocks"))), $"{message}");
        Assert.Equal(drawn["text"]!.GetValue<string>(), message.GetProperty("text").GetString());
    }

    async Task PressAsync(string file, string trigger, params (string Ours, string Theirs)[] more)
    {
        (string Ours, string Theirs)[] all = [("T0HARBOUR", "T000000001"), ("U0NIA", nia), ("D0NIA", chat), ("13.37.harbour", trigger), .. more];
        using var press = await host.InteractionAsync(all.Aggregate(Payload(file), (payload, one) => payload.Replace(one.Ours, one.Theirs, StringComparison.Ordinal)));
        Assert.Equal(System.Net.HttpStatusCode.OK, press.StatusCode);
        await host.SettleAsync();
    }
}
