using System.Net;
using System.Text;
using PartnershipBot.Playground;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class SlackWebApiTests(SlackTownFixture slack) : IClassFixture<SlackTownFixture>
{
    [Fact]
    public async Task A_call_without_a_token_is_not_authed_and_with_a_wrong_one_invalid()
    {
        Assert.Equal("not_authed", (await slack.CallAsync("auth.test", new { }, bearer: null)).Error());
        Assert.Equal("invalid_auth", (await slack.CallAsync("auth.test", new { }, bearer: "xoxb-other")).Error());
        Assert.Equal("U0PARTBOT1", (await slack.CallAsync("auth.test", new { })).At("user_id"));
    }

    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C404","text":"hello"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C02QUIET","text":"hello"}""", "not_in_channel")]
    [InlineData("chat.postMessage", """{"channel":"U01NIA"}""", "no_text")]
    [InlineData("chat.postMessage", """{"channel":"U01NIA","text":"hi","blocks":[{"type":"sparkle"}]}""", "invalid_blocks")]
    [InlineData("chat.update", """{"channel":"D01NIA","ts":"1.000001","text":"hi"}""", "message_not_found")]
    [InlineData("chat.delete", """{"channel":"D01NIA","ts":"1.000001"}""", "message_not_found")]
    [InlineData("chat.postEphemeral", """{"channel":"C01GENERAL","user":"U404","text":"hi"}""", "user_not_in_channel")]
    [InlineData("views.open", """{"trigger_id":"1.2.3","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}}""", "invalid_trigger_id")]
    [InlineData("views.update", """{"view_id":"V404","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}}""", "not_found")]
    [InlineData("views.publish", """{"user_id":"U404","view":{"type":"home","blocks":[]}}""", "user_not_found")]
    [InlineData("conversations.open", """{"users":"U404"}""", "user_not_found")]
    [InlineData("conversations.members", """{"channel":"C404"}""", "channel_not_found")]
    [InlineData("users.info", """{"user":"U404"}""", "user_not_found")]
    [InlineData("users.sparkle", "{}", "unknown_method")]
    [InlineData("chat.postMessage", "not json", "invalid_json")]
    public async Task A_refusal_is_status_200_with_slacks_own_word(string method, string body, string error)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await slack.SendAsync(method, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"\"error\":\"{error}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_over_forty_thousand_characters_is_too_long()
    {
        var reply = await slack.CallAsync("chat.postMessage", new { channel = "U01NIA", text = new string('a', 40_001) });
        Assert.Equal("msg_too_long", reply.Error());
    }

    [Fact]
    public async Task A_message_to_a_person_lands_in_their_conversation_and_can_be_updated_there()
    {
        var posted = await slack.CallAsync("chat.postMessage", new { channel = "U02TOM", text = "before" });
        Assert.Equal("D02TOM", posted.At("channel"));
        await slack.CallAsync("chat.update", new { channel = "D02TOM", ts = posted.At("ts"), text = "after" });
        var seen = Assert.Single(slack.Town.DmOf("Tom Doyle"), message => message.Ts == posted.At("ts"));
        Assert.Equal(("after", true), (seen.Text, seen.Edited));
    }

    [Fact]
    public async Task Blocks_that_came_with_an_update_get_ids_like_those_of_a_post()
    {
        object[] blocks = [new { type = "actions", elements = new object[] { new { type = "button", text = new { type = "plain_text", text = "Yes" } } } }];
        var posted = await slack.CallAsync("chat.postMessage", new { channel = "U02TOM", text = "before" });
        await slack.CallAsync("chat.update", new { channel = "D02TOM", ts = posted.At("ts"), text = "after", blocks });
        var block = Assert.Single(slack.Town.DmOf("Tom Doyle"), message => message.Ts == posted.At("ts")).Blocks!.Value[0];
        Assert.NotEmpty(block.At("block_id"));
        Assert.NotEmpty(block.GetProperty("elements")[0].At("action_id"));
    }

    [Fact]
    public async Task A_form_body_works_like_a_json_body()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = "U02TOM", ["include_locale"] = "true" });
        using var response = await slack.SendAsync("users.info", form);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"tz\":\"Europe/Dublin\"", text, StringComparison.Ordinal);
        Assert.Contains("\"locale\":\"en-IE\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_come_in_pages_until_the_cursor_is_empty()
    {
        List<string> members = [];
        var cursor = "";
        do
        {
            var page = await slack.CallAsync("conversations.members", new { channel = "C01GENERAL", limit = 2, cursor });
            members.AddRange(page.GetProperty("members").EnumerateArray().Select(member => member.GetString()!));
            cursor = page.At("response_metadata", "next_cursor");
        }
        while (cursor.Length > 0);
        Assert.Equal(["U01NIA", "U02TOM", "U0PARTBOT1"], members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_fault_before_the_effect_posts_nothing_and_one_after_it_has_posted()
    {
        slack.Town.Fault = method => method is "chat.postMessage" ? new TownFault(429, RetryAfterSeconds: 30) : null;
        using var limited = await slack.SendAsync("chat.postMessage", new StringContent("""{"channel":"U01NIA","text":"limited"}""", Encoding.UTF8, "application/json"));
        slack.Town.Fault = _ => new TownFault(500, AfterEffect: true);
        using var lost = await slack.SendAsync("chat.postMessage", new StringContent("""{"channel":"U01NIA","text":"lost"}""", Encoding.UTF8, "application/json"));
        slack.Town.Fault = null;
        Assert.Equal(429, (int)limited.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), limited.Headers.RetryAfter?.Delta);
        Assert.Equal(500, (int)lost.StatusCode);
        Assert.DoesNotContain(slack.Town.DmOf("U01NIA"), message => message.Text is "limited");
        Assert.Contains(slack.Town.DmOf("U01NIA"), message => message.Text is "lost");
    }
}
