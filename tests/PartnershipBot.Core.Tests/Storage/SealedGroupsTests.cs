using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Storage;

public sealed class SealedGroupsTests
{
    [Theory]
    [InlineData("a6", "a")]
    [InlineData("a4", "")]
    [InlineData("a5 b5", "a b")]
    // One person of a small organisation would be the only one without a name.
    [InlineData("a6 b1", "")]
    [InlineData("a9 b5 c3", "a")]
    [InlineData("a9 b5 c5", "a b c")]
    [InlineData("a9 b8 c2 d2", "a")]
    [InlineData("a9 b8 c3 d2", "a b")]
    public void An_organisation_is_named_only_where_it_has_five_and_those_without_a_name_are_none_or_five(string people, string named)
    {
        var rows = people.Split(' ').SelectMany(part => Enumerable.Range(0, part[1] - '0').Select(i => new SealedRow($"item|{part}{i}", "REL1", "3", part[..1]))).ToList();
        var groups = new SealedGroups();
        foreach (var row in rows) groups.Count(row);

        var kept = rows.ConvertAll(groups.Guard);

        Assert.Equal(named, string.Join(' ', kept.Select(row => row.Group).Where(group => group.Length > 0).Distinct().Order(StringComparer.Ordinal)));
        Assert.NotInRange(kept.Count(row => row.Group.Length == 0), people.Length == 2 ? 5 : 1, 4);
    }

    [Fact]
    public void Each_question_is_counted_by_itself_and_a_score_is_not_an_answer()
    {
        var groups = new SealedGroups();
        for (var i = 0; i < 5; i++) groups.Count(new SealedRow($"item|{i}", "REL1", "3", "a"));
        for (var i = 0; i < 4; i++) groups.Count(new SealedRow($"score|{i}", "REL1", "36", "a"));
        Assert.Equal("a", groups.Guard(new SealedRow("item|0", "REL1", "3", "a")).Group);
        Assert.Equal("", groups.Guard(new SealedRow("score|0", "REL1", "36", "a")).Group);
    }
}
