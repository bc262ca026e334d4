using System.Text.Json.Nodes;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Activities over real HTTP, answered by the real bot on SQLite.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    TeamsService service = null!;
    TeamsHost host = null!;

    public async ValueTask InitializeAsync()
    {
        service = await TeamsService.StartAsync();
        host = await TeamsHost.StartAsync(service);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    Payload Read(string name) => Payload.Read(name, service.ServiceUrl);

    async Task<JsonNode> AnswerAsync(Payload payload)
    {
        var answer = await host.PostAsync(payload);
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.Body)!;
    }

    [Fact]
    public async Task A_typed_word_is_acknowledged_at_once_and_answered_with_a_card()
    {
        var answer = await host.PostAsync(Read("message-personal"));
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        await host.SettleAsync();
        var sent = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/connector/v3/conversations/a%3A1sam/activities"), (sent.Method, sent.Target));
        Assert.Equal($"Bearer token-1|{TeamsHost.Tenant}|{TeamsHost.AppId}|https://api.botframework.com/.default", sent.Authorization);
        Assert.Equal("Hello there", sent.Body!["summary"]!.GetValue<string>());
        Assert.Equal("AdaptiveCard", sent.Body["attachments"]![0]!["content"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_activity_delivered_twice_is_answered_once()
    {
        await host.PostAsync(Read("message-personal"));
        await host.PostAsync(Read("message-personal"));
        await host.SettleAsync();
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_install_that_is_told_twice_is_welcomed_once()
    {
        await host.PostAsync(Read("install-personal"));
        await host.PostAsync(Read("members-added-personal"));
        await host.SettleAsync();
        Assert.Equal("welcome", host.Heard.First().Verb);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task In_a_team_the_bot_greets_the_channel_and_not_one_person()
    {
        await host.PostAsync(Read("install-personal").With("conversation", new JsonObject { ["id"] = "19:channel@thread.tacv2", ["conversationType"] = "channel", ["isGroup"] = true }));
        Assert.Equal("channel.joined", Assert.Single(host.Heard).Verb);
    }

    [Fact]
    public async Task In_a_channel_the_answer_goes_into_the_thread()
    {
        await host.PostAsync(Read("message-channel"));
        await host.SettleAsync();
        var heard = Assert.Single(host.Heard);
        Assert.Equal("hello", heard.Text);
        Assert.Equal((ConversationKind.Channel, "19:channel@thread.tacv2", "1767000000000"), (heard.Conversation.Kind, heard.Conversation.Address, heard.Conversation.Thread));
        Assert.Equal("29:1-sam", heard.Reach!.Address);
        Assert.Contains("%3Bmessageid%3D1767000000000", Assert.Single(service.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_is_answered_in_place_and_the_message_is_changed_too()
    {
        var answer = await AnswerAsync(Read("press"));
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.GetValue<string>()));
        Assert.Contains("Shown v1", answer["value"]!.ToJsonString(), StringComparison.Ordinal);
        var heard = Assert.Single(host.Heard);
        Assert.Equal(("Bring the keys", "2", "v1"), (heard.Input("words"), heard.Input("sure"), heard.Value));
        Assert.Equal(new Identity("teams", TeamsHost.Tenant, "5a5a5a5a-0000-4000-8000-000000000001"), heard.From);
        await host.SettleAsync();
        var sent = Assert.Single(service.Requests);
        Assert.Equal(("PUT", "/connector/v3/conversations/a%3A1sam/activities/1767000000000"), (sent.Method, sent.Target));
    }

    [Fact]
    public async Task A_form_opens_in_the_place_of_its_card_and_says_mistakes_beside_their_inputs()
    {
        var opened = (await AnswerAsync(Read("press").With("value.action.verb", "ask"))).ToJsonString();
        Assert.Contains("Input.ChoiceSet", opened, StringComparison.Ordinal);
        var again = Read("press").With("id", "f:99").With("value.action.verb", "ask.send").With("value.action.data.sure", "");
        var body = (await AnswerAsync(again))["value"]!["body"]!.AsArray();
        var input = body.Single(element => element!["id"]?.GetValue<string>() == "sure")!;
        Assert.Contains("Say how sure you are.", body[body.IndexOf(input) + 1]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Bring the keys", body.Single(element => element!["id"]?.GetValue<string>() == "words")!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_next_page_of_a_form_takes_the_place_of_this_one()
    {
        var next = await AnswerAsync(Read("press").With("value.action.verb", "ask.send").With("value.action.data.sure", "next"));
        Assert.Equal("application/vnd.microsoft.card.adaptive", next["type"]!.GetValue<string>());
        Assert.Contains("Page 2 of 2", next["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"_value\":\"page 2\"", next["value"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_show_is_said_in_a_word()
    {
        var answer = await AnswerAsync(Read("press").With("value.action.verb", "done"));
        Assert.Equal(("application/vnd.microsoft.activity.message", "Done."), (answer["type"]!.GetValue<string>(), answer["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Dialogs_open_continue_and_close()
    {
        var opened = await AnswerAsync(Read("task-fetch"));
        Assert.Equal("continue", opened["task"]!["type"]!.GetValue<string>());
        Assert.DoesNotContain("Action.Execute", opened.ToJsonString(), StringComparison.Ordinal);
        var closed = await host.PostAsync(Read("task-submit"));
        Assert.Equal((200, ""), (closed.Status, closed.Body));
        var shown = await AnswerAsync(Read("task-submit").With("id", "f:50").With("value.data.sure", "1"));
        Assert.Contains("Recorded", shown["task"]!["value"]!["card"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_action_opens_a_form_with_the_words_of_the_message()
    {
        var opened = await AnswerAsync(Read("message-action"));
        Assert.Contains("The lift works again.\\nTea \\u0026 cake helped.", opened.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Recorded", (await AnswerAsync(Read("message-action-submit"))).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_an_old_client_comes_as_a_message()
    {
        await host.PostAsync(Read("submit-personal"));
        var heard = Assert.Single(host.Heard);
        Assert.Equal(("show", "v1", "1767000000000"), (heard.Verb, heard.Value, heard.MessageId));
    }

    [Theory]
    [InlineData("members-added-other")]
    [InlineData("install-upgrade")]
    [InlineData("reaction")]
    [InlineData("typing")]
    [InlineData("message-deleted")]
    public async Task What_asks_nothing_of_the_bot_is_acknowledged(string name)
    {
        var answer = await host.PostAsync(Read(name));
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Empty(host.Heard);
    }

    [Theory]
    [InlineData("uninstall-personal")]
    [InlineData("bot-removed-team")]
    public async Task A_removal_is_heard(string name)
    {
        Assert.Equal(200, (await host.PostAsync(Read(name))).Status);
        var heard = Assert.Single(host.Heard);
        Assert.Equal((ActivityType.InstallationUpdate, "uninstalled"), (heard.Type, heard.Verb));
    }

    [Fact]
    public async Task An_invoke_that_is_not_known_is_501_and_one_that_says_nothing_is_a_bad_request()
    {
        Assert.Equal(501, (await host.PostAsync(Read("invoke-unknown"))).Status);
        Assert.Equal(400, (await AnswerAsync(Read("press").With("value", null)))["statusCode"]!.GetValue<int>());
        Assert.Equal(400, (await host.PostAsync(Read("task-fetch").With("value.data", null))).Status);
    }

    [Fact]
    public async Task A_card_that_cannot_be_drawn_is_answered_in_words()
    {
        var answer = await AnswerAsync(Read("press-group").With("value.action.verb", "long"));
        Assert.Equal("application/vnd.microsoft.activity.message", answer["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_503_and_the_redelivery_is_taken()
    {
        host.Table.IsDown = true;
        Assert.Equal(503, (await host.PostAsync(Read("message-personal"))).Status);
        host.Table.IsDown = false;
        Assert.Equal(200, (await host.PostAsync(Read("message-personal"))).Status);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("42", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    [InlineData("{\"type\":\"message\",}", 400)]
    [InlineData("{\"type\":\"\\ud800\"}", 400)]
    [InlineData("{}", 401)]
    public async Task A_body_that_is_no_activity_is_refused(string body, int status) =>
        Assert.Equal(status, (await host.PostAsync(body, $"Bearer {service.Signer.Token(TeamsHost.AppId, service.ServiceUrl)}")).Status);

    [Fact]
    public async Task Bodies_that_are_too_large_too_deep_or_not_JSON_are_refused()
    {
        var token = $"Bearer {service.Signer.Token(TeamsHost.AppId, service.ServiceUrl)}";
        Assert.Equal(413, (await host.PostAsync($"{{\"text\":\"{new string('a', 1_100_000)}\"}}", token)).Status);
        Assert.Equal(400, (await host.PostAsync(new string('[', 40) + new string(']', 40), token)).Status);
        Assert.Equal(415, (await host.PostAsync("{}", token, "text/plain")).Status);
    }

    [Fact]
    public async Task Words_people_and_tokens_are_never_logged()
    {
        await host.PostAsync(Read("message-personal").With("text", "canary-words").With("from.name", "canary-name"));
        await host.PostAsync(Read("press").With("value.action.data.words", "canary-input"));
        await host.PostAsync(Read("press").With("id", "f:77").With("value.action.verb", "fault"));
        await host.PostAsync(Read("typing").With("type", "canary-type"));
        await host.PostAsync("{}", "Bearer canary-token");
        await host.SettleAsync();
        Assert.NotEqual("", host.Log.Text);
        Assert.DoesNotContain("canary", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("29:1-sam", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Signer.Token(TeamsHost.AppId, service.ServiceUrl)[..60], host.Log.Text, StringComparison.Ordinal);
    }
}
