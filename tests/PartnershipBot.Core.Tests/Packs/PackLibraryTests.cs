using System.Text;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Packs;

public sealed class PackLibraryTests
{
    [Fact]
    public void The_pulse_asks_two_things_first_and_three_later()
    {
        Assert.Equal(["REL1", "OPN1"], PackLibrary.Pulse.Rated(firstRound: true).Select(question => question.Id));
        Assert.Equal(["REL1", "OPN1", "DIR1"], PackLibrary.Pulse.Rated(firstRound: false).Select(question => question.Id));
        Assert.Equal("NXT1", PackLibrary.Pulse.OwnWords!.Id);
    }

    [Fact]
    public void The_full_check_in_rates_fourteen_things_in_eight_dimensions()
    {
        var rated = PackLibrary.Full.Rated(firstRound: true);
        Assert.Equal(14, rated.Count);
        Assert.Equal(["Reliable", "Open", "Able", "Caring and fair", "Same aim", "A real say", "Service user voice", "Ready to rely"], rated.Select(question => question.Dimension).Distinct());
        Assert.Equal(["REL2R", "POW2R"], rated.Where(question => question.Reversed).Select(question => question.Id));
        Assert.Equal(2, rated.Single(question => question.Id == "REL2R").Score("4"));
    }

    [Fact]
    public void A_partner_is_rated_only_by_who_worked_with_it()
    {
        var pair = PackLibrary.Pair.Questions;
        Assert.Equal(["CON1", "DRE1", "DOP1", "DAL1", "DHE1"], pair.Select(question => question.Id));
        Assert.Equal(["0", "1", "2", "3", "PNA"], pair[0].Scale!.Choices.Select(choice => choice.Value));
        foreach (var (contact, asked) in (IEnumerable<(string, bool)>)[("0", false), ("1", true), ("3", true), ("PNA", false), ("", false)])
            Assert.All(pair.Skip(1), question => Assert.Equal(asked, question.Applies(new Dictionary<string, string> { ["CON1"] = contact })));
        Assert.Equal("NC", pair[1].Scale!.DontKnowValue);
    }

    [Fact]
    public void Joining_asks_how_and_whether_one_would_stay()
    {
        var joining = PackLibrary.Joining.Questions;
        Assert.Equal(["JOI1", "JOI2"], joining.Select(question => question.Id));
        Assert.Equal(["chose", "nudged", "had", "PNA"], joining[0].Scale!.Choices.Select(choice => choice.Value));
        Assert.Null(joining[1].Score("Y"));
    }

    [Theory]
    [InlineData("Partners do what they say they'll do.", "TRUE5", false)]
    [InlineData("Partners do what they say they will do.", "CHANGE5", false)]
    [InlineData("Partners do what they say they will do.", "TRUE5", true)]
    public void A_question_with_other_words_or_answers_needs_an_id_of_its_own(string words, string scale, bool reversed)
    {
        var wrong = Assert.Throws<PackException>(() => PackLibrary.Add([("ours.json", Ours("ours", "REL1", words, scale, reversed))]));
        Assert.StartsWith("ours.json, line 7, column 13: Question 'REL1' is asked otherwise in pack 'full'.", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_pack_twice_is_refused() =>
        Assert.Contains("is there already", Assert.Throws<PackException>(() => PackLibrary.Add([("ours.json", Ours("pulse", "NEW1", "New?", "TRUE5", false))])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_organisations_own_pack_is_found_beside_the_others_and_asks_the_same_series()
    {
        try
        {
            PackLibrary.Add([("ours.json", Ours("librarytest", "REL1", "Partners do what they say they will do.", "TRUE5", false))]);
            Assert.Equal("REL1", Assert.Single(PackLibrary.Newest("librarytest")!.Questions).Id);
            Assert.Equal("pulse", PackLibrary.Pulse.Id);
        }
        finally
        {
            PackLibrary.Add([]);
        }
        Assert.Null(PackLibrary.Newest("librarytest"));
    }

    [Theory]
    [InlineData(new[] { "REL1", "4" }, true)]
    [InlineData(new[] { "REL1", "DK" }, true)]
    [InlineData(new[] { "REL1", "9" }, false)]
    [InlineData(new string[0], false)]
    public void Half_of_what_was_asked_is_enough(string[] given, bool enough) =>
        Assert.Equal(enough, Complete.Enough(PackLibrary.Pulse.Rated(firstRound: true), given.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1])));

    [Fact]
    public void Less_than_half_is_not_enough_and_what_was_not_asked_does_not_count()
    {
        var full = PackLibrary.Full.Rated(firstRound: false);
        Assert.False(Complete.Enough(full, full.Take(6).ToDictionary(question => question.Id, _ => "3")));
        Assert.True(Complete.Enough(full, full.Take(7).ToDictionary(question => question.Id, _ => "3")));
        Assert.True(Complete.Enough(PackLibrary.Pair.Questions, new Dictionary<string, string> { ["CON1"] = "0" }));
        Assert.False(Complete.Enough(PackLibrary.Pair.Questions, new Dictionary<string, string> { ["CON1"] = "1" }));
    }

    static byte[] Ours(string id, string question, string words, string scale, bool reversed) => Encoding.UTF8.GetBytes($$"""
        {
          "id": "{{id}}",
          "version": 1,
          "set": "Round",
          "scales": [{ "id": "{{scale}}", "values": ["1", "2", "3", "4", "5"], "rated": true, "dontKnow": "DK", "wordsOnly": false }],
          "questions": [
            { "id": "{{question}}", "dimension": "Reliable", "scale": "{{scale}}", "freeText": false, "reversed": {{(reversed ? "true" : "false")}}, "skip": "Never", "onlyIf": null }
          ],
          "texts": {
            "en": {
              "whoSees": "All of us.",
              "scales": { "{{scale}}": { "labels": {{(scale == "TRUE5" ? """["Not true at all", "A little true", "Partly true", "Mostly true", "Very true"]""" : """["a", "b", "c", "d", "e"]""")}}, "dontKnow": "I don't know yet", "ratherNot": "I'd rather not say" } },
              "dimensions": { "Reliable": "Reliable" },
              "questions": { "{{question}}": "{{words}}" }
            }
          }
        }
        """);
}
