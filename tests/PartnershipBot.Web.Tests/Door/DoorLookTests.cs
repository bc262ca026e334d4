using Microsoft.Playwright;
using PartnershipBot.Tests.Shared.Browser;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>The pages in a real browser without script: WCAG 2.2 AA in light and dark, and all of it with the keyboard.</summary>
public sealed class DoorLookTests : IAsyncLifetime
{
    DoorHost host = null!;
    Chromium browser = null!;

    public async ValueTask InitializeAsync()
    {
        browser = await Chromium.StartAsync();
        host = await DoorHost.StartAsync(TestContext.Current.CancellationToken, "Development");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        if (host is not null) await host.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task Every_page_meets_WCAG_22_AA(ColorScheme scheme, int width)
    {
        await using var partnership = await DoorPartnership.StartAsync();
        var look = new Look(await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, BypassCSP = true }), partnership.Host.Address, $"{scheme}-{width}");
        await look.AtAsync("/", "first");
        await look.AtAsync("/join/UNKNOWN123", "notice");
        await look.AtAsync($"/join/{partnership.Code}", "join");
        await look.PressesAsync("I use Slack", "in-slack");
        await look.AtAsync($"/join/{partnership.Code}", "join");
        await look.PressesAsync("Neither: answer here", "name");
        await look.SendsNothingAsync("Join", "name-missing");
        await look.FillsInAsync("What should the others call you?", "Bethan");
        await look.PressesAsync("Join", "joined");
        await look.PressesAsync("Try one question", "try");
        await look.PressesAsync("3 Partly true", "tried");
        await look.FollowsAsync("Back to your page", "me");
        await look.PressesAsync("When I write", "when");
        await look.PressesAsync("Save", "saved");
        await look.FollowsAsync("Back to your page", "me");
        await look.PressesAsync("Who sees what", "privacy");

        await partnership.OpenCheckInAsync();
        await look.FollowsAsync("Back to your page", "me-invited");
        await look.PressesAsync("Answer now", "check-in");
        await look.PressesAsync("Send", "check-in-skipped");
        await look.PressesAsync("Answer now", "check-in");
        foreach (var question in await look.QuestionsAsync()) await question.GetByRole(AriaRole.Radio).First.CheckAsync();
        await look.PressesAsync("Send", "recorded");
        await look.PressesAsync("One thing that would help", "note");
        await look.FillsInAsync("help", "A call before each visit");
        await look.PressesAsync("Keep", "note-kept");
        await look.PressesAsync("Send with my name", "note-sent");

        await partnership.CloseCheckInAsync();
        await look.FollowsAsync("Back to your page", "me-result");
        await look.PressesAsync("Lock this page", "locked");
        await look.FillsInAsync("Your three words", "wrong wrong wrong");
        await look.PressesAsync("Open", "wrong-words");
    }

    [Fact]
    public async Task A_person_can_join_and_answer_with_the_keyboard_alone_and_without_script()
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(host.Address, $"/join/{await host.InviteAsync(cancel)}").ToString());
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Neither: answer here" }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Try one question" }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByLabel("Hard"));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send" }));
        await page.Keyboard.PressAsync("Space");

        await Assertions.Expect(page.GetByText("Thank you, recorded.")).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    static async Task TabToAsync(IPage page, ILocator element)
    {
        await element.WaitForAsync();
        for (var presses = 0; presses < 20; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await element.And(page.Locator(":focus")).CountAsync() == 1) return;
        }
        Assert.Fail("Twenty presses of Tab do not lead to it.");
    }
}
