using Microsoft.Playwright;
using PartnershipBot.Tests.Shared.Browser;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>The official parser and renderer of Adaptive Cards, in a browser, takes every drawing.</summary>
public sealed class AdaptiveCardsTests : IAsyncLifetime
{
    /// <summary>Reads a card as version 1.5 and draws it in place of the one before.</summary>
    const string Draw = """
        text => {
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          const card = new AdaptiveCards.AdaptiveCard();
          card.parse(JSON.parse(text), context);
          document.body.replaceChildren(card.render());
          const wrong = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i)).concat(card.validateProperties().validationEvents);
          return { wrong: wrong.map(one => one.message), seen: document.body.innerText };
        }
        """;

    Chromium browser = null!;
    IPage page = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var renderer = Peers.Require("adaptivecards", "dist/adaptivecards.min.js");
        browser = await Chromium.StartAsync();
        page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 460, Height = 900 } });
        await page.AddScriptTagAsync(new() { Path = renderer });
        // The signs that our headings and choices escape are all the Markdown there is.
        await page.EvaluateAsync("""
            () => {
              AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
                const span = document.createElement('span');
                span.textContent = text.replace(/\\([^A-Za-z0-9\s])/g, '$1');
                [result.outputHtml, result.didProcess] = [span.innerHTML, true];
              };
            }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
    }

    [Fact]
    public async Task Every_shape_is_read_and_drawn()
    {
        foreach (var drawing in TeamsDrawing.OfEveryShape()) await CheckAsync(drawing);
    }

    [Fact]
    public async Task Every_card_and_form_of_the_flows_is_read_and_drawn()
    {
        foreach (var drawing in await TeamsDrawing.OfTheFlowsAsync()) await CheckAsync(drawing);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Paragraph","text":"Hello"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text"},{"type":"TextBlock","text":"Hello"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","body":[{"type":"Carousel","pages":[]},{"type":"TextBlock","text":"Hello"}]}""")]
    public async Task A_wrong_card_is_found(string json) => Assert.NotEmpty((await DrawAsync(json)).Wrong);

    [Fact]
    public async Task Words_that_are_not_drawn_are_found()
    {
        var (_, seen) = await DrawAsync("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hello","isVisible":false},{"type":"TextBlock","text":"You"}]}""");
        Assert.Equal("You", seen);
    }

    async Task CheckAsync(TeamsDrawing drawing)
    {
        Cancel.ThrowIfCancellationRequested();
        var (wrong, seen) = await DrawAsync(drawing.Text);
        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong)}\n{drawing.Text}");
        var missing = drawing.Words.Select(Folded).Where(words => !seen.Contains(words, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"Not seen: {string.Join('\n', missing)}\n{drawing.Text}");
    }

    /// <returns>What the parser has against it, and the words that are seen, with one space for each gap.</returns>
    async Task<(string[] Wrong, string Seen)> DrawAsync(string json)
    {
        var drawn = (await page.EvaluateAsync(Draw, json))!.Value;
        return ([.. drawn.GetProperty("wrong").EnumerateArray().Select(text => text.GetString()!)], Folded(drawn.GetProperty("seen").GetString()!));
    }

    static string Folded(string text) => string.Join(' ', text.Replace("{{", "{\u2060{", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
