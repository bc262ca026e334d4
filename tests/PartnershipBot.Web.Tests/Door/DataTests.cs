using System.Net;
using System.Text.Json;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>The file of what is held about a person, over HTTP.</summary>
public sealed class DataTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_a_link_spends_and_shows_nothing_and_its_button_gives_the_file_once()
    {
        using var log = new WrittenLog();
        await using var host = await DoorHost.StartAsync(Cancel, routes: Routes.All, log: log, settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Trace" });
        var (token, person) = await LinkAsync(host, TimeSpan.FromMinutes(15));
        var visitor = host.Visitor();
        for (var i = 0; i < 2; i++)
        {
            var page = await visitor.GetAsync($"/data/{token}", Cancel);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(["Download"], page.Forms.Select(form => form.Label));
            Assert.DoesNotContain("Sam", page.Html, StringComparison.Ordinal);
            Assert.True(page.Headers.CacheControl!.NoStore);
            Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        }

        var file = await visitor.PostAsync($"/data/{token}", [], Cancel);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Empty(file.SetCookies);
        using var json = JsonDocument.Parse(file.Html);
        Assert.Equal("Sam", json.RootElement.GetProperty("name").GetString());

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/data/{token}", [], Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/data/{token}", Cancel)).Status);
        Assert.DoesNotContain(log.Lines, line => line.Contains(token, StringComparison.Ordinal) || line.Contains(person, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_is_too_old_or_unknown_or_pressed_from_elsewhere_gives_nothing()
    {
        await using var host = await DoorHost.StartAsync(Cancel, routes: Routes.All);
        var (old, _) = await LinkAsync(host, TimeSpan.FromMinutes(-1));
        var (good, _) = await LinkAsync(host, TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync($"/data/{old}", Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().PostAsync($"/data/{old}", [], Cancel)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().PostAsync("/data/0123456789abcdefghijklmnop", [], Cancel)).Status);
        var elsewhere = host.Visitor();
        elsewhere.Headers["Sec-Fetch-Site"] = "cross-site";
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PostAsync($"/data/{good}", [], Cancel)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Visitor().GetAsync($"/data/{good}", Cancel)).Status);
    }

    /// <returns>A link's token, and whose it is.</returns>
    static async Task<(string Token, string PersonId)> LinkAsync(DoorHost host, TimeSpan lasts)
    {
        var (_, person) = await host.MemberAsync(Cancel);
        var token = Keys.Base32(Guid.NewGuid().ToByteArray());
        var hash = host.Part<KeyRing>().Hash(DataLinks.Name(token));
        await host.Tables.Main.CommitAsync(Keys.Directory(hash), [new Change.Put(DataLinks.ToRow(hash, person, TimeProvider.System.GetUtcNow() + lasts))], Cancel);
        return (token, person);
    }
}
