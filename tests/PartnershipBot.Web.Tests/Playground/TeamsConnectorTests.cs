using PartnershipBot.Playground;

namespace PartnershipBot.Web.Tests.Playground;

public sealed class TeamsConnectorTests(TeamsTownFixture teams) : IClassFixture<TeamsTownFixture>
{
    string Chat => "/" + Uri.EscapeDataString(teams.Town.Person(TeamsTownFixture.Ada).Chat);

    [Fact]
    public async Task A_bearer_is_given_for_the_right_client_and_secret_only()
    {
        Assert.Equal(401, (await teams.TokenAsync(teams.Homes.TenantId, teams.Homes.AppId, "wrong")).Status);
        Assert.Equal(400, (await teams.TokenAsync("botframework.com", teams.Homes.AppId, "secret one")).Status);
        var (status, body) = await teams.TokenAsync(teams.Homes.TenantId, teams.Homes.AppId, "secret one");
        Assert.Equal((200, "Bearer", "3599"), (status, body.At("token_type"), body.At("expires_in")));
    }

    [Fact]
    public async Task The_connector_takes_no_other_bearer() =>
        Assert.Equal(401, (await teams.CallAsync(HttpMethod.Get, Chat + "/members", null, "made-up")).Status);

    [Fact]
    public async Task A_bot_speaks_only_where_it_is_installed_and_only_in_its_own_tenant()
    {
        const string Hello = """{"type":"message","text":"hello"}""";
        await teams.Town.InstallsAsync(TeamsTownFixture.Owen, TestContext.Current.CancellationToken);
        var owen = teams.Town.Person(TeamsTownFixture.Owen).Chat;
        var (status, body) = await teams.CallAsync(HttpMethod.Post, $"/{Uri.EscapeDataString(owen)}/activities", Hello);
        Assert.Equal(403, status);
        Assert.Contains("BotNotInConversationRoster", body, StringComparison.Ordinal);
        Assert.Equal(403, (await teams.CallAsync(HttpMethod.Post, "/19%3Achan%40thread.tacv2/activities", Hello)).Status);
        Assert.Equal(404, (await teams.CallAsync(HttpMethod.Post, "/a%3Anobody/activities", Hello)).Status);
    }

    [Fact]
    public async Task A_message_can_be_sent_updated_and_deleted()
    {
        var (status, body) = await teams.CallAsync(HttpMethod.Post, Chat + "/activities", """{"type":"message","text":"before"}""");
        var id = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body).At("id");
        Assert.Equal(201, status);
        Assert.Equal(200, (await teams.CallAsync(HttpMethod.Put, $"{Chat}/activities/{id}", """{"type":"message","text":"after"}""")).Status);
        Assert.Equal("after", teams.Town.ChatOf(TeamsTownFixture.Ada).Single(message => message.Id == id).Text);
        Assert.Equal(200, (await teams.CallAsync(HttpMethod.Delete, $"{Chat}/activities/{id}", null)).Status);
        var gone = await teams.CallAsync(HttpMethod.Put, $"{Chat}/activities/{id}", """{"type":"message","text":"again"}""");
        Assert.Equal(404, gone.Status);
        Assert.Contains("ActivityNotFoundInConversation", gone.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_a_conversation_gives_the_same_one_each_time()
    {
        var ask = $$"""{"isGroup":false,"members":[{"id":"29:1ada"}],"tenantId":"{{teams.Homes.TenantId}}"}""";
        var first = await teams.CallAsync(HttpMethod.Post, "", ask);
        Assert.Equal(201, first.Status);
        Assert.Equal(first, await teams.CallAsync(HttpMethod.Post, "", ask));
        var guid = await teams.CallAsync(HttpMethod.Post, "", ask.Replace("29:1ada", "29:unknown", StringComparison.Ordinal));
        Assert.Equal(400, guid.Status);
        Assert.Contains("Incorrect conversation creation parameters", guid.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_call_says_when_to_come_back()
    {
        teams.Town.Fault = operation => operation is "send" ? new TownFault(429, RetryAfterSeconds: 3) : null;
        var (status, body) = await teams.CallAsync(HttpMethod.Post, Chat + "/activities", """{"type":"message","text":"throttled"}""");
        teams.Town.Fault = null;
        Assert.Equal(429, status);
        Assert.Contains("Throttled", body, StringComparison.Ordinal);
        Assert.DoesNotContain(teams.Town.ChatOf(TeamsTownFixture.Ada), message => message.Text is "throttled");
    }

    [Fact]
    public async Task A_card_over_twenty_four_kilobytes_is_too_large()
    {
        var block = $$"""{"type":"TextBlock","text":"{{new string('a', 9_000)}}"}""";
        Assert.Equal(201, (await teams.SendCardAsync($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{block}}]}""")).Status);
        var (status, body) = await teams.SendCardAsync($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{block}},{{block}},{{block}}]}""");
        Assert.Equal(413, status);
        Assert.Contains("MessageSizeTooBig", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"Hello","wrap":true,"style":"heading","size":"Large","weight":"Bolder"}""")]
    [InlineData("""{"type":"Container","style":"emphasis","items":[{"type":"FactSet","facts":[{"title":"By","value":"Friday"}]}]}""")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"a"}]},{"type":"Column","width":2,"items":[]}]}""")]
    [InlineData("""{"type":"Table","columns":[{"width":1}],"firstRowAsHeaders":true,"rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"a"}]}]}]}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"q","label":"How?","style":"expanded","isRequired":true,"errorMessage":"Choose one.","choices":[{"title":"Well","value":"5"}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Go","verb":"go","data":{"x":1},"fallback":{"type":"Action.Submit","title":"Go"}}]}""")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"m"}]}}]}""")]
    public async Task Teams_takes(string element) =>
        Assert.Equal(201, (await teams.SendCardAsync($$$"""{"type":"AdaptiveCard","version":"1.5","body":[{{{element}}}],"msteams":{"width":"Full"}}""")).Status);

    [Theory]
    [InlineData("""{"type":"TextBlock"}""", "missing required field")]
    [InlineData("""{"type":"TextBlock","text":"a","colour":"good"}""", "unknown field")]
    [InlineData("""{"type":"TextBlock","text":"a","color":"purple"}""", "must be one of")]
    [InlineData("""{"type":"TextBlock","text":"a","wrap":"true"}""", "must be true or false")]
    [InlineData("""{"type":"Marquee","text":"a"}""", "unsupported type")]
    [InlineData("""{"type":"Input.Text","label":"Why?"}""", "missing required field")]
    [InlineData("""{"type":"Input.Text","id":"why"}""", "label")]
    [InlineData("""{"type":"Input.Text","id":"why","label":"A"},{"type":"Input.Text","id":"why","label":"B"}""", "two inputs have the id")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Http","title":"Go"}]}""", "unsupported type")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"Go","url":"javascript:alert(1)"}]}""", "must be an address")]
    public async Task Teams_refuses(string elements, string because)
    {
        var (status, body) = await teams.SendCardAsync($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{elements}}]}""");
        Assert.Equal(400, status);
        Assert.Contains("BadSyntax", body, StringComparison.Ordinal);
        Assert.Contains(because, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_another_version_is_refused() =>
        Assert.Equal(400, (await teams.SendCardAsync("""{"type":"AdaptiveCard","version":"1.6","body":[]}""")).Status);
}
