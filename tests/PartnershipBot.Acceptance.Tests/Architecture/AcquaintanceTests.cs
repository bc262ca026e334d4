using Xunit.Sdk;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>The rule itself, on types that break it on purpose.</summary>
public sealed class AcquaintanceTests
{
    const string Planted = "PartnershipBot.Acceptance.Tests.Architecture.Planted";

    [Fact]
    public void Every_way_of_knowing_is_found()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Check("North", "South"));

        string[] ways = ["Field", "Generic", "Body", "Lambda", "AsyncMethod", "Catch", "Typeof", "Interface", "Constraint", "Attribute"];
        Assert.All(ways, way => Assert.Matches($"North\\.InAn?{way}", failure.Message));
    }

    [Fact]
    public void A_namespace_is_not_taken_for_one_whose_name_begins_alike()
    {
        Check("North.Quiet", "South");
        Assert.ThrowsAny<XunitException>(() => Check("North.Quiet", "Southern"));
    }

    [Fact]
    public void A_rule_about_no_type_fails() =>
        Assert.Contains("checks nothing", Assert.ThrowsAny<XunitException>(() => Check("Nort", "South")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_exempt_type_is_let_off_alone()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => Check("North", "South", $"{Planted}.North.InACatch"));
        Assert.DoesNotContain("InACatch", failure.Message, StringComparison.Ordinal);
        Assert.Contains("InATypeof", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_friend_that_nobody_knows_is_found()
    {
        var assembly = typeof(AcquaintanceTests).Assembly;
        Acquaintance.All(assembly, $"{Planted}.North", [typeof(Planted.South.Stranger)]);
        var failure = Assert.ThrowsAny<XunitException>(
            () => Acquaintance.All(assembly, $"{Planted}.North.Quiet", [typeof(Planted.South.Stranger), typeof(Planted.Southern.Neighbour)]));
        Assert.Contains("South.Stranger", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Neighbour", failure.Message, StringComparison.Ordinal);
    }

    static void Check(string subject, string stranger, params string[] exempt) =>
        Acquaintance.None(typeof(AcquaintanceTests).Assembly, $"{Planted}.{subject}", [$"{Planted}.{stranger}"], exempt);
}
