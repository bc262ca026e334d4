using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Tests.Figures;

/// <summary>What is printed, against everything that could have been answered: each member, and each organisation's members together, look for one answer of somebody else.</summary>
public sealed class DisclosureTests
{
    static readonly Scale Scale = new("S", [], "", "", false);
    static readonly Question[] One = [new("A", "D", "", Scale, Skip.Never)];

    /// <summary>Who gave no score can have said so in three ways, which nothing tells apart.</summary>
    const int NoScore = 1;

    [Theory]
    [InlineData("AABBC")]
    [InlineData("AAABC")]
    [InlineData("AAABB")]
    [InlineData("AAAAB")]
    [InlineData("ABCDE")]
    [InlineData("AAABBB")]
    [InlineData("AAAABB")]
    public void No_member_and_no_organisation_learns_an_answer_of_one_question(string places) => Assert.Equal("", string.Join(' ', Learnt(One, places, [0, 1, 2, 3, 4, 5]).Select(l => l[^60..])));

    /// <returns>What is given away: the print, who looks, and at whom.</returns>
    static List<string> Learnt(Question[] questions, string places, int[] scores)
    {
        var people = places.Length;
        int[][] insiders = [.. Enumerable.Range(0, people).Select(person => new[] { person }),
            .. places.Distinct().Select(place => Enumerable.Range(0, people).Where(person => places[person] == place).ToArray()).Where(group => group.Length > 1)];
        var prints = new Dictionary<string, string>();
        var possible = new Dictionary<(string Print, int Who, string Own), int[]>();
        foreach (var answers in All(people * questions.Length, scores))
        {
            var rows = answers.Chunk(questions.Length).ToArray();
            var key = string.Join('|', rows.Select((row, person) => places[person] + string.Join(',', row)).Order(StringComparer.Ordinal));
            if (!prints.TryGetValue(key, out var print)) prints[key] = print = Printed(questions, places, rows);
            for (var who = 0; who < insiders.Length; who++)
            {
                var own = (print, who, string.Join('|', insiders[who].Select(person => string.Join(',', rows[person]))));
                if (!possible.TryGetValue(own, out var values)) possible[own] = values = new int[answers.Length];
                for (var at = 0; at < answers.Length; at++) values[at] |= 1 << answers[at];
            }
        }
        return [.. possible.SelectMany(seen => seen.Value
            .Where((values, at) => !insiders[seen.Key.Who].Contains(at / questions.Length) && Bits(values) < 2 && values != NoScore)
            .Select(values => $"{seen.Key} leaves {values:b}")).Take(10)];
    }

    static string Printed(Question[] questions, string places, int[][] rows)
    {
        var people = rows.Select((row, person) => new Respondent(places[person].ToString(), questions.Zip(row).Where(item => item.Second > 0)
            .ToDictionary(item => item.First.Id, item => (item.First.Reversed ? 6 - item.Second : item.Second).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return RoundResult.Of(questions, [.. people], rows.Length).ToJson();
    }

    static IEnumerable<int[]> All(int length, int[] scores)
    {
        var at = new int[length];
        while (true)
        {
            yield return [.. at.Select(i => scores[i])];
            var place = 0;
            while (place < length && ++at[place] == scores.Length) at[place++] = 0;
            if (place == length) yield break;
        }
    }

    static int Bits(int values) => System.Numerics.BitOperations.PopCount((uint)values);
}
