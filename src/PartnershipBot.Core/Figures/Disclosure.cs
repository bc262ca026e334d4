using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>Looks for what a figure would give away to a member, or to all members of one organisation, who know their own answers and the rules.</summary>
/// <remarks>Every set of answers that is found is a real one, so what passes is safe; what is safe and not found is not shown.</remarks>
static class Disclosure
{
    /// <summary>Among more people nothing is looked for: where all others gave one score, nothing is shown.</summary>
    const int MostSearched = 12;

    /// <param name="same">Whether other answers of the same people would print the same.</param>
    /// <param name="place">Two people with the same number can change places without changing a figure; null where any two can.</param>
    /// <returns>Whether every other person's every score could have been another.</returns>
    public static bool LeavesTwoValues(DimensionAnswers answers, Func<int[][], bool> same, Func<int, int>? place = null) =>
        // Who knows all answers but one would have every figure tell them that one.
        !answers.Insiders().Any(who => who.Length == answers.People - 1)
        && (answers.People <= MostSearched ? new OtherAnswers(answers, same, place is null).Hide(answers.Rows) : OthersDiffer(answers, place ?? (_ => 0)));

    static bool OthersDiffer(DimensionAnswers answers, Func<int, int> place)
    {
        foreach (var group in Enumerable.Range(0, answers.People).GroupBy(place))
            for (var question = 0; question < answers.Rows[0].Length; question++)
            {
                var all = Counts(answers, group, question);
                // Alike to all, or to the one who is the odd one out.
                if (all.Sum() > 0 && (all.Max() == all.Sum() || (all.Count(people => people > 0) == 2 && all.Max() == all.Sum() - 1))) return false;
                foreach (var colleagues in group.Where(person => answers.Organisations[person].Length > 0).GroupBy(person => answers.Organisations[person], StringComparer.Ordinal))
                {
                    var left = all.Zip(Counts(answers, colleagues, question), (everybody, own) => everybody - own).ToArray();
                    if (left.Sum() > 0 && left.Max() == left.Sum()) return false;
                }
            }
        return true;
    }

    /// <returns>How many people gave each score, from the lowest.</returns>
    static int[] Counts(DimensionAnswers answers, IEnumerable<int> people, int question)
    {
        var counts = new int[Scale.Highest];
        foreach (var person in people)
            if (answers.Rows[person][question] > 0) counts[answers.Rows[person][question] - Scale.Lowest]++;
        return counts;
    }
}
