using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Pairs;

public sealed class PairFiguresTests
{
    /// <summary>Five organisations, of which the fifth did not rate: reliable, open, same aim.</summary>
    static readonly string[] Four = ["AB445", "AC344", "AD433", "AE223", "BA544", "BC334", "CA323", "CB444", "CD333", "DA223", "DC334"];

    static List<Tie> Ties(params string[] said) =>
        [.. said.Select(one => new Tie(one[..1], one[..1], one[1..2], TieTrust.Of(one[2] - '0', one[3] - '0', one[4] - '0'), null))];

    [Fact]
    public void Trust_is_the_mean_of_three_parts_of_which_two_were_rated()
    {
        Assert.Equal(4.5m, TieTrust.Of(4, null, 5));
        Assert.Null(TieTrust.Of(null, 5, null));
        Assert.Equal(33, TieTrust.Tenths(TieTrust.Between(Ties(Four)).Values.Average()));
    }

    [Fact]
    public void Gaps_are_those_of_pairs_that_rated_each_other()
    {
        var gaps = TieTrust.GapsOf(TieTrust.Between(Ties(Four)));
        Assert.Equal(5, gaps.Pairs);
        Assert.Equal(0.6m, gaps.Mean, 6);
        Assert.Equal(0.4m, gaps.Wide, 6);
    }

    [Fact]
    public void Four_organisations_that_rated_are_too_few_for_gaps() => Assert.Null(PairFigures.GapsOf(Ties(Four)));

    [Fact]
    public void Five_organisations_and_five_pairs_show_gaps() =>
        Assert.Equal(5, PairFigures.GapsOf(Ties([.. Four, "EF333"]))!.Pairs);

    [Fact]
    public void Four_pairs_are_too_few_for_gaps() => Assert.Null(PairFigures.GapsOf(Ties("AB444", "BA444", "CD444", "DC444", "AC444", "CA444", "BD444", "DB444", "EA444")));

    [Fact]
    public void An_average_counts_each_organisation_once()
    {
        List<Tie> ties = [.. Enumerable.Range(0, 3).Select(i => new Tie($"b{i}", "B", "A", 5, 3)), new Tie("c", "C", "A", 2, 3), new Tie("d", "D", "A", 2, 3)];
        Assert.Equal(new PairAverage(30, NearEnd.No, 5, 3), PairFigures.Of("A", ties, hasPower: false).Trust);
    }

    [Fact]
    public void Near_an_end_of_the_scale_no_number_is_shown()
    {
        List<Tie> ties = [.. Enumerable.Range(0, 5).Select(i => new Tie($"r{i}", $"O{i % 3}", "A", 1, 5))];
        Assert.Equal(new Seen(new PairAverage(0, NearEnd.Low, 5, 3), new PairAverage(0, NearEnd.High, 5, 3)), PairFigures.Of("A", ties, hasPower: false));
    }

    [Theory]
    [InlineData(4, 3, false)]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    public void An_average_needs_three_organisations_and_five_people(int people, int organisations, bool shown)
    {
        List<Tie> ties = [.. Enumerable.Range(0, people).Select(i => new Tie($"r{i}", $"O{i % organisations}", "A", 3, 3))];
        Assert.Equal(shown, PairFigures.Of("A", ties, hasPower: false).ShowsAnything);
        Assert.True(PairFigures.Of("A", [.. ties.Select(tie => tie with { Few = true })], hasPower: false).ShowsAnything);
        Assert.Equal(shown, PairFigures.Of("A", [.. ties.Select((tie, at) => tie with { Few = at > 0 })], hasPower: false).ShowsAnything);
    }

    [Fact]
    public void A_partner_with_power_sees_nothing_unless_every_rater_chose_that()
    {
        List<Tie> ties = [.. Enumerable.Range(0, 6).Select(i => new Tie($"r{i}", $"O{i % 3}", "A", 3, 3, ToPower: true, Few: true))];
        Assert.True(PairFigures.Of("A", ties, hasPower: true).ShowsAnything);
        ties[2] = ties[2] with { ToPower = false };
        Assert.False(PairFigures.Of("A", ties, hasPower: true).ShowsAnything);
        Assert.True(PairFigures.Of("A", ties, hasPower: false).ShowsAnything);
    }

    [Fact]
    public void A_pair_opens_when_every_rater_of_both_sides_said_yes()
    {
        List<Tie> ties = [new("a1", "A", "B", 4, 3, Compare: true), new("a2", "A", "B", 3, 3, Compare: true), new("b1", "B", "A", 2, 3, Compare: true)];
        Assert.Equal(new OpenedPair("A", "B", 35, 20), Assert.Single(PairFigures.Opened(ties, _ => false)));
        for (var i = 0; i < ties.Count; i++)
            Assert.Empty(PairFigures.Opened([.. ties.Select((tie, at) => tie with { Compare = at != i })], _ => false));
        Assert.Empty(PairFigures.Opened(ties, id => id == "B"));
        Assert.Single(PairFigures.Opened([.. ties.Select(tie => tie with { ToPower = tie.To == "B" })], id => id == "B"));
    }
}
