using System.Text;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class BlockKitRulesTests(SlackTownFixture slack) : IClassFixture<SlackTownFixture>
{
    [Theory]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"Hello","emoji":true}}""")]
    [InlineData("""{"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"*Hello*","verbatim":true},"accessory":{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Go"}}}""")]
    [InlineData("""{"type":"section","fields":[{"type":"mrkdwn","text":"a"},{"type":"plain_text","text":"b"}]}""")]
    [InlineData("""{"type":"divider"}""")]
    [InlineData("""{"type":"context","elements":[{"type":"mrkdwn","text":"small"},{"type":"image","image_url":"https://x.example/a.png","alt_text":"a"}]}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"p","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"One"},"value":"1"}},{"type":"datepicker","action_id":"d","initial_date":"2026-11-24"},{"type":"overflow","action_id":"o","options":[{"text":{"type":"plain_text","text":"More"},"value":"m"}]}]}""")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"radio_buttons","action_id":"r","options":[{"text":{"type":"mrkdwn","text":"One"},"value":"1","description":{"type":"plain_text","text":"d"}}]}}""")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"L"},"optional":true,"element":{"type":"number_input","action_id":"n","is_decimal_allowed":false,"min_value":"1"}}""")]
    [InlineData("""{"type":"image","image_url":"https://x.example/a.png","alt_text":"A chart","title":{"type":"plain_text","text":"t"}}""")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"hi","style":{"bold":true}}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"}]}]}]}""")]
    public async Task Slack_takes(string block) => Assert.Null((await PostAsync($"[{block}]")).Error);

    [Theory]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"Hello"}}""", "/blocks/0/text/type")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"Hello"},"colour":"red"}""", "unknown field \\u0022colour\\u0022")]
    [InlineData("""{"type":"section"}""", "must have text or fields")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"a","emoji":true}}""", "emoji")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":""}}""", "at least 1")]
    [InlineData("""{"type":"context","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Go"}}]}""", "unsupported type")]
    [InlineData("""{"type":"image","image_url":"https://x.example/a.png"}""", "alt_text")]
    [InlineData("""{"type":"actions","elements":[]}""", "from 1 to 25")]
    [InlineData("""{"type":"actions","elements":[{"type":"plain_text_input","action_id":"t"}]}""", "unsupported type")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"A"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"B"}}]}""", "already exists in its block")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"p","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"Two"},"value":"2"}}]}""", "must be one of the options")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","style":"blue","text":{"type":"plain_text","text":"A"}}]}""", "primary, danger")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"number_input","action_id":"n"}}""", "is_decimal_allowed")]
    [InlineData("""{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"datepicker","action_id":"n","initial_date":"24/11/2026"}}""", "a date like")]
    [InlineData("""{"type":"divider","block_id":"x"},{"type":"divider","block_id":"x"}""", "already exists")]
    public async Task Slack_refuses(string blocks, string because)
    {
        var (error, body) = await PostAsync($"[{blocks}]");
        Assert.Equal("invalid_blocks", error);
        Assert.Contains(because, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", 150)]
    [InlineData("section", 3000)]
    [InlineData("button", 75)]
    public async Task A_text_may_be_as_long_as_the_limit_and_not_a_character_longer(string kind, int limit)
    {
        string Block(int length) => kind switch
        {
            "header" => $$$"""{"type":"header","text":{"type":"plain_text","text":"{{{new string('a', length)}}}"}}""",
            "section" => $$$"""{"type":"section","text":{"type":"plain_text","text":"{{{new string('a', length)}}}"}}""",
            _ => $$$"""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"{{{new string('a', length)}}}"}}]}""",
        };
        Assert.Null((await PostAsync($"[{Block(limit)}]")).Error);
        Assert.Equal("invalid_blocks", (await PostAsync($"[{Block(limit + 1)}]")).Error);
    }

    [Fact]
    public async Task A_message_has_at_most_fifty_blocks()
    {
        Assert.Null((await PostAsync("[" + string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 50)) + "]")).Error);
        Assert.Equal("invalid_blocks", (await PostAsync("[" + string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51)) + "]")).Error);
    }

    [Theory]
    [InlineData("""{"type":"home","blocks":[{"type":"divider"}],"private_metadata":"x"}""", null)]
    [InlineData("""{"type":"home","title":{"type":"plain_text","text":"T"},"blocks":[]}""", "unknown field")]
    [InlineData("""{"type":"home"}""", "blocks")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}""", "must be a home")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"t"}}]}""", "must have submit")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"A title that is far too long"},"blocks":[]}""", "no more than 24")]
    public async Task A_view_is_held_to_the_rules_of_its_kind(string view, string? because)
    {
        var (error, body) = await CallAsync("views.publish", $$"""{"user_id":"U01NIA","view":{{view}}}""");
        Assert.Equal(because is null ? null : "invalid_arguments", error);
        Assert.Contains(because ?? "\"hash\"", body, StringComparison.Ordinal);
    }

    Task<(string? Error, string Body)> PostAsync(string blocks) => CallAsync("chat.postMessage", $$"""{"channel":"U01NIA","text":"t","blocks":{{blocks}}}""");

    async Task<(string? Error, string Body)> CallAsync(string method, string arguments)
    {
        using var content = new StringContent(arguments, Encoding.UTF8, "application/json");
        using var response = await slack.SendAsync(method, content);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body).Error(), body);
    }
}
