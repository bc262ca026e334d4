using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Tests.Figures;

/// <summary>Five organisations; E did not answer.</summary>
public sealed class NetworkTests
{
    static readonly string[] Organisations = ["A", "B", "C", "D", "E"];

    static readonly Dictionary<string, IReadOnlyDictionary<string, int>> Contact = new()
    {
        ["A"] = new Dictionary<string, int> { ["B"] = 3, ["C"] = 2, ["D"] = 2, ["E"] = 1 },
        ["B"] = new Dictionary<string, int> { ["A"] = 3, ["C"] = 2, ["D"] = 0, ["E"] = 0 },
        ["C"] = new Dictionary<string, int> { ["A"] = 2, ["B"] = 2, ["D"] = 1, ["E"] = 0 },
        ["D"] = new Dictionary<string, int> { ["A"] = 2, ["B"] = 0, ["C"] = 1, ["E"] = 0 },
    };

    static readonly Dictionary<string, int[]> Parts = new()
    {
        ["AB"] = [4, 4, 5],
        ["AC"] = [3, 4, 4],
        ["AD"] = [4, 3, 3],
        ["AE"] = [2, 2, 3],
        ["BA"] = [5, 4, 4],
        ["BC"] = [3, 3, 4],
        ["CA"] = [3, 2, 3],
        ["CB"] = [4, 4, 4],
        ["CD"] = [3, 3, 3],
        ["DA"] = [2, 2, 3],
        ["DC"] = [3, 3, 4],
    };

    static readonly PairTrust Trust = new(Parts.ToDictionary(pair => (pair.Key[..1], pair.Key[1..]), pair => PairTrust.OfTie(pair.Value)!.Value));

    [Fact]
    public void Ties_are_counted_when_either_side_names_them()
    {
        var network = Network.Of(Organisations, Contact);
        Assert.Equal(0.4, network.Density, 4);
        Assert.Equal(0.5833, network.Centralisation!.Value, 4);
        Assert.Equal(0.5, network.DirectedDensity!.Value, 4);
        Assert.Equal([3, 2, 2, 1, 0], Organisations.Select(one => network.Degrees[one]));
    }

    [Fact]
    public void A_star_runs_through_one_and_a_full_net_through_none()
    {
        Assert.Equal(1, Network.Of(Organisations, Named(("A", "BCDE"))).Centralisation);
        var full = Network.Of(Organisations, Named(("A", "BCDE"), ("B", "CDE"), ("C", "DE"), ("D", "E")));
        Assert.Equal((1.0, 0.0), (full.Density, full.Centralisation!.Value));
        Assert.Null(Network.Of(["A", "B"], Named()).Centralisation);
        Assert.Null(Network.Of(["A", "B"], Named()).DirectedDensity);
    }

    [Fact]
    public void Trust_is_the_mean_of_ties_with_its_three_parts_beside_it()
    {
        Assert.Equal(3.3333, Trust.Average!.Value, 4);
        Assert.Equal(58.3, DimensionScore.Pomp(Trust.Average.Value), 1);
        Assert.Equal(66.7, 100 * Trust.Average.Value / 5, 1);
        Assert.Equal([3.2727, 3.0909, 3.6364], Enumerable.Range(0, 3).Select(part => Math.Round(Parts.Values.Average(parts => parts[part]), 4)));
        Assert.Null(PairTrust.OfTie(4, 0, 0));
        Assert.Equal(3.5, PairTrust.OfTie(4, 3, 0));
    }

    [Fact]
    public void One_sidedness_is_told_as_two_figures_and_only_from_five_that_answered()
    {
        Assert.Equal([("A", "B", 0.0), ("A", "C", 1.0), ("A", "D", 1.0), ("B", "C", -0.6667), ("C", "D", -0.3333)],
            Trust.Gaps.Select(gap => (gap.Key.One, gap.Key.Other, Math.Round(gap.Value, 4))).Order());
        Assert.Equal(5, Trust.Asymmetry!.Pairs);
        Assert.Equal(0.6, Trust.Asymmetry.MeanGap, 4);
        Assert.Equal(0.4, Trust.Asymmetry.WideShare, 4);
        Assert.False(Trust.ShowsAsymmetry);
        Assert.Null(new PairTrust(new Dictionary<(string, string), double>()).Asymmetry);
    }

    [Theory]
    [InlineData("A", 3, 3.1111, 0.3056)]
    [InlineData("B", 2, 4.1667, -0.3333)]
    [InlineData("C", 3, 3.4444, -0.2222)]
    [InlineData("D", 2, 3.1667, -0.3333)]
    [InlineData("E", 1, 2.3333, null)]
    public void What_an_organisation_receives_is_shown_to_it_from_three_raters(string organisation, int raters, double mean, double? given)
    {
        var received = Trust.Received(organisation)!.Value;
        Assert.Equal((raters, mean), (received.Raters, Math.Round(received.Mean, 4)));
        Assert.Equal(organisation is "A" or "C", received.Raters >= PairTrust.LeastRaters);
        Assert.Equal(given, Trust.Given(organisation) is { } gives ? Math.Round(gives.Mean - received.Mean, 4) : null);
    }

    static Dictionary<string, IReadOnlyDictionary<string, int>> Named(params (string From, string To)[] rows) =>
        rows.ToDictionary(row => row.From, row => (IReadOnlyDictionary<string, int>)row.To.ToDictionary(to => to.ToString(), _ => 2));
}
