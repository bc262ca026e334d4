using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Web.Slack;
using static PartnershipBot.Web.Tests.Slack.SignedPost;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>From a payload, through Bot and the outbox, to what Slack is told.</summary>
public sealed class SlackTurnTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("message_im.json", "D0NIA", null, "I can help")]
    [InlineData("message_im_file_share.json", "D0NIA", null, "I can help")]
    [InlineData("app_mention.json", "C0VISITS", "1795500002.000300", "I can help")]
    [InlineData("app_mention_in_thread.json", "C0VISITS", "1795400000.000001", "I can help")]
    [InlineData("member_joined_channel_bot.json", "C0VISITS", null, "Hello, all")]
    public async Task What_is_said_is_answered_where_it_was_said(string file, string channel, string? thread, string words)
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload(file)));
        var post = await OneAsync(host, "chat.postMessage");
        Assert.Equal(SlackHost.Token, post.Token);
        Assert.Equal("application/json; charset=utf-8", post.ContentType);
        Assert.Equal(channel, Text(post, "channel"));
        Assert.Equal(thread, post.Arguments["thread_ts"]?.GetValue<string>());
        Assert.Equal(words, Text(post, "text"));
        Assert.False(post.Arguments["unfurl_links"]!.GetValue<bool>());
        Assert.False(post.Arguments["unfurl_media"]!.GetValue<bool>());
        Assert.NotEmpty(post.Arguments["blocks"]!.AsArray());
    }

    [Theory]
    [InlineData("message_im_changed.json")]
    [InlineData("message_im_own.json")]
    [InlineData("message_channel.json")]
    [InlineData("app_home_opened_messages.json")]
    [InlineData("member_joined_channel_other.json")]
    [InlineData("reaction_added.json")]
    [InlineData("app_rate_limited.json")]
    [InlineData("tokens_revoked_people_only.json")]
    public async Task What_is_not_for_the_bot_is_accepted_and_changes_nothing(string file)
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload(file)));
        await host.SettleAsync();
        Assert.Equal(0, await host.RowsAsync());
        Assert.Empty(host.Slack.Calls);
    }

    [Theory]
    [InlineData("view_closed.json")]
    [InlineData("block_suggestion.json")]
    [InlineData("block_actions_link.json")]
    public async Task A_press_that_asks_for_nothing_is_accepted_and_changes_nothing(string file)
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload(file)));
        await host.SettleAsync();
        Assert.Equal(0, await host.RowsAsync());
    }

    [Fact]
    public async Task Words_arrive_as_they_were_typed()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload("message_im_markup.json")));
        var post = await OneAsync(host, "chat.postMessage");
        Assert.Equal("I heard: join <soon> & see harbour.example/join/abc, ask @owen in #visits @here https://harbour.example", Words(post));
    }

    [Fact]
    public async Task A_Home_tab_is_published_to_the_person_who_opened_it()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload("app_home_opened.json")));
        var publish = await OneAsync(host, "views.publish");
        Assert.Equal("U0NIA", Text(publish, "user_id"));
        Assert.Equal("home", publish.Arguments["view"]!["type"]!.GetValue<string>());
        Assert.Empty(host.Slack.To("chat.postMessage"));

        await OkAsync(host.InteractionAsync(Payload("block_actions_home.json")));
        await host.SettleAsync();
        Assert.Contains("Counted 1", host.Slack.To("views.publish")[^1].Arguments.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_channel_is_told_with_both_names()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload("channel_id_changed.json")));
        var row = await host.Tables.Main.GetAsync("person|nobody", "test|moved", Cancel);
        Assert.Equal(("G0VISITS", "C0VISITS"), (row!.Text("old"), row.Text("new")));
    }

    [Fact]
    public async Task A_press_changes_the_message_it_was_on()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload("block_actions_message.json")));
        var update = await OneAsync(host, "chat.update");
        Assert.Equal(("D0NIA", "1795500009.000600"), (Text(update, "channel"), Text(update, "ts")));
        Assert.Equal("Counted 1, with one\ntwo", Words(update));
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_counts_once_and_a_second_press_counts_again()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload("block_actions_message.json")));
        await OkAsync(host.InteractionAsync(Payload("block_actions_message.json")));
        await OkAsync(host.InteractionAsync(Payload("block_actions_message.json").Replace("1795500010.000700", "1795500011.000700", StringComparison.Ordinal)));
        await host.SettleAsync();
        Assert.Equal(["Counted 1, with one\ntwo", "Counted 2, with one\ntwo"], host.Slack.To("chat.update").Select(Words));
    }

    [Fact]
    public async Task A_mention_that_also_comes_as_a_second_event_is_answered_once()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload("app_mention.json")));
        await OkAsync(host.EventAsync(Payload("app_mention.json").Replace("Ev0APPMENTION", "Ev0OTHER", StringComparison.Ordinal)));
        await host.SettleAsync();
        Assert.Single(host.Slack.To("chat.postMessage"));
    }

    [Fact]
    public async Task A_press_on_what_only_one_person_saw_is_answered_to_that_person_alone()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload("block_actions_ephemeral.json")));
        Assert.Equal("U0NIA", Text(await OneAsync(host, "chat.postMessage"), "channel"));
        Assert.Empty(host.Slack.To("chat.update"));
    }

    [Fact]
    public async Task A_shortcut_is_answered_in_the_direct_message()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload("shortcut.json")));
        Assert.Equal("U0NIA", Text(await OneAsync(host, "chat.postMessage"), "channel"));
    }

    [Fact]
    public async Task A_shortcut_on_a_message_takes_nothing_of_the_message()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.InteractionAsync(Payload("message_action.json")));
        var open = await OneAsync(host, "views.open");
        Assert.Equal("13.37.harbour", Text(open, "trigger_id"));
        Assert.DoesNotContain("canary", open.Arguments.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("C0VISITS", open.Arguments.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_answered_in_its_own_response()
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.CommandAsync(Payload("command.form.txt"));
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var json = await JsonAsync(answer);
        Assert.Equal("ephemeral", json["response_type"]!.GetValue<string>());
        Assert.Equal("count#0", json["blocks"]![1]!["elements"]![0]!["action_id"]!.GetValue<string>());
        await host.SettleAsync();
        Assert.Empty(host.Slack.To("chat.postMessage"));
    }

    [Theory]
    [InlineData("", "I can help")]
    [InlineData("tell+%26+%3C%40U0OWEN%7Cowen%3E+50%25", "I heard: tell & @owen 50%")]
    public async Task A_commands_words_are_decoded_and_none_means_help(string text, string words)
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.CommandAsync($"team_id=T0HARBOUR&api_app_id=A0BRIDGE&user_id=U0NIA&trigger_id=1.2&text={text}");
        Assert.Equal(words, (await JsonAsync(answer))["blocks"]![0]!["text"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("quiet", "")]
    [InlineData("wrong", """{"response_type":"ephemeral","text":"Say &lt;something&gt; &amp; more."}""")]
    [InlineData("open", "")]
    public async Task A_command_may_say_nothing_or_what_was_wrong_or_open_a_form(string text, string body)
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.CommandAsync($"team_id=T0HARBOUR&api_app_id=A0BRIDGE&user_id=U0NIA&trigger_id=1.2&text={text}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Cancel));
        await host.SettleAsync();
        Assert.Equal(text == "open" ? 1 : 0, host.Slack.To("views.open").Count);
    }

    [Fact]
    public async Task A_person_who_is_new_is_asked_about_at_Slack_once()
    {
        await using var host = await SlackHost.StartAsync();
        await OkAsync(host.EventAsync(Payload("message_im.json")));
        await OkAsync(host.EventAsync(Payload("app_home_opened.json")));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SettleAsync();
        Assert.Equal("U0NIA", Text(Assert.Single(host.Slack.To("users.info")), "user"));
        var installation = await ((Installations)host.Services.GetService(typeof(Installations))!).FindAsync("slack", SlackHost.Installation, Cancel);
        Assert.Equal((SlackHost.Token, "U0BOT", "Harbour Homes"), (installation!.Secret, installation.BotUser, installation.Name));
        Assert.Single(host.Slack.To("auth.test"));
    }

    static async Task OkAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    static async Task<SlackCall> OneAsync(SlackHost host, string method)
    {
        await host.SettleAsync();
        return Assert.Single(host.Slack.To(method));
    }

    static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

    static string Text(SlackCall call, string argument) => call.Arguments[argument]!.GetValue<string>();

    static string Words(SlackCall call) => call.Arguments["blocks"]![0]!["text"]!["text"]!.GetValue<string>();
}
