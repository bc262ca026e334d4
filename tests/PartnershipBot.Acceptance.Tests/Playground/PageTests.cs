using System.Collections.Concurrent;
using Microsoft.Playwright;
using PartnershipBot.Tests.Shared.Browser;
using static Microsoft.Playwright.Assertions;

namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>The page where something is missing: a mouse, or the renderer of cards.</summary>
public sealed class PageTests : IAsyncLifetime
{
    RunningProgram program = null!;
    Chromium browser = null!;
    IPage page = null!;
    readonly ConcurrentBag<string> errors = [];

    public async ValueTask InitializeAsync()
    {
        browser = await Chromium.StartAsync();
        program = await RunningProgram.StartAsync(TestContext.Current.CancellationToken);
        page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        page.PageError += (_, error) => errors.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        await browser.DisposeAsync();
    }

    [Fact]
    public async Task A_partnership_can_be_started_and_somebody_invited_with_the_keyboard_alone()
    {
        await page.GotoAsync(program.Page.ToString());
        var slack = page.Locator("#slack");
        await GoToAsync(Button("/partnership start"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(slack.GetByRole(AriaRole.Heading, new() { Name = "Start a partnership" })).ToBeFocusedAsync();
        await FillAsync("What is the partnership called?", "Quay Street");
        await FillAsync("Which organisation are you from?", "Open Door Visiting");
        await FillAsync("Which other organisations are in it?", "Saltmarsh Homes");
        await GoToAsync(Button("Start"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(slack.GetByRole(AriaRole.Heading, new() { Name = "Quay Street is ready" })).ToBeVisibleAsync();

        await GoToAsync(Button("Invite"));
        await page.Keyboard.PressAsync("Enter");
        await GoToAsync(slack.GetByLabel("Open Door Visiting").And(page.GetByRole(AriaRole.Radio)));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await GoToAsync(Button("Make invitation"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(slack.GetByRole(AriaRole.Heading, new() { Name = "An invitation for Saltmarsh Homes" })).ToBeVisibleAsync();
        await GoToAsync(Button("Pass it on to Saltmarsh Homes"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Write in Teams")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#teams").GetByText("You are invited to join for Saltmarsh Homes.")).ToBeVisibleAsync();
        Assert.Empty(errors);

        ILocator Button(string name) => slack.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

        async Task FillAsync(string label, string words)
        {
            await GoToAsync(slack.GetByLabel(label));
            await page.Keyboard.TypeAsync(words);
        }
    }

    [Fact]
    public async Task Escape_closes_a_form_and_the_pane_can_be_used_again()
    {
        await page.GotoAsync(program.Page.ToString());
        var slack = page.Locator("#slack");
        await Newcomer.PressAsync(slack, "/partnership start");
        await Expect(slack.GetByRole(AriaRole.Heading, new() { Name = "Start a partnership" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(slack.Locator("dialog")).ToBeHiddenAsync();
        await slack.GetByLabel("Write in Slack").FillAsync("hello");
        await page.Keyboard.PressAsync("Enter");
        await Expect(slack.GetByRole(AriaRole.Heading, new() { Name = "What I can do" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_goes_wrong_is_said_and_what_was_typed_is_not_lost()
    {
        await page.GotoAsync(program.Page.ToString());
        var box = page.GetByLabel("Write in Slack");
        await box.FillAsync("/partner start");
        await box.PressAsync("Enter");
        await Expect(page.Locator("#say")).ToContainTextAsync("Slack knows one command here: /partnership. Nothing was sent.");
        await Expect(box).ToHaveValueAsync("/partner start");
    }

    [Fact]
    public async Task Without_the_renderer_a_card_is_its_JSON_and_its_buttons_still_work()
    {
        await page.RouteAsync("**/adaptivecards.min.js", route => route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync(program.Page.ToString());
        var teams = page.Locator("#teams");
        await Newcomer.PressAsync(teams, "Add PartnershipBot");
        await Expect(teams.GetByText("This is the card's JSON: the build did without npm")).ToBeVisibleAsync();
        await Expect(teams.GetByLabel("The card's JSON")).ToContainTextAsync("\"type\": \"AdaptiveCard\"");
        await Newcomer.PressAsync(teams, "Help");
        await Expect(teams.GetByLabel("The card's JSON").Last).ToContainTextAsync("What I can do");
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    async Task GoToAsync(ILocator element)
    {
        await element.WaitForAsync();
        for (var presses = 0; presses < 80; presses++)
        {
            if (await element.And(page.Locator(":focus")).CountAsync() == 1) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Eighty presses of Tab do not lead to {element}.");
    }
}
