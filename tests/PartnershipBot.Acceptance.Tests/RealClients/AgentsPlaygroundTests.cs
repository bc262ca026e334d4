using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PartnershipBot.Tests.Shared.Browser;
using static Microsoft.Playwright.Assertions;

namespace PartnershipBot.Acceptance.Tests.RealClients;

/// <summary>Microsoft's Agents Playground, a Teams client without Teams, talks to the program as the README says.</summary>
public sealed class AgentsPlaygroundTests
{
    const string Package = "@microsoft/m365agentsplayground";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_says_hello_and_starts_a_partnership_in_Microsofts_own_client()
    {
        Peers.Require(Package);
        var (botLine, clientLine) = await LineAsync();
        await using var bot = await BotProcess.StartAsync(botLine, Cancel);
        await using var client = await ListeningProcess.StartAsync(
            clientLine[0],
            port => [.. clientLine[1..].Select(word => word.Replace("localhost:5080", $"localhost:{bot.Port}", StringComparison.Ordinal)), "--port", $"{port}", "--disable-telemetry"],
            Peers.Folder,
            Cancel);
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"http://localhost:{client.Port}/");

        await SeesAsync(page, "I'm a bot that helps partners check in with each other.");
        await SaysAsync(page, "hello");
        await SeesAsync(page, "What I can do");
        await PressesAsync(page, "Start a partnership");
        await SeesAsync(page, "You coordinate it to begin with.");
        await page.GetByLabel("What is the partnership called?").FillAsync("Harbour Homes Together");
        await page.GetByLabel("Which organisation are you from?").FillAsync("Quayside Homes");
        await page.GetByLabel("Which other organisations are in it?").FillAsync("The Visiting Project\nTenants' Group");
        await PressesAsync(page, "Start");
        await SeesAsync(page, "Harbour Homes Together is ready");
        await PressesAsync(page, "Invite");
        await SeesAsync(page, "Tenants' Group");
    }

    [Fact]
    public async Task The_README_names_the_client_that_the_tests_run()
    {
        var packages = JsonNode.Parse(await File.ReadAllTextAsync(Solution.At("tests/peers/package.json"), Cancel))!;
        var (_, client) = await LineAsync();
        Assert.Contains($"{Package}@{packages["dependencies"]![Package]}", client);
    }

    /// <summary>The README's one line, as the words of its two programs.</summary>
    static async Task<(string[] Bot, string[] Client)> LineAsync()
    {
        var lines = await File.ReadAllLinesAsync(Solution.At("README.md"), Cancel);
        var parts = Assert.Single(lines, line => line.Contains(Package, StringComparison.Ordinal)).Trim().Split(" & ");
        Assert.Equal(2, parts.Length);
        return (parts[0].Split(' '), parts[1].Split(' '));
    }

    static Task SeesAsync(IPage page, string words) => Expect(page.GetByText(words).Last).ToBeVisibleAsync(new() { Timeout = 60_000 });

    static Task PressesAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    static async Task SaysAsync(IPage page, string words)
    {
        var box = page.Locator("[contenteditable=true][role=textbox]").First;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync(words);
        await box.PressAsync("Enter");
    }
}
