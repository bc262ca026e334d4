using System.Net;
using System.Text;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Signed, and wrong in some way: never a 5xx, never a person's words in the log.</summary>
public sealed class SlackBadInputTests
{
    const string Canary = "canary-7f3k-harbour";

    public static TheoryData<string, string, HttpStatusCode> Bodies => new()
    {
        { "events", "", HttpStatusCode.BadRequest },
        { "events", "{", HttpStatusCode.BadRequest },
        { "events", "{\"type\":\"event_callback\",}", HttpStatusCode.BadRequest },
        { "events", $"{Canary}", HttpStatusCode.BadRequest },
        { "events", "{\"type\":\"event_callback\",\"event\":{\"text\":\"" + Canary + "\"", HttpStatusCode.BadRequest },
        { "events", "{} {}", HttpStatusCode.BadRequest },
        { "events", Nested(31), HttpStatusCode.OK },
        { "events", Nested(33), HttpStatusCode.BadRequest },
        { "events", Nested(10_000), HttpStatusCode.BadRequest },
        { "events", "null", HttpStatusCode.OK },
        { "events", "1", HttpStatusCode.OK },
        { "events", "[]", HttpStatusCode.OK },
        { "events", "\"" + Canary + "\"", HttpStatusCode.OK },
        { "events", "{}", HttpStatusCode.OK },
        { "events", "{\"type\":null}", HttpStatusCode.OK },
        { "events", "{\"type\":{\"a\":1}}", HttpStatusCode.OK },
        { "events", "{\"type\":\"" + Canary + " Said In Words\"}", HttpStatusCode.OK },
        { "events", "{\"type\":\"event_callback\"}", HttpStatusCode.OK },
        { "events", "{\"type\":\"event_callback\",\"event\":null}", HttpStatusCode.OK },
        { "events", "{\"type\":\"event_callback\",\"event\":[1],\"team_id\":\"T1\"}", HttpStatusCode.OK },
        { "events", Event("{\"type\":\"message\"}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"message\",\"channel_type\":\"im\",\"text\":\"" + Canary + "\"}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"message\",\"channel_type\":\"im\",\"user\":null,\"channel\":7,\"ts\":[],\"text\":{\"a\":\"" + Canary + "\"}}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"app_mention\",\"user\":{\"id\":\"U1\"},\"text\":null}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"app_home_opened\",\"tab\":\"home\"}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"member_joined_channel\"}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"channel_id_changed\",\"old_channel_id\":\"C1\"}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"tokens_revoked\",\"tokens\":7}"), HttpStatusCode.OK },
        { "events", Event("{\"type\":\"brand_new\",\"text\":\"" + Canary + "\"}"), HttpStatusCode.OK },
        { "events", "{\"type\":\"url_verification\",\"challenge\":{\"a\":1}}", HttpStatusCode.OK },
        { "events", "{\"\\ud83d\":1,\"\\ud83d\\u0074\":2}", HttpStatusCode.BadRequest },
        { "interactions", "", HttpStatusCode.OK },
        { "interactions", "&&&=&payload", HttpStatusCode.OK },
        { "interactions", "payload=", HttpStatusCode.BadRequest },
        { "interactions", "payload=%7B", HttpStatusCode.BadRequest },
        { "interactions", "payload=" + Canary, HttpStatusCode.BadRequest },
        { "interactions", "payload=null", HttpStatusCode.OK },
        { "interactions", "payload=%5B1%5D", HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"block_actions\"}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"block_actions\",\"actions\":{}}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"block_actions\",\"actions\":[null,1,{\"action_id\":7}]}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"block_actions\",\"actions\":[{\"type\":\"button\",\"action_id\":\"count#0\",\"value\":\"" + Canary + "\",\"action_ts\":\"x\"}]}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"view_submission\"}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"view_submission\",\"view\":{\"id\":\"V1\",\"callback_id\":\"sent\",\"state\":null,\"private_metadata\":7}}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"view_submission\",\"view\":{\"id\":\"V1\",\"callback_id\":\"sent\",\"state\":{\"values\":{\"words\":null,\"a\":{\"b\":null},\"c\":7}}}}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"view_submission\",\"view\":{\"id\":\"V1\",\"callback_id\":\"" + Canary + "\"}}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"shortcut\",\"callback_id\":\"ask\"}"), HttpStatusCode.OK },
        { "interactions", Interaction("{\"type\":\"dialog_submission\",\"submission\":{\"a\":\"" + Canary + "\"}}"), HttpStatusCode.OK },
        { "commands", "", HttpStatusCode.OK },
        { "commands", "text=" + Canary, HttpStatusCode.OK },
        { "commands", "team_id=T1&user_id=U1&text=" + Canary, HttpStatusCode.OK },
        { "commands", "team_id=T1&user_id=U1&trigger_id=1.2&text=%ZZ%", HttpStatusCode.OK },
        { "commands", "team_id=T1&user_id=U1&trigger_id=1.3&text=%ff%fe" + Canary, HttpStatusCode.OK },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_wrong_is_answered_calmly(string route, string body, HttpStatusCode expected)
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.PostAsync(route, Encoding.UTF8.GetBytes(body), route == "events" ? SignedPost.Json : SignedPost.Form);
        Assert.Equal(expected, answer.StatusCode);
        await host.SettleAsync();
        Assert.DoesNotContain(Canary, host.Log.Text.Replace("verb '" + Canary, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_with_half_a_character_keep_the_rest()
    {
        await using var host = await SlackHost.StartAsync();
        using var answer = await host.EventAsync(Event("{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\",\"user\":\"U1\",\"ts\":\"1795500000.1\",\"text\":\"caf\\u00e9 \\\"\\ud83d\\n\\u0041\"}").Replace("\"T1\"", "\"T0HARBOUR\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await host.SettleAsync();
        Assert.Contains("I heard: café \"\uFFFD\nA", host.Slack.To("chat.postMessage").Single().Arguments["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_typed_is_in_no_log_even_when_a_handler_fails()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("chat.postMessage", "invalid_blocks");
        using var message = await host.EventAsync(SignedPost.Payload("message_im.json").Replace("\"help\"", $"\"fault {Canary}\"", StringComparison.Ordinal));
        using var form = await host.InteractionAsync(SignedPost.Payload("view_submission.json").Replace("We visited on Tuesday", Canary, StringComparison.Ordinal));
        using var command = await host.CommandAsync(SignedPost.Payload("command.form.txt").Replace("text=ask", "text=fault+" + Canary, StringComparison.Ordinal));
        await host.SettleAsync();
        Assert.Contains("Reference", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary: what a handler threw", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SlackHost.Token, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(SlackHost.Secret, host.Log.Text, StringComparison.Ordinal);
    }

    static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    static string Event(string inner) => "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"event\":" + inner + "}";

    static string Interaction(string json) =>
        "payload=" + Uri.EscapeDataString(json[..^1] + ",\"api_app_id\":\"A1\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"},\"trigger_id\":\"1.2\"}").Replace("%20", "+", StringComparison.Ordinal);
}
