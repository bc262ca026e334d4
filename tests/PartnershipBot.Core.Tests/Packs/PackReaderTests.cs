using System.Text;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Packs;

public sealed class PackReaderTests
{
    const string Good = """
        {
          "id": "small", "version": 2, "set": "Joining",
          "scales": [{ "id": "S", "values": ["1", "2", "3"], "rated": true, "dontKnow": "NC", "wordsOnly": false }],
          "questions": [
            { "id": "Q1", "dimension": "D", "scale": "S", "freeText": false, "reversed": true, "skip": "Never", "onlyIf": null },
            { "id": "Q2", "dimension": "D", "scale": "S", "freeText": false, "reversed": false, "skip": "FirstRound", "onlyIf": { "question": "Q1", "atLeast": 2 } },
            { "id": "Q3", "dimension": "D", "scale": "", "freeText": true, "reversed": false, "skip": "Never", "onlyIf": null }
          ],
          "texts": {
            "en": {
              "whoSees": "All of us.",
              "scales": { "S": { "labels": ["a", "b", "c"], "dontKnow": "no chance", "ratherNot": "no" } },
              "dimensions": { "D": "Deeds" },
              "questions": { "Q1": "One?", "Q2": "Two?", "Q3": "Three?" }
            },
            "cy": {
              "whoSees": "Pawb.",
              "scales": { "S": { "labels": ["ch", "d", "e"], "dontKnow": "dim cyfle", "ratherNot": "na" } },
              "dimensions": { "D": "Gwaith" },
              "questions": { "Q1": "Un?", "Q2": "Dau?", "Q3": "Tri?" }
            }
          }
        }
        """;

    [Fact]
    public void A_pack_is_read_whole()
    {
        var pack = Read(Good);
        Assert.Equal(("small", 2, PackSet.Joining, "en"), (pack.Id, pack.Version, pack.Set, pack.Language));
        Assert.Equal(["1 a", "2 b", "3 c", "NC no chance", "PNA no"], pack.Questions[0].Scale!.Choices.Select(choice => $"{choice.Value} {choice.Label}"));
        Assert.Equal(new OnlyIf("Q1", 2), pack.Questions[1].OnlyIf);
        Assert.Equal(("D", "Deeds"), (pack.Questions[1].Dimension, pack.Questions[1].Heading));
        Assert.Equal("Three?", pack.OwnWords!.Text);
        Assert.Equal(["Q1"], pack.Rated(firstRound: true).Select(question => question.Id));
    }

    [Theory]
    [InlineData("cy", "Un?", "ch")]
    [InlineData("cy-GB", "Un?", "ch")]
    [InlineData("pl", "One?", "a")]
    public void Another_language_stands_beside_the_first(string language, string words, string label)
    {
        var question = Read(Good).In(language).Questions[0];
        Assert.Equal((words, label), (question.Text, question.Scale!.Labels[0]));
    }

    [Fact]
    public void A_reversed_score_counts_from_the_other_end_and_what_is_no_score_has_none()
    {
        var pack = Read(Good);
        Assert.Equal([3, 2, 1], pack.Questions[0].Scale!.Values.Select(value => pack.Questions[0].Score(value) ?? 0));
        Assert.Equal(1, pack.Questions[1].Score("1"));
        foreach (var none in (string[])["NC", "PNA", "", "4", "DK"]) Assert.Null(pack.Questions[0].Score(none));
        Assert.False(pack.Questions[0].Scale!.Has("DK"));
    }

    [Theory]
    [InlineData("\"set\": \"Joining\"", "\"set\": \"Joining\", \"colour\": 1", 2)]
    [InlineData("\"set\": \"Joining\"", "\"set\": \"joining\"", 2)]
    [InlineData("\"set\": \"Joining\"", "\"set\": \"Round\"", 5)]
    [InlineData("\"version\": 2", "\"version\": true", 2)]
    [InlineData("\"version\": 2", "\"version\": 2.5", 2)]
    [InlineData("\"version\": 2", "\"version\": 0", 2)]
    [InlineData("\"id\": \"Q2\"", "\"id\": \"Q1\"", 6)]
    [InlineData("\"id\": \"Q2\"", "\"id\": \"Q-2\"", 6)]
    [InlineData("\"values\": [\"1\", \"2\", \"3\"]", "\"values\": [\"1\", \"3\", \"2\"]", 3)]
    [InlineData("\"values\": [\"1\", \"2\", \"3\"]", "\"values\": [\"2\", \"3\", \"4\"]", 3)]
    [InlineData("\"values\": [\"1\", \"2\", \"3\"]", "\"values\": [\"1\", null, \"3\"]", 3)]
    [InlineData("\"dontKnow\": \"NC\"", "\"dontKnow\": \"3\"", 3)]
    [InlineData("\"dontKnow\": \"NC\"", "\"dontKnow\": \"\"", 12)]
    [InlineData("\"scale\": \"S\", \"freeText\": false, \"reversed\": true", "\"scale\": \"T\", \"freeText\": false, \"reversed\": true", 5)]
    [InlineData("\"scale\": \"\"", "\"scale\": \"S\"", 7)]
    [InlineData("\"freeText\": true, \"reversed\": false", "\"freeText\": true, \"reversed\": true", 7)]
    [InlineData("\"skip\": \"FirstRound\"", "\"skip\": \"1\"", 6)]
    [InlineData("\"question\": \"Q1\"", "\"question\": \"Q3\"", 6)]
    [InlineData("\"atLeast\": 2", "\"atLeast\": 4", 6)]
    [InlineData("[\"a\", \"b\", \"c\"]", "[\"a\", \"b\"]", 12)]
    [InlineData("[\"a\", \"b\", \"c\"]", "[\"a\", \" \", \"c\"]", 12)]
    [InlineData("\"ratherNot\": \"no\"", "\"ratherNot\": null", 12)]
    [InlineData("\"Q2\": \"Two?\"", "\"Q2\": \"Two of {partner}?\"", 14)]
    [InlineData("\"Q3\": \"Three?\"", "\"Q3\": \"Three?\", \"Q4\": \"Four?\"", 11)]
    [InlineData(", \"Q3\": \"Tri?\"", "", 7)]
    [InlineData("\"Q1\": \"One?\"", "\"Q1\": \"One?\", \"Q1\": \"Again?\"", 14)]
    [InlineData("\"en\": {", "\"de\": {", 2)]
    [InlineData("\"cy\": {", "\"Welsh, please\": {", 17)]
    public void What_is_not_understood_is_refused_with_its_place(string part, string instead, int line)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var wrong = Assert.Throws<PackException>(() => Read(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.Equal((line, true), (wrong.Line, wrong.Message.StartsWith($"small.json, line {line}, column {wrong.Column}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_column_points_at_the_value()
    {
        var wrong = Assert.Throws<PackException>(() => Read(Good.Replace("\"Q2\", \"dim", "\"Q1\", \"dim", StringComparison.Ordinal)));
        Assert.Equal(13, wrong.Column);
    }

    static Pack Read(string json) => PackReader.Read("small.json", Encoding.UTF8.GetBytes(json));
}
