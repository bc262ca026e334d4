using System.Net;
using PartnershipBot.Web.Door;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>What every page behind a link sends along, and which posts it lets in.</summary>
public sealed class DoorGuardTests : IAsyncLifetime
{
    static readonly Dictionary<string, string> Press = new(StringComparer.Ordinal) { ["_verb"] = "ask", ["_id"] = "0123456789abcdef" };

    DoorHost host = null!;
    DoorVisitor visitor = null!;
    string page = "";

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        host = await DoorHost.StartAsync(cancel);
        var (token, _) = await host.MemberAsync(cancel);
        visitor = host.Visitor();
        await visitor.UnlockAsync(token, cancel);
        page = $"/me/{token}";
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Every_answer_keeps_the_link_and_the_page_to_itself()
    {
        var cancel = TestContext.Current.CancellationToken;
        var code = await host.InviteAsync(cancel);
        DoorAnswer[] answers =
        [
            await visitor.GetAsync(page, cancel), await visitor.PostAsync(page, Press, cancel), await host.Visitor().GetAsync(page, cancel),
            await visitor.GetAsync($"/join/{code}", cancel), await visitor.GetAsync("/join/UNKNOWN123", cancel), await visitor.PostAsync(page, [], cancel),
        ];

        Assert.All(answers, answer =>
        {
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("no-store", Assert.Single(answer.Headers.GetValues("Cache-Control")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        });
    }

    [Fact]
    public async Task In_development_the_playground_may_frame_the_pages()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var development = await DoorHost.StartAsync(cancel, "Development");
        var answer = await development.Visitor().GetAsync("/join/UNKNOWN123", cancel);
        Assert.EndsWith("frame-ancestors 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.OK)]
    [InlineData("Origin", "(own)", HttpStatusCode.OK)]
    public async Task A_post_from_another_site_is_refused(string header, string value, HttpStatusCode status)
    {
        visitor.Headers[header] = value == "(own)" ? host.Address.GetLeftPart(UriPartial.Authority) : value;
        Assert.Equal(status, (await visitor.PostAsync(page, Press, TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData("_verb")]
    [InlineData("_id")]
    public async Task A_post_without_what_every_button_carries_is_told_so(string field)
    {
        var answer = await visitor.PostAsync(page, Press.Where(pair => pair.Key != field), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Nothing was saved.", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_verb", 201)]
    [InlineData("_value", 1_501)]
    [InlineData("_id", 65)]
    [InlineData("_letter", 10)]
    public async Task A_post_with_more_than_we_draw_is_told_so(string field, int length)
    {
        var fields = new Dictionary<string, string>(Press) { [field] = new('a', length) };
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(page, fields, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Something_that_is_no_form_is_told_so()
    {
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(page, json, TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_64_KiB_is_refused_whether_or_not_its_length_is_said(bool said)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var small = new FormUrlEncodedContent(Press.Append(KeyValuePair.Create("why", new string('a', DoorGuardAttribute.BytesInAPost - 100))));
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync(page, small, cancel)).Status);

        using var large = new FormUrlEncodedContent(Press.Append(KeyValuePair.Create("why", new string('a', DoorGuardAttribute.BytesInAPost))));
        using var chunked = new StreamContent(new Unmeasured(await large.ReadAsByteArrayAsync(cancel)));
        chunked.Headers.ContentType = large.Headers.ContentType;
        var answer = await visitor.PostAsync(page, said ? large : chunked, cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("Nothing was saved.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_fails_for_want_of_the_store_says_that_nothing_was_saved()
    {
        var cancel = TestContext.Current.CancellationToken;
        var answer = await visitor.PostAsync(page, new Dictionary<string, string>(Press) { ["_verb"] = "store.down" }, cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("We could not reach our store. Nothing was saved. Please try again in a minute.", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_store_every_page_asks_for_patience()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var down = await DoorHost.StartAsync(cancel, storeIsDown: true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await down.Visitor().GetAsync("/join/ABCDEFGH12", cancel)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await down.Visitor().GetAsync("/me/0123456789abcdefghijklmnop", cancel)).Status);
    }

    /// <summary>A stream whose length is not known before its end, so that it is sent in chunks.</summary>
    sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
