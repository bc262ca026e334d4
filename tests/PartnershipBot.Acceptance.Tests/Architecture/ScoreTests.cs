using System.Reflection;
using System.Text.RegularExpressions;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>A partnership has several bottom lines and never one score (R13).</summary>
public sealed partial class ScoreTests
{
    static readonly string[] Spaces =
    [
        "PartnershipBot.Core.Domain", "PartnershipBot.Core.Figures", "PartnershipBot.Core.Flows.Reports", "PartnershipBot.Web.Pages",
    ];

    [Fact]
    public void Nothing_is_named_as_one_score_for_the_whole()
    {
        string[] parents = ["PartnershipBot.Core", "PartnershipBot.Core.Flows", "PartnershipBot.Web"];
        var written = Spaces.Intersect(parents.SelectMany(Projects.FoldersOf), StringComparer.Ordinal).ToList();
        Assert.Contains("PartnershipBot.Core.Domain", written);
        foreach (var space in written)
        {
            var assembly = Acquaintance.Covers("PartnershipBot.Web", space) ? Projects.Web : Projects.Core;
            var types = Projects.TypesIn(assembly, space);
            Assert.True(types.Count > 0, $"There is no type in {space}, so the rule about it checks nothing.");
            const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            var names = types.SelectMany(type => type.GetProperties(Any).Select(property => $"{type.FullName}.{property.Name}"));
            Offenders.None(names.Where(name => IsOneScore(name.Split('.')[^1])), "There is no one score. Name the one thing that is measured.");
        }
    }

    [Theory]
    [InlineData("OverallTrust")]
    [InlineData("TrustOverall")]
    [InlineData("TotalScore")]
    [InlineData("ScoreInTotal")]
    [InlineData("PartnershipIndex")]
    [InlineData("Index")]
    [InlineData("RAG")]
    [InlineData("RagStatus")]
    [InlineData("TrustRAGColour")]
    [InlineData("index2")]
    public void A_name_for_one_score_is_found(string name) => Assert.True(IsOneScore(name));

    [Theory]
    [InlineData("Average")]
    [InlineData("Indexes")]
    [InlineData("Total")]
    [InlineData("ScoreOfOneDimension")]
    [InlineData("Fragment")]
    [InlineData("Overalls")]
    public void A_name_that_only_looks_alike_is_left_alone(string name) => Assert.False(IsOneScore(name));

    static bool IsOneScore(string name)
    {
        var words = Word.Matches(name).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Overlaps(["overall", "index", "rag"]) || words.IsSupersetOf(["total", "score"]);
    }

    // The words of a PascalCase name; a run of capitals is one word up to the last capital before a small letter.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word { get; }
}
