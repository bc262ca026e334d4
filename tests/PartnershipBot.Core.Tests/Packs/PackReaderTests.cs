using System.Text;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Packs;

public sealed class PackReaderTests
{
    const string Good = """
        {
          "id": "small", "version": 2, "language": "en",
          "scales": [{ "id": "S", "labels": ["a", "b", "c", "d", "e"], "dontKnow": "dk", "ratherNot": "no", "wordsOnly": false }],
          "questions": [
            { "id": "Q1", "dimension": "D", "text": "T", "scale": "S", "freeText": false, "skip": "Never" },
            { "id": "Q2", "dimension": "D", "text": "T", "scale": "", "freeText": true, "skip": "FirstRound" }
          ]
        }
        """;

    [Fact]
    public void The_pulse_asks_two_things_first_and_three_later()
    {
        Assert.Equal(["REL1", "OPN1"], PackLibrary.Pulse.Rated(firstRound: true).Select(question => question.Id));
        Assert.Equal(["REL1", "OPN1", "DIR1"], PackLibrary.Pulse.Rated(firstRound: false).Select(question => question.Id));
        Assert.Equal("NXT1", PackLibrary.Pulse.OwnWords!.Id);
    }

    [Fact]
    public void A_pack_is_read_whole()
    {
        var pack = Read(Good);
        Assert.Equal(("small", 2), (pack.Id, pack.Version));
        Assert.Equal(["1", "2", "3", "4", "5", "DK", "PNA"], pack.Questions[0].Scale!.Choices.Select(choice => choice.Value));
        Assert.Null(pack.Questions[1].Scale);
    }

    [Theory]
    [InlineData("\"language\": \"en\"", "\"language\": \"en\", \"colour\": 1", 2)]
    [InlineData("\"language\": \"en\",", "", 8)]
    [InlineData("\"version\": 2", "\"version\": true", 2)]
    [InlineData("\"version\": 2", "\"version\": 0", 2)]
    [InlineData("\"id\": \"Q2\"", "\"id\": \"Q1\"", 6)]
    [InlineData("\"scale\": \"S\"", "\"scale\": \"T\"", 5)]
    [InlineData("\"scale\": \"\"", "\"scale\": \"S\"", 6)]
    [InlineData("\"skip\": \"FirstRound\"", "\"skip\": \"1\"", 6)]
    [InlineData("\"d\", \"e\"]", "\"d\"]", 3)]
    [InlineData("\"ratherNot\": \"no\"", "\"ratherNot\": null", 3)]
    [InlineData("\"text\": \"T\", \"scale\": \"S\"", "\"text\": \"T\", \"text\": \"U\", \"scale\": \"S\"", 5)]
    public void What_is_not_understood_is_refused_with_its_place(string part, string instead, int line)
    {
        var wrong = Assert.Throws<PackException>(() => Read(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.Equal(line, wrong.Line);
        Assert.StartsWith($"small.json, line {line}, column {wrong.Column}: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_points_at_the_value()
    {
        var wrong = Assert.Throws<PackException>(() => Read(Good.Replace("\"Q2\"", "\"Q1\"", StringComparison.Ordinal)));
        Assert.Equal(13, wrong.Column);
    }

    static Pack Read(string json) => PackReader.Read("small.json", Encoding.UTF8.GetBytes(json));
}
