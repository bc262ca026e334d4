using System.Globalization;
using System.Text;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>Looks for other answers of a few people that would print the same, so that nobody's answer is the only one possible.</summary>
/// <param name="same">Whether answers would print the same.</param>
/// <param name="placesAreFree">Whether any two people can change places without changing a figure.</param>
/// <remarks>
/// Other answers come from two people changing places, or from one or two people's scores for one or two questions moved against each other.
/// Whoever knows the rules also knows which answers would not have been shown, so other answers count only if they are hidden among others in their turn:
/// <see cref="Depth"/> times, after which no more fall away among the small groups that were tried out in full.
/// </remarks>
sealed class OtherAnswers(DimensionAnswers answers, Func<int[][], bool> same, bool placesAreFree)
{
    const int Depth = 3;

    /// <summary>The most that is looked at: a search that needs more has found nothing.</summary>
    const int Most = 1_500;

    readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);
    readonly int[][] insiders = [.. answers.Insiders()];
    readonly int[] sizes = [.. answers.Organisations.Select(id => id.Length == 0 ? 0 : answers.Organisations.Count(other => other == id))];
    int looked;

    /// <param name="rows">Everybody's scores; they print the same as those that were given.</param>
    /// <returns>Whether every score of everybody could have been another, whoever looks.</returns>
    public bool Hide(int[][] rows) => Hide(rows, Depth);

    bool Hide(int[][] rows, int depth)
    {
        if (depth == 0 || (placesAreFree && HideWhereverTheySit(rows))) return true;
        var key = Key(rows, depth);
        if (known.TryGetValue(key, out var hide)) return hide;
        known[key] = false;
        return known[key] = Array.TrueForAll(insiders, who => HideFrom(rows, who, depth));
    }

    /// <summary>Whether no insiders could have all the scores that are unlike the others', whoever they were: then people's changing places is enough.</summary>
    bool HideWhereverTheySit(int[][] rows)
    {
        var most = insiders.Max(who => who.Length);
        for (var question = 0; question < rows[0].Length; question++)
        {
            var counts = new int[Scale.Highest + 1];
            foreach (var row in rows) counts[row[question]]++;
            var scored = rows.Length - counts[0];
            foreach (var alike in counts[1..])
                if (alike > 0 && scored - alike <= most) return false;
        }
        return true;
    }

    bool HideFrom(int[][] rows, int[] who, int depth)
    {
        for (var person = 0; person < rows.Length; person++)
            for (var question = 0; question < rows[person].Length; question++)
                if (rows[person][question] > 0 && !who.Contains(person) && !CouldDiffer(rows, who, person, question, depth)) return false;
        return true;
    }

    bool CouldDiffer(int[][] rows, int[] who, int person, int question, int depth)
    {
        var unlike = new List<int>(rows.Length);
        for (var other = 0; other < rows.Length; other++)
            if (rows[other][question] > 0 && rows[other][question] != rows[person][question] && !who.Contains(other))
            {
                if (Alike(person, other)) return true;
                unlike.Add(other);
            }
        return unlike.Count > 0
            ? unlike.Exists(other => Counts(Swapped(rows, person, other), depth))
            : Moved(rows, [.. Enumerable.Range(0, rows.Length).Except(who)], person, question).Any(moved => Counts(moved, depth));
    }

    /// <summary>Whether nothing is different when the two change places: colleagues, or the only people of their organisations.</summary>
    bool Alike(int one, int other) => answers.Organisations[one] == answers.Organisations[other] || (sizes[one] == 1 && sizes[other] == 1);

    bool Counts(int[][] rows, int depth) => looked++ < Most && same(rows) && Hide(rows, depth - 1);

    static int[][] Swapped(int[][] rows, int one, int other)
    {
        int[][] swapped = [.. rows];
        (swapped[one], swapped[other]) = (rows[other], rows[one]);
        return swapped;
    }

    /// <summary>The person's score moved, and what makes up for it: nothing, somebody else's score, the person's other score, or both of both.</summary>
    static IEnumerable<int[][]> Moved(int[][] rows, int[] others, int person, int question)
    {
        foreach (var step in Steps)
        {
            if (With(rows, person, question, step) is not { } moved) continue;
            yield return moved;
            foreach (var other in others)
                if (other != person && With(moved, other, question, -step) is { } both) yield return both;
            for (var second = 0; second < rows[person].Length; second++)
            {
                if (second == question || With(moved, person, second, -step) is not { } turned) continue;
                yield return turned;
                foreach (var other in others)
                    if (other != person && With(turned, other, question, -step) is { } half && With(half, other, second, step) is { } both) yield return both;
            }
        }
    }

    static readonly int[] Steps = [1, -1, 2, -2, 3, -3, 4, -4];

    /// <returns>Null where there is no score, or none so far.</returns>
    static int[][]? With(int[][] rows, int person, int question, int step)
    {
        var score = rows[person][question];
        if (score == 0 || score + step is < Scale.Lowest or > Scale.Highest) return null;
        int[][] moved = [.. rows];
        moved[person] = [.. rows[person]];
        moved[person][question] += step;
        return moved;
    }

    /// <summary>The same for all that differ only in who of an organisation, or which of the organisations of one size, said what.</summary>
    string Key(int[][] rows, int depth)
    {
        var key = new StringBuilder().Append(depth);
        var organisations = Enumerable.Range(0, rows.Length).GroupBy(person => answers.Organisations[person], StringComparer.Ordinal)
            .Select(group => (Size: sizes[group.First()], Said: string.Join(',', group.Select(person => Code(rows[person])).Order())));
        foreach (var (size, said) in organisations.OrderBy(one => one.Size).ThenBy(one => one.Said, StringComparer.Ordinal))
            key.Append(CultureInfo.InvariantCulture, $"|{size}:{said}");
        return key.ToString();
    }

    static int Code(int[] row) => row.Aggregate(0, (code, score) => code * (Scale.Highest + 1) + score);
}
