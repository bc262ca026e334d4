using PartnershipBot.Tests.Shared.Browser;

namespace PartnershipBot.Acceptance.Tests.Surroundings;

/// <summary>What tests/run.sh sets up is there and works; everything else in the tests leans on it.</summary>
public sealed class SurroundingsTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Azurite_answers_on_a_port_of_its_own()
    {
        await using var first = await Azurite.StartAsync(Cancel);
        await using var second = await Azurite.StartAsync(Cancel);

        Assert.NotEqual(first.ConnectionString, second.ConnectionString);
        using var http = new HttpClient();
        var endpoint = first.ConnectionString.Split("TableEndpoint=")[1].TrimEnd(';');
        using var answer = await http.GetAsync(new Uri(endpoint + "/Tables"), Cancel);
        Assert.StartsWith("Azurite-Table", answer.Headers.Server.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chromium_draws_a_page()
    {
        await using var browser = await Chromium.StartAsync();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<main><h1>Hello</h1></main>");
        Assert.Equal("Hello", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task A_program_that_ends_before_it_answers_is_reported_with_what_it_said()
    {
        var script = Path.Combine(Path.GetTempPath(), $"ends-{Environment.ProcessId}.js");
        await File.WriteAllTextAsync(script, "console.log('no such street'); process.exitCode = 3;", Cancel);
        try
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
                () => NodeProcess.StartAsync(script, port => [$"{port}"], Cancel));
            Assert.Contains("code 3", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("no such street", thrown.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(script);
        }
    }
}
