using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Pairs;

public sealed class PairRotationTests
{
    static readonly string[] Seven = ["a", "b", "c", "d", "e", "f", "g"];

    [Fact]
    public void Those_asked_about_longest_ago_come_first()
    {
        var first = PairRotation.FromRow(null).For("r1", Seven);
        Assert.Equal(["a", "b", "c", "d"], first.AskedOf("g"));
        Assert.Equal(["a", "c", "d", "e"], first.AskedOf("b"));
        var second = first.For("r2", Seven);
        Assert.Equal(["e", "f", "g", "a"], second.AskedOf("b"));
    }

    [Fact]
    public void The_same_round_asks_about_the_same_partners()
    {
        var first = PairRotation.FromRow(null).For("r1", Seven);
        Assert.Equal(first.Queue, first.For("r1", Seven).Queue);
        Assert.Equal(first.Queue, PairRotation.FromRow(first.ToRow()).For("r1", Seven).Queue);
    }

    [Fact]
    public void Who_joined_comes_first_in_the_next_round_and_last_in_this_one()
    {
        var first = PairRotation.FromRow(null).For("r1", Seven);
        Assert.Equal("h", first.For("r1", [.. Seven, "h"]).Queue[^1]);
        Assert.Equal("h", first.For("r2", [.. Seven, "h"]).Queue[0]);
        Assert.DoesNotContain("a", first.For("r2", Seven[1..]).Queue);
    }
}
