using System.Net;
using Microsoft.AspNetCore.DataProtection;
using PartnershipBot.Core.Storage;
using PartnershipBot.Web.Door;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>What a browser keeps, and what it opens.</summary>
public sealed class DoorCookieTests
{
    [Fact]
    public async Task The_cookie_is_for_the_page_alone_and_out_of_reach_of_script_and_of_other_sites()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        var (token, _) = await host.MemberAsync(cancel);
        var cookie = Assert.Single((await OpenAsync(host.Visitor(), token, cancel)).SetCookies).ToLowerInvariant();

        Assert.Contains("; path=/me/", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; max-age=2592000", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(token, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_with_TLS_the_cookie_is_secure()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel, settings: new Dictionary<string, string?> { ["Site:PublicUrl"] = "https://bot.example" });
        var (token, _) = await host.MemberAsync(cancel);

        Assert.Contains("; secure", Assert.Single((await OpenAsync(host.Visitor(), token, cancel)).SetCookies), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_person_s_cookie_does_not_open_another_person_s_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        var (mine, _) = await host.MemberAsync(cancel);
        var (theirs, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        await visitor.UnlockAsync(mine, cancel);

        Assert.NotNull((await visitor.GetAsync($"/me/{theirs}", cancel)).Form("Open"));

        // The value moved under the name that the other page's cookie has.
        var other = host.Visitor();
        await other.UnlockAsync(theirs, cancel);
        other.Cookies[Assert.Single(other.Cookies.Keys)] = Assert.Single(visitor.Cookies.Values);
        Assert.NotNull((await other.GetAsync($"/me/{theirs}", cancel)).Form("Open"));
    }

    [Fact]
    public async Task Two_people_can_have_their_pages_open_on_one_computer()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        var (one, _) = await host.MemberAsync(cancel);
        var (two, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        await visitor.UnlockAsync(one, cancel);
        await visitor.UnlockAsync(two, cancel);

        Assert.NotNull((await visitor.GetAsync($"/me/{one}", cancel)).Form("Lock this page"));
        Assert.NotNull((await visitor.GetAsync($"/me/{two}", cancel)).Form("Lock this page"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("expired")]
    public async Task A_cookie_that_is_made_up_or_too_old_opens_nothing(string value)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await DoorHost.StartAsync(cancel);
        var (token, _) = await host.MemberAsync(cancel);
        var visitor = host.Visitor();
        await visitor.UnlockAsync(token, cancel);
        var name = Assert.Single(visitor.Cookies.Keys);
        var protector = host.Part<IDataProtectionProvider>().CreateProtector(DoorCookie.Purpose).ToTimeLimitedDataProtector();
        var inside = host.Part<KeyRing>().Hash("door-cookie|" + token);

        visitor.Cookies[name] = protector.Protect(inside, TimeSpan.FromMinutes(1));
        Assert.NotNull((await visitor.GetAsync($"/me/{token}", cancel)).Form("Lock this page"));
        visitor.Cookies[name] = value == "expired" ? protector.Protect(inside, TimeSpan.FromMinutes(-1)) : value;
        Assert.NotNull((await visitor.GetAsync($"/me/{token}", cancel)).Form("Open"));
    }

    static async Task<DoorAnswer> OpenAsync(DoorVisitor visitor, string token, CancellationToken cancel)
    {
        var answer = await visitor.PressAsync(await visitor.GetAsync($"/me/{token}", cancel), "Open", cancel, ("key", DoorFlows.Key));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer;
    }
}
