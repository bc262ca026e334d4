using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PartnershipBot.Acceptance.Tests.Playground;

/// <summary>The playground's page, played as a newcomer would, in the order of its own list.</summary>
public sealed class StoryTests(PlayedStory story) : IClassFixture<PlayedStory>
{
    Newcomer Newcomer => story.Newcomer;

    [Fact]
    public async Task Every_step_of_the_story_ticks_itself() => await Expect(Newcomer.Ticked).ToHaveCountAsync(8);

    [Fact]
    public void Whoever_is_not_on_show_joins_and_answers_when_told_to() => Assert.Equal(["6 people joined.", "7 people answered."], story.Said);

    [Fact]
    public void Everybody_gets_the_same_result()
    {
        Assert.StartsWith("What we heard", story.InSlack, StringComparison.Ordinal);
        Assert.Equal(OneLine(story.InSlack), OneLine(story.InTeams));
        Assert.Equal(OneLine(story.InSlack), OneLine(story.OnTheWeb));
    }

    [Fact]
    public void The_page_meets_WCAG_22_AA_all_the_way()
    {
        Assert.Equal(15, story.Looks);
        Offenders.None(story.Offences.Distinct(), "Mend the page.");
    }

    [Fact]
    public void Nothing_is_asked_of_anywhere_but_the_program_itself()
    {
        Assert.Contains(story.Asked, asked => asked.AbsolutePath == "/playground/state");
        Offenders.None(story.Asked.Where(asked => asked.Authority != story.Page.Authority).Select(asked => asked.ToString()).Distinct(), "The playground works without a network.");
    }

    [Fact]
    public void Nothing_goes_wrong_in_the_browser() => Assert.Empty(story.Errors);

    [Fact]
    public async Task A_person_on_the_web_finds_anothers_page_locked()
    {
        var page = await Newcomer.Web.GetByLabel("Address on the web").InputValueAsync();
        Assert.StartsWith("/me/", page, StringComparison.Ordinal);
        await Newcomer.Web.GetByRole(AriaRole.Radio, new() { Name = "Joe Whitlock" }).CheckAsync();
        await Newcomer.Web.GetByLabel("Address on the web").FillAsync(page);
        await Newcomer.PressAsync(Newcomer.Web, "Open");

        await Expect(Newcomer.Frame.GetByLabel("Your three words")).ToBeVisibleAsync();
    }

    /// <summary>The words of the result, without its button.</summary>
    static string OneLine(string text) => Whitespace.Replace(text, " ").Replace("Take 20 minutes together", "", StringComparison.Ordinal).Trim();

    static readonly Regex Whitespace = new(@"\s+", RegexOptions.None, TimeSpan.FromSeconds(1));
}
