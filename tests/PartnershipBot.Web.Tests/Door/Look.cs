using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>A way through pages in a real browser, on which every page is held against WCAG 2.2 AA.</summary>
/// <param name="how">Names the pictures that are kept where DOOR_PICTURES says, beside each page's own name.</param>
internal sealed class Look(IPage page, Uri site, string how)
{
    public async Task AtAsync(string path, string name)
    {
        await page.GotoAsync(new Uri(site, path).ToString());
        await CheckAsync(name);
    }

    /// <summary>Presses the first button with this label.</summary>
    public async Task PressesAsync(string label, string name)
    {
        await LeavesAsync(page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).First);
        await CheckAsync(name);
    }

    public async Task FollowsAsync(string link, string name)
    {
        await LeavesAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }));
        await CheckAsync(name);
    }

    public Task FillsInAsync(string label, string text) => page.GetByLabel(label).FillAsync(text);

    /// <summary>Sends the form as a browser does that does not check what is missing.</summary>
    public async Task SendsNothingAsync(string submit, string name)
    {
        await page.Locator("form.form").First.EvaluateAsync("form => form.noValidate = true");
        await PressesAsync(submit, name);
        Assert.StartsWith("Please check: ", await page.TitleAsync(), StringComparison.Ordinal);
    }

    public async Task<IReadOnlyList<ILocator>> QuestionsAsync() => await page.GetByRole(AriaRole.Radiogroup).AllAsync();

    /// <summary>Clicks, and waits for the next page: the one that was left is marked.</summary>
    async Task LeavesAsync(ILocator by)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'yes'");
        await by.ClickAsync();
        await page.WaitForFunctionAsync("document.readyState === 'complete' && !document.documentElement.dataset.left");
    }

    async Task CheckAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("DOOR_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{how}.png"), FullPage = true });
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa") });
        Assert.True(result.Violations.Length == 0, $"'{name}': " + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"'{name}' has to be scrolled sideways.");
    }
}
