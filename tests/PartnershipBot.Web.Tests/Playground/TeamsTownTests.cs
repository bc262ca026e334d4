using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using static PartnershipBot.Web.Tests.Playground.TeamsTownFixture;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class TeamsTownTests(TeamsTownFixture teams) : IClassFixture<TeamsTownFixture>
{
    const string Card = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.ChoiceSet","id":"how","label":"How?","isRequired":true,"choices":[{"title":"Well","value":"5"},{"title":"Badly","value":"1"}]}],
         "actions":[{"type":"Action.Execute","title":"Answer","verb":"answer","data":{"card":"c1"}},
                    {"type":"Action.Submit","title":"Open","data":{"msteams":{"type":"task/fetch"},"verb":"open"},"associatedInputs":"none"}]}
        """;

    const string Dialog = """
        {"task":{"type":"continue","value":{"title":"A form","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":
         {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"why","label":"Why?"}],"actions":[{"type":"Action.Submit","title":"Send","data":{"verb":"send"}}]}}}}}
        """;

    CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_services_token_passes_a_full_validation_and_its_key_is_endorsed()
    {
        await teams.Town.SaysAsync(Ada, "hello", Cancel);
        var heard = teams.Bot.Last;
        var metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            teams.Town.OpenIdMetadata.ToString(), new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false });
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(heard.Headers["Authorization"]["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = teams.Homes.AppId,
            ConfigurationManager = metadata,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(heard.Json().At("serviceUrl"), result.Claims["serviceurl"]);
        var configuration = await metadata.GetConfigurationAsync(Cancel);
        Assert.Contains("msteams", configuration.JsonWebKeySet.Keys[0].AdditionalData["endorsements"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_says_arrives_as_a_full_activity()
    {
        await teams.Town.SaysAsync(Ada, "hello <b>", Cancel);
        var activity = teams.Bot.Last.Json();
        Assert.Equal("/api/messages", teams.Bot.Last.Path);
        Assert.Equal(("message", "msteams", "personal"), (activity.At("type"), activity.At("channelId"), activity.At("conversation", "conversationType")));
        Assert.Equal(teams.Homes.TenantId, activity.At("channelData", "tenant", "id"));
        Assert.Equal("28:" + teams.Homes.AppId, activity.At("recipient", "id"));
        Assert.Equal("<p>hello &lt;b&gt;</p>", activity.GetProperty("attachments")[0].At("content"));
    }

    [Fact]
    public async Task Installing_sends_both_activities_at_one_time_with_two_ids()
    {
        await teams.Town.InstallsAsync(Owen, Cancel);
        var two = teams.Bot.Heard.TakeLast(2).Select(heard => heard.Json()).ToList();
        Assert.Equal(["installationUpdate", "conversationUpdate"], two.Select(activity => activity.At("type")));
        Assert.Equal(two[0].At("timestamp"), two[1].At("timestamp"));
        Assert.NotEqual(two[0].At("id"), two[1].At("id"));
    }

    [Fact]
    public async Task A_mention_in_a_channel_starts_a_thread_and_names_the_bot()
    {
        await teams.Town.MentionsAsync(Ada, "General", "status", Cancel);
        var activity = teams.Bot.Last.Json();
        Assert.EndsWith(";messageid=" + activity.At("id"), activity.At("conversation", "id"), StringComparison.Ordinal);
        Assert.Equal("<at>PartnershipBot</at> status", activity.At("text"));
        Assert.Equal("28:" + teams.Homes.AppId, activity.GetProperty("entities")[0].At("mentioned", "id"));
    }

    [Fact]
    public async Task An_execute_sends_data_with_inputs_and_its_card_is_shown_to_that_person_only()
    {
        var id = await CardAsync();
        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Thank you"}]}}""");
        var answer = await teams.Town.PressesAsync(Ada, id, "Answer", new Dictionary<string, string?> { ["How?"] = "Well" }, Cancel);
        var value = teams.Bot.Last.Json().GetProperty("value");
        Assert.True(answer.Accepted);
        Assert.Equal(("answer", "5", "c1"), (value.At("action", "verb"), value.At("action", "data", "how"), value.At("action", "data", "card")));
        var message = teams.Town.ChatOf(Ada).Single(sent => sent.Id == id);
        Assert.Contains("Thank you", message.CardFor("29:1ada")!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", message.CardFor("29:other")!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_input_left_empty_is_never_sent()
    {
        var id = await CardAsync();
        var before = teams.Bot.Heard.Count;
        await Assert.ThrowsAsync<InvalidOperationException>(() => teams.Town.PressesAsync(Ada, id, "Answer", Cancel));
        Assert.Equal(before, teams.Bot.Heard.Count);
    }

    [Fact]
    public async Task A_toast_an_error_and_a_broken_card_are_told_apart()
    {
        var id = await CardAsync();
        var inputs = new Dictionary<string, string?> { ["how"] = "5" };
        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved."}""");
        Assert.True((await teams.Town.PressesAsync(Ada, id, "answer", inputs, Cancel)).Accepted);
        Assert.Equal("Saved.", teams.Town.ToastOf(Ada));
        teams.Bot.Answer = _ => (200, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Too late."}}""");
        await teams.Town.PressesAsync(Ada, id, "answer", inputs, Cancel);
        Assert.Equal("Too late.", teams.Town.ToastOf(Ada));
        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Marquee"}]}}""");
        Assert.NotNull((await teams.Town.PressesAsync(Ada, id, "answer", inputs, Cancel)).Refused);
    }

    [Fact]
    public async Task A_dialog_opens_submits_and_closes()
    {
        var id = await CardAsync();
        teams.Bot.Answer = _ => (200, Dialog);
        await teams.Town.PressesAsync(Ada, id, "Open", Cancel);
        Assert.Equal("task/fetch", teams.Bot.Last.Json().At("name"));
        Assert.Equal("A form", teams.Town.DialogOf(Ada)!.Title);
        teams.Bot.Answer = _ => (200, "");
        await teams.Town.SubmitsDialogAsync(Ada, null, new Dictionary<string, string?> { ["why"] = "because" }, Cancel);
        var submit = teams.Bot.Last.Json();
        Assert.Equal(("task/submit", "send", "because"), (submit.At("name"), submit.At("value", "data", "verb"), submit.At("value", "data", "why")));
        Assert.Null(teams.Town.DialogOf(Ada));
    }

    [Fact]
    public async Task A_message_action_carries_the_message_and_its_form_submits_as_an_extension()
    {
        var said = teams.Town.Writes(Ada, "General", "The boiler was fixed in a day.");
        teams.Bot.Answer = _ => (200, Dialog);
        await teams.Town.UsesMessageActionAsync(Ada, "capture", said.Id, Cancel);
        var payload = teams.Bot.Last.Json().GetProperty("value");
        Assert.Equal("<div>The boiler was fixed in a day.</div>", payload.At("messagePayload", "body", "content"));
        teams.Bot.Answer = _ => (200, """{"task":{"type":"message","value":"Kept."}}""");
        await teams.Town.SubmitsDialogAsync(Ada, "Send", new Dictionary<string, string?> { ["why"] = "yes" }, Cancel);
        Assert.Equal("composeExtension/submitAction", teams.Bot.Last.Json().At("name"));
        Assert.Equal(("Kept.", true), (teams.Town.ToastOf(Ada), teams.Town.DialogOf(Ada) is null));
    }

    async Task<string> CardAsync()
    {
        var (status, body) = await teams.SendCardAsync(Card);
        Assert.Equal(201, status);
        return JsonSerializer.Deserialize<JsonElement>(body).At("id");
    }
}
