using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PartnershipBot.Tests.Shared.Browser;

namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>The story, played once from its start to its result, with what was noticed on the way.</summary>
public sealed class PlayedStory : IAsyncLifetime
{
    /// <summary>A folder for pictures of every stage; unset means none.</summary>
    static readonly string? Pictures = Environment.GetEnvironmentVariable("PLAYGROUND_PICTURES");

    RunningProgram program = null!;
    Chromium browser = null!;

    internal Newcomer Newcomer { get; private set; } = null!;

    internal Uri Page => program.Page;

    /// <summary>What the two buttons for the others said.</summary>
    public List<string> Said { get; } = [];

    /// <summary>The result, as each place shows it.</summary>
    public string InSlack { get; private set; } = "";

    public string InTeams { get; private set; } = "";

    public string OnTheWeb { get; private set; } = "";

    /// <summary>Violations of WCAG 2.2 AA, and where the page has to be scrolled sideways.</summary>
    public List<string> Offences { get; } = [];

    /// <summary>How many times the page was looked at for them.</summary>
    public int Looks { get; private set; }

    /// <summary>Every address that the browser asked for.</summary>
    public ConcurrentBag<Uri> Asked { get; } = [];

    public ConcurrentBag<string> Errors { get; } = [];

    public async ValueTask InitializeAsync()
    {
        browser = await Chromium.StartAsync();
        program = await RunningProgram.StartAsync(TestContext.Current.CancellationToken);
        // The checker brings a script of its own, which the pages' policy would refuse.
        var page = await browser.NewPageAsync(new() { ViewportSize = Wide, BypassCSP = true });
        page.Context.Request += (_, request) => Asked.Add(new Uri(request.Url));
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type is "error") Errors.Add(line.Text);
        };
        await page.GotoAsync(program.Page.ToString());
        Newcomer = new Newcomer(page);
        await PlayAsync(Newcomer);
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        await browser.DisposeAsync();
    }

    static ViewportSize Wide => new() { Width = 1400, Height = 900 };

    async Task PlayAsync(Newcomer newcomer)
    {
        await Assertions.Expect(newcomer.Slack).ToBeVisibleAsync();
        await LookAsync("1-nothing-yet");
        await newcomer.StartAsync();
        await newcomer.InviteEverybodyAsync();
        foreach (var organisation in Newcomer.Organisations.Take(2)) await newcomer.JoinInTeamsAsync(organisation);
        await newcomer.JoinOnTheWebAsync();
        await LookAsync("2-one-of-each-is-in");
        Said.Add(await newcomer.LetOthersAsync("Join for the others"));
        await newcomer.OpenCheckInAsync();
        await newcomer.FillInSlackAsync();
        await LookAsync("3-answering-in-slack");
        await newcomer.SendInSlackAsync();
        await newcomer.FillInTeamsAsync();
        await LookAsync("4-answering-in-teams");
        await newcomer.SendInTeamsAsync();
        await newcomer.AnswerOnTheWebAsync();
        Said.Add(await newcomer.LetOthersAsync("Answer for the others"));
        await newcomer.CloseAsync();
        await LookAsync("5-result");
        // Read here, because a test may move a pane on, and tests come in any order.
        InSlack = string.Join(' ', await newcomer.Slack.Locator(".message").Last.Locator(".b-header, .b-section, .b-context").AllInnerTextsAsync());
        InTeams = await newcomer.Teams.Locator(".card").Last.InnerTextAsync();
        OnTheWeb = await newcomer.Frame.Locator(".letter article").First.InnerTextAsync();
    }

    async Task LookAsync(string stage)
    {
        var page = Newcomer.Page;
        foreach (var (scheme, size) in new[] { (ColorScheme.Light, Wide), (ColorScheme.Dark, new() { Width = 1000, Height = 800 }), (ColorScheme.Light, new() { Width = 400, Height = 800 }) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(size.Width, size.Height);
            var where = $"{stage}-{size.Width}-{scheme}";
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, where + ".png") });
            var seen = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa") });
            Offences.AddRange(from violation in seen.Violations
                              from node in violation.Nodes
                              select $"{where}: {violation.Id}: {violation.Help}: {node.Html}");
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")) Offences.Add($"{where} has to be scrolled sideways.");
            Looks++;
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Wide.Width, Wide.Height);
    }
}
