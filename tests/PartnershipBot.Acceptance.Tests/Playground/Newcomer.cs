using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>Somebody who opened the playground and clicks through the story, as the list at its top says.</summary>
internal sealed class Newcomer(IPage page)
{
    public static readonly IReadOnlyList<string> Organisations = ["Saltmarsh Homes", "Brackwater Council", "Quayside Tenants", "Open Door Visiting"];

    public IPage Page => page;
    public ILocator Slack => page.Locator("#slack");
    public ILocator Teams => page.Locator("#teams");
    public ILocator Web => page.Locator("#web");
    public IFrameLocator Frame => page.FrameLocator("#web iframe");

    /// <summary>The steps that have ticked themselves.</summary>
    public ILocator Ticked => page.Locator("#story button.done");

    public async Task StartAsync()
    {
        await PressAsync(Slack, "/partnership start");
        await PressAsync(Slack, "Fill in for me");
        await PressAsync(Slack, "Start");
        await Expect(Slack.GetByRole(AriaRole.Heading, new() { Name = "Harbour Homes Together is ready" })).ToBeVisibleAsync();
    }

    public async Task InviteEverybodyAsync()
    {
        foreach (var organisation in Organisations)
        {
            await SayAsync("/partnership invite");
            await Slack.Locator("dialog").GetByLabel(organisation).CheckAsync();
            await PressAsync(Slack, "Make invitation");
            await Expect(Slack.GetByRole(AriaRole.Heading, new() { Name = "An invitation for " + organisation })).ToBeVisibleAsync();
        }
    }

    public async Task JoinInTeamsAsync(string organisation)
    {
        await PressAsync(Slack, "Pass it on to " + organisation);
        await Expect(Teams.GetByLabel("Write in Teams")).Not.ToHaveValueAsync("");
        await PressAsync(Teams, "Send");
        await PressAsync(Teams, "Join");
        await Expect(Teams.GetByRole(AriaRole.Heading, new() { Name = "You're in" })).ToBeVisibleAsync();
    }

    public async Task JoinOnTheWebAsync()
    {
        await PressAsync(Slack, "Pass it on to Quayside Tenants");
        await Frame.GetByRole(AriaRole.Button, new() { Name = "Neither: answer here" }).ClickAsync();
        await Expect(Frame.GetByLabel("What should the others call you?")).ToBeVisibleAsync();
        await PressAsync(Web, "Fill in for me");
        await Frame.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Frame.GetByRole(AriaRole.Link, new() { Name = "Open my page" }).ClickAsync();
        await Expect(Frame.GetByRole(AriaRole.Heading, new() { Name = "To do now" })).ToBeVisibleAsync();
    }

    public async Task OpenCheckInAsync()
    {
        await SayAsync("home");
        await PressAsync(Slack, "Open a check-in");
        await PressAsync(Slack, "Open for 10 people");
        await Expect(Teams.GetByRole(AriaRole.Heading, new() { Name = "A short check-in" })).ToBeVisibleAsync();
        await Expect(Frame.GetByRole(AriaRole.Heading, new() { Name = "A short check-in" })).ToBeVisibleAsync();
    }

    public async Task FillInSlackAsync()
    {
        await PressAsync(Slack, "Answer now");
        await PressAsync(Slack, "Fill in for me");
    }

    public async Task SendInSlackAsync()
    {
        await PressAsync(Slack.Locator("dialog"), "Send");
        await Expect(Slack.GetByText("Recorded.")).ToBeVisibleAsync();
    }

    public async Task FillInTeamsAsync()
    {
        await PressAsync(Teams, "Answer now");
        await PressAsync(Teams, "Fill in for me");
    }

    public async Task SendInTeamsAsync()
    {
        await PressAsync(Teams.Locator(".card"), "Send");
        await Expect(Teams.GetByText("Recorded.")).ToBeVisibleAsync();
    }

    public async Task AnswerOnTheWebAsync()
    {
        await Frame.GetByRole(AriaRole.Button, new() { Name = "Answer now" }).First.ClickAsync();
        await Expect(Frame.GetByRole(AriaRole.Heading, new() { Name = "Check-in", Exact = true })).ToBeVisibleAsync();
        await PressAsync(Web, "Fill in for me");
        await Frame.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(Frame.GetByText("Recorded.")).ToBeVisibleAsync();
    }

    public async Task CloseAsync()
    {
        await SayAsync("close");
        await PressAsync(Slack, "Close for 10 people");
        await Expect(Slack.GetByText("The check-in has closed.")).ToBeVisibleAsync();
        await PressAsync(page.Locator("#clock"), "+1 hour");
        foreach (var title in new[] { Title(Slack), Title(Teams), Frame.GetByRole(AriaRole.Heading, new() { Name = "What we heard" }) })
            await Expect(title).ToBeVisibleAsync();

        static ILocator Title(ILocator pane) => pane.GetByRole(AriaRole.Heading, new() { Name = "What we heard" });
    }

    /// <summary>Presses one of the two buttons for everybody who is not on show, and waits for what it says.</summary>
    public async Task<string> LetOthersAsync(string button)
    {
        await PressAsync(page.Locator("#story"), button);
        var said = page.Locator("#say").GetByText(". ").Or(page.Locator("#say").GetByText("people ")).First;
        await said.WaitForAsync();
        return await said.InnerTextAsync();
    }

    public async Task SayAsync(string words)
    {
        await Slack.GetByLabel("Write in Slack").FillAsync(words);
        await PressAsync(Slack, "Send");
    }

    /// <summary>The newest button with these words.</summary>
    public static Task PressAsync(ILocator where, string words) => where.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Last.ClickAsync();
}
