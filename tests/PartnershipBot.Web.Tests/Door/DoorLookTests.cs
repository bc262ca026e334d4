using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_meets_WCAG_22_AA(ColorScheme scheme, int width)
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, BypassCSP = true });
        await VisitAsync(page, "/", scheme, "first");
        await VisitAsync(page, "/join/UNKNOWN123", scheme, "unknown");
        await VisitAsync(page, $"/join/{await host.InviteAsync(cancel)}", scheme, "join");
        await PressAsync(page, "Neither: answer here", scheme, "joined");
        await PressAsync(page, "Try one question", scheme, "question");
        await page.Locator("form").First.EvaluateAsync("form => form.noValidate = true");
        await PressAsync(page, "Send", scheme, "mistake");
        await page.GetByText("Back to your page").ClickAsync();
        await CheckAsync(page, scheme, "me");
        await PressAsync(page, "Lock this page", scheme, "locked");
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

    async Task VisitAsync(IPage page, string path, ColorScheme scheme, string name)
    {
        await page.GotoAsync(new Uri(host.Address, path).ToString());
        await CheckAsync(page, scheme, name);
    }

    static async Task PressAsync(IPage page, string label, ColorScheme scheme, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = label }).ClickAsync();
        await page.WaitForLoadStateAsync();
        await CheckAsync(page, scheme, name);
    }

    static async Task CheckAsync(IPage page, ColorScheme scheme, string name)
    {
        if (Environment.GetEnvironmentVariable("DOOR_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{scheme}.png"), FullPage = true });
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa") });
        Assert.True(result.Violations.Length == 0, $"'{name}': " + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"'{name}' has to be scrolled sideways.");
    }
}
