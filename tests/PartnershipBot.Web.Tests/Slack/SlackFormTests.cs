using System.Net;
using System.Text.Json.Nodes;
using PartnershipBot.Web.Slack;
using static PartnershipBot.Web.Tests.Slack.SignedPost;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>A form's way: opened from a press, sent, corrected, carried on, and answered.</summary>
public sealed class SlackFormTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_remembers_the_message_it_was_opened_from_and_the_answer_takes_its_place()
    {
        await using var host = await SlackHost.StartAsync();
        using var press = await host.InteractionAsync(Payload("block_actions_open.json"));
        Assert.Empty(await press.Content.ReadAsByteArrayAsync(Cancel));
        await host.SettleAsync();
        var view = Assert.Single(host.Slack.To("views.open")).Arguments["view"]!;
        Assert.Equal("sent", view["callback_id"]!.GetValue<string>());

        using var sent = await host.InteractionAsync(Submission(view["private_metadata"]!.GetValue<string>(), "We visited on Tuesday"));
        Assert.Empty(await sent.Content.ReadAsByteArrayAsync(Cancel));
        await host.SettleAsync();
        var update = Assert.Single(host.Slack.To("chat.update"));
        Assert.Equal("D0NIA", update.Arguments["channel"]!.GetValue<string>());
        Assert.Equal("1795500009.000600", update.Arguments["ts"]!.GetValue<string>());
        Assert.Equal("week 7: We visited on Tuesday, 4, 2026-12-08, [], []", update.Arguments["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_persons_mistake_is_said_beside_its_input_and_the_form_may_be_sent_again()
    {
        await using var host = await SlackHost.StartAsync();
        Assert.Equal("""{"response_action":"errors","errors":{"words":"Please say something. And this."}}""", await SendAsync(host, " "));
        Assert.Equal("", await SendAsync(host, "Better now"));
        await host.SettleAsync();
        Assert.Single(host.Slack.To("chat.update"));
    }

    [Fact]
    public async Task A_mistake_that_belongs_to_no_input_is_said_at_the_top()
    {
        await using var host = await SlackHost.StartAsync();
        var answer = JsonNode.Parse(await SendAsync(host, "astray"))!;
        Assert.Equal("update", answer["response_action"]!.GetValue<string>());
        Assert.Equal("This belongs nowhere.", answer["view"]!["blocks"]![0]!["text"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_next_page_takes_the_place_of_this_one_and_remembers_the_same_message()
    {
        await using var host = await SlackHost.StartAsync();
        var answer = JsonNode.Parse(await SendAsync(host, "next"))!;
        Assert.Equal("update", answer["response_action"]!.GetValue<string>());
        var state = FormState.Read(answer["view"]!["private_metadata"]!.GetValue<string>())!;
        Assert.Equal(("page 2", "D0NIA:1795500009.000600", "D0NIA"), (state.Value, state.MessageId, state.Conversation.Address));
    }

    [Fact]
    public async Task Nothing_to_show_closes_the_form()
    {
        await using var host = await SlackHost.StartAsync();
        Assert.Equal("", await SendAsync(host, "nothing"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        await using var host = await SlackHost.StartAsync();
        Assert.Equal("", await SendAsync(host, "Once"));
        Assert.Equal("", await SendAsync(host, "Once"));
        await host.SettleAsync();
        Assert.Single(host.Slack.To("chat.update"));
    }

    [Fact]
    public async Task A_press_inside_a_form_changes_the_form_that_is_open()
    {
        await using var host = await SlackHost.StartAsync();
        using var press = await host.InteractionAsync(Payload("block_actions_modal.json"));
        await host.SettleAsync();
        var update = Assert.Single(host.Slack.To("views.update")).Arguments;
        Assert.Equal(("V0FORM", "1795500011.bb"), (update["view_id"]!.GetValue<string>(), update["hash"]!.GetValue<string>()));
        Assert.Equal("D0NIA:1795500009.000600", FormState.Read(update["view"]!["private_metadata"]!.GetValue<string>())!.MessageId);
        Assert.Empty(host.Slack.To("views.open"));
    }

    [Theory]
    [InlineData("block_actions_open.json", "chat.postMessage", "D0NIA")]
    [InlineData("block_actions_channel.json", "chat.postEphemeral", "C0VISITS")]
    [InlineData("message_action.json", "chat.postMessage", "U0NIA")]
    public async Task A_form_that_does_not_open_is_said_to_the_person_alone(string file, string method, string channel)
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("views.open", "expired_trigger_id");
        using var press = await host.InteractionAsync(Payload(file));
        Assert.Equal(HttpStatusCode.OK, press.StatusCode);
        await host.SettleAsync();
        var told = Assert.Single(host.Slack.To(method)).Arguments;
        Assert.Equal((channel, "That did not open. Please try again."), (told["channel"]!.GetValue<string>(), told["text"]!.GetValue<string>()));
        if (method == "chat.postEphemeral") Assert.Equal("U0NIA", told["user"]!.GetValue<string>());
        Assert.Contains("expired_trigger_id", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_for_a_form_to_open_except_the_server_that_stops()
    {
        await using var host = await SlackHost.StartAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var let = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Slack.Answers["views.open"] = async _ =>
        {
            asked.SetResult();
            await let.Task;
            return null;
        };
        using var press = await host.InteractionAsync(Payload("block_actions_open.json"));
        Assert.Equal(HttpStatusCode.OK, press.StatusCode);
        await asked.Task.WaitAsync(Cancel);

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        let.SetResult();
        await stopping;
        Assert.DoesNotContain("did not open", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_drawn_is_our_mistake_and_no_error_to_Slack()
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.CommandAsync("team_id=T0HARBOUR&api_app_id=A0BRIDGE&user_id=U0NIA&trigger_id=1.2&text=toolong");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("We could not show the answer here", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("could not be drawn for Slack", host.Log.Text, StringComparison.Ordinal);
    }

    static async Task<string> SendAsync(SlackHost host, string words)
    {
        using var answer = await host.InteractionAsync(Payload("view_submission.json").Replace("We visited on Tuesday", words, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    static string Submission(string metadata, string words)
    {
        var payload = JsonNode.Parse(Payload("view_submission.json"))!;
        payload["view"]!["private_metadata"] = metadata;
        payload["view"]!["state"]!["values"]!["words"]!["answer"]!["value"] = words;
        return payload.ToJsonString();
    }
}
