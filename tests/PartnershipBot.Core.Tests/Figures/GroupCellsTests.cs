using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

public sealed class GroupCellsTests
{
    [Fact]
    public void A_staff_group_is_hidden_before_service_users_on_a_tie()
    {
        var cells = GroupCells.Of(new Dictionary<string, int> { ["Council"] = 6, ["Charity"] = 5, ["Housing"] = 3, ["Service users"] = 5 }, kept: "Service users");
        Assert.Equal(["Housing"], cells.Hidden);
        Assert.Equal(["Charity"], cells.AlsoHidden);
        Assert.Equal(["Council", "Service users"], cells.Shown);
    }

    [Fact]
    public void Else_a_tie_goes_by_name()
    {
        var cells = GroupCells.Of(new Dictionary<string, int> { ["Council"] = 6, ["Zebra charity"] = 5, ["Housing"] = 3, ["Service users"] = 5 });
        Assert.Equal(["Service users"], cells.AlsoHidden);
        Assert.Equal(["Council", "Zebra charity"], cells.Shown);
    }

    [Fact]
    public void Of_two_groups_both_are_hidden_when_one_is_small()
    {
        var cells = GroupCells.Of(new Dictionary<string, int> { ["X"] = 9, ["Y"] = 4 });
        Assert.Equal(["Y"], cells.Hidden);
        Assert.Equal(["X"], cells.AlsoHidden);
        Assert.Empty(cells.Shown);
    }

    [Fact]
    public void A_higher_least_number_hides_more()
    {
        var people = new Dictionary<string, int> { ["Council"] = 6, ["Charity"] = 9, ["Housing"] = 12 };
        Assert.Equal(["Charity", "Council", "Housing"], GroupCells.Of(people).Shown);
        Assert.Equal(["Housing"], GroupCells.Of(people, 7).Shown);
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupCells.Of(people, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupCells.Of(people, 11));
    }

    [Fact]
    public void A_cut_that_leaves_four_people_is_refused()
    {
        var all = People(13);
        Assert.False(Suppression.MayCut(People(9), [all]));
        Assert.True(Suppression.MayCut(People(8), [all]));
        Assert.False(Suppression.MayCut(People(8), [all, People(6)]));
        Assert.False(Suppression.MayCut(People(4), [all]));
        Assert.True(Suppression.MayCut(People(13), [all]));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_closed_round_is_issued_again_only_when_enough_changed(int changed, bool may) => Assert.Equal(may, Suppression.MayIssueAgain(changed));

    [Fact]
    public void Why_one_who_joins_is_given_away_by_a_second_issue_even_rounded()
    {
        // 4 4 5 3 4 3, then also 2: in full, 7 means of seven less 6 of six is the new answer; in tenths it is 2 or 3.
        Assert.Equal(2.0, 7 * (25.0 / 7) - 6 * (23.0 / 6), 9);
        var (before, after) = (Mean.Tenths(23, 6), Mean.Tenths(25, 7));
        Assert.Equal((38, 36), (before, after));
        Assert.Equal([2, 3], Enumerable.Range(1, 5).Where(answer => Math.Abs(answer - (7 * after - 6 * before) / 10.0) <= 0.65));
        Assert.Equal((4.0, 3.5), (Half(23.0 / 6), Half(25.0 / 7)));
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 5).Where(answer => Math.Abs(answer - (7 * 3.5 - 6 * 4.0)) <= 3.25));
    }

    [Fact]
    public void Why_a_cut_gives_away_who_is_not_in_it() => Assert.Equal(3.0, (13 * (49.0 / 13) - 9 * (37.0 / 9)) / 4, 9);

    static double Half(double mean) => Math.Floor(2 * mean + 0.5) / 2;

    static HashSet<string> People(int number) => [.. Enumerable.Range(1, number).Select(i => $"p{i}")];
}
