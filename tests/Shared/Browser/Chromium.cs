using Microsoft.Playwright;

namespace PartnershipBot.Tests.Shared.Browser;

/// <summary>A real browser without a window: Debian's Chromium, or the one that Playwright installed.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>How long what is expected on a page may take: other tests run beside this one.</summary>
    const float MostMilliseconds = 20_000;

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Skips the calling test, or fails it when CI=true, where there is no Chromium.</summary>
    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(MostMilliseconds);
        var driver = await Playwright.CreateAsync();
        var path = Find(driver.Chromium.ExecutablePath);
        if (path is null)
        {
            driver.Dispose();
            Missing.Tool("There is no Chromium. Run \"apt-get install chromium\" as root, or tests/run.sh.");
        }
        var options = new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = Arguments };
        return new(driver, await driver.Chromium.LaunchAsync(options));
    }

    /// <summary>A page in a context of its own: no cookies and no storage shared with another page.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null) =>
        await (await browser.NewContextAsync(options)).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    static string? Find(string installedByPlaywright)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"));
        return onPath.Prepend("/usr/bin/chromium").Append(installedByPlaywright).FirstOrDefault(File.Exists);
    }
}
