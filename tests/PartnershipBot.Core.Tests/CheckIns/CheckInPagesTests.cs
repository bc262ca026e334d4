using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>How questions fall into pages, and which page comes next for somebody who has answered so.</summary>
public sealed class CheckInPagesTests
{
    static readonly IReadOnlyList<Question> Gated = PackLibrary.Pair.Questions;

    [Theory]
    [InlineData(1, "1")]
    [InlineData(5, "5")]
    [InlineData(6, "3 3")]
    [InlineData(7, "4 3")]
    [InlineData(14, "4 4 4 2")]
    public void A_few_are_one_form_and_more_are_pages_of_four_at_most(int questions, string sizes) =>
        Assert.Equal(sizes, string.Join(' ', CheckInPages.Of([.. PackLibrary.Full.Questions.Take(questions)]).Select(page => page.Count)));

    [Fact]
    public void What_depends_on_an_answer_comes_on_a_later_page_and_only_where_it_applies()
    {
        var pages = CheckInPages.Of(Gated);
        Assert.Equal("CON1", Assert.Single(pages[0]).Id);
        Assert.All(pages.Skip(1), page => Assert.InRange(page.Count, 1, 4));
        Assert.Equal(1, CheckInPages.From(pages, 1, 1, Given("2")));
        Assert.Null(CheckInPages.From(pages, 1, 1, Given("0")));
        Assert.Equal(0, CheckInPages.From(pages, pages.Count - 1, -1, Given("0")));
    }

    [Fact]
    public void What_was_not_asked_was_not_skipped()
    {
        Assert.Equal(0, CheckInPages.Skipped(Gated, Given("0")));
        Assert.Equal(4, CheckInPages.Skipped(Gated, Given("1")));
        Assert.Null(CheckInPages.FirstOpen(CheckInPages.Of(Gated), Given("0")));
        Assert.Equal(1, CheckInPages.FirstOpen(CheckInPages.Of(Gated), Given("1")));
    }

    static Dictionary<string, string> Given(string contact) => new(StringComparer.Ordinal) { ["CON1"] = contact };
}
