using System.Globalization;
using System.Text;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class SlackTownTests(SlackTownFixture slack) : IClassFixture<SlackTownFixture>
{
    const string Modal = """
        {"type":"modal","callback_id":"how","title":{"type":"plain_text","text":"How is it?"},"submit":{"type":"plain_text","text":"Send"},"notify_on_close":true,
         "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why?"},"element":{"type":"plain_text_input","action_id":"text"}},
                   {"type":"input","block_id":"score","optional":true,"label":{"type":"plain_text","text":"Score"},"element":{"type":"static_select","action_id":"pick",
                    "options":[{"text":{"type":"plain_text","text":"Low"},"value":"1"},{"text":{"type":"plain_text","text":"High"},"value":"5"}]}}]}
        """;

    CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_published_vector_gives_the_published_signature()
    {
        const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            SlackSigner.Sign("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, Encoding.UTF8.GetBytes(Body)));
    }

    [Fact]
    public async Task What_a_person_says_arrives_signed_in_a_full_envelope()
    {
        var answer = await slack.Town.SaysAsync("Nia Roberts", "hello & welcome", Cancel);
        var heard = slack.Bot.Last;
        Assert.True(answer.Accepted);
        Assert.Equal("/slack/events", heard.Path);
        Assert.Equal("application/json", heard.ContentType);
        var signed = SlackSigner.Sign("a secret for signing", long.Parse(heard.Headers["X-Slack-Request-Timestamp"], CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(heard.Body));
        Assert.Equal(signed, heard.Headers["X-Slack-Signature"]);
        var envelope = heard.Json();
        Assert.Equal("im", envelope.At("event", "channel_type"));
        Assert.Equal("hello & welcome", envelope.At("event", "text"));
        Assert.Equal("T0HARBOUR1", envelope.GetProperty("authorizations")[0].At("team_id"));
        Assert.StartsWith("Ev", envelope.At("event_id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_delivery_has_the_same_body_and_says_that_it_is_one()
    {
        await slack.Town.SaysAsync("U01NIA", "once", Cancel);
        var first = slack.Bot.Last;
        await slack.Town.RedeliversAsync(Cancel);
        Assert.Equal(first.Body, slack.Bot.Last.Body);
        Assert.Equal("1", slack.Bot.Last.Headers["X-Slack-Retry-Num"]);
        Assert.Equal("http_timeout", slack.Bot.Last.Headers["X-Slack-Retry-Reason"]);
    }

    [Fact]
    public async Task A_pressed_button_carries_its_value_its_message_and_a_trigger_that_opens_once()
    {
        var view = await OpenAsync();
        Assert.Null(view.Error());
        Assert.Equal("exchanged_trigger_id", (await slack.CallAsync("views.open", new { trigger_id = Trigger(), view = Parsed(Modal) })).Error());
        Assert.Equal("go", slack.Bot.Last.Json().GetProperty("actions")[0].At("value"));
        Assert.Equal("Start", slack.Bot.Last.Json().GetProperty("actions")[0].At("text", "text"));
    }

    [Fact]
    public async Task A_trigger_older_than_three_seconds_opens_nothing()
    {
        await PressAsync();
        slack.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("expired_trigger_id", (await slack.CallAsync("views.open", new { trigger_id = Trigger(), view = Parsed(Modal) })).Error());
    }

    [Fact]
    public async Task A_submission_carries_what_stands_in_the_inputs_and_an_empty_answer_closes_the_form()
    {
        await OpenAsync();
        var answer = await slack.Town.SubmitsAsync("U01NIA", new Dictionary<string, string?> { ["Why?"] = "because", ["score"] = "High" }, Cancel);
        var values = slack.Bot.Last.Json().GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.True(answer.Accepted);
        Assert.Equal("because", values.At("why", "text", "value"));
        Assert.Equal("5", values.At("score", "pick", "selected_option", "value"));
        Assert.Empty(slack.Town.ModalOf("U01NIA"));
    }

    [Fact]
    public async Task A_required_input_left_empty_is_never_sent()
    {
        await OpenAsync();
        var before = slack.Bot.Heard.Count;
        await Assert.ThrowsAsync<InvalidOperationException>(() => slack.Town.SubmitsAsync("U01NIA", new Dictionary<string, string?>(), Cancel));
        Assert.Equal(before, slack.Bot.Heard.Count);
    }

    [Fact]
    public async Task Errors_are_shown_beside_their_inputs_and_the_form_stays_open()
    {
        await OpenAsync();
        slack.Bot.Answer = _ => (200, """{"response_action":"errors","errors":{"why":"Say a little more."}}""");
        var answer = await slack.Town.SubmitsAsync("U01NIA", new Dictionary<string, string?> { ["why"] = "x" }, Cancel);
        Assert.True(answer.Accepted);
        Assert.Equal("Say a little more.", Assert.Single(slack.Town.ModalOf("U01NIA")).Errors["why"]);
        slack.Bot.Answer = _ => (200, """{"response_action":"errors","errors":{"nowhere":"?"}}""");
        answer = await slack.Town.SubmitsAsync("U01NIA", new Dictionary<string, string?> { ["why"] = "x" }, Cancel);
        Assert.NotNull(answer.Refused);
    }

    [Fact]
    public async Task A_pushed_view_lies_on_top_and_closing_it_is_told()
    {
        await OpenAsync();
        slack.Bot.Answer = _ => (200, $$"""{"response_action":"push","view":{{Modal}}}""");
        await slack.Town.SubmitsAsync("U01NIA", new Dictionary<string, string?> { ["why"] = "x" }, Cancel);
        Assert.Equal(2, slack.Town.ModalOf("U01NIA").Count);
        slack.Bot.Answer = _ => (200, "");
        await slack.Town.ClosesAsync("U01NIA", Cancel);
        Assert.Equal("view_closed", slack.Bot.Last.Json().At("type"));
        Assert.Single(slack.Town.ModalOf("U01NIA"));
    }

    [Fact]
    public async Task A_commands_answer_is_shown_to_that_person_only_and_its_response_address_works_five_times()
    {
        slack.Bot.Answer = _ => (200, """{"response_type":"ephemeral","text":"Only you see this."}""");
        await slack.Town.CommandsAsync("U02TOM", "/partnership", "help", Cancel);
        slack.Bot.Answer = _ => (200, "");
        Assert.Equal("U02TOM", slack.Town.DmOf("U02TOM")[^1].EphemeralFor);
        var fields = slack.Bot.Last.Body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal("/partnership", fields["command"]);
        using var http = new HttpClient();
        for (var use = 1; use <= 6; use++)
        {
            using var body = new StringContent("""{"text":"later"}""", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(fields["response_url"]), body, Cancel);
            Assert.Equal(use <= 5 ? 200 : 404, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Somebody_who_waits_is_woken_by_the_change_itself()
    {
        var waiting = slack.Town.WaitForAsync(town => town.DmOf("U02TOM").Any(message => message.Text is "woken"), Cancel);
        Assert.False(waiting.IsCompleted);
        await slack.CallAsync("chat.postMessage", new { channel = "U02TOM", text = "woken" });
        await waiting.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    async Task<System.Text.Json.JsonElement> OpenAsync()
    {
        slack.Bot.Answer = _ => (200, "");
        await PressAsync();
        return await slack.CallAsync("views.open", new { trigger_id = Trigger(), view = Parsed(Modal) });
    }

    async Task PressAsync()
    {
        var posted = await slack.CallAsync("chat.postMessage", new
        {
            channel = "U01NIA",
            text = "Ready?",
            blocks = Parsed("""[{"type":"actions","elements":[{"type":"button","action_id":"start","value":"go","text":{"type":"plain_text","text":"Start"}}]}]"""),
        });
        await slack.Town.PressesAsync("U01NIA", posted.At("ts"), "Start", Cancel);
    }

    string Trigger() => slack.Bot.Heard.Last(heard => heard.Path is "/slack/interactions").Json().At("trigger_id");

    static System.Text.Json.JsonElement Parsed(string json) => System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json);
}
