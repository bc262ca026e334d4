using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>Looks for what a figure would give away to a member, or to all members of one organisation, who know their own answers.</summary>
/// <remarks>
/// People whose places could be changed without changing a figure hide each other, unless all of them that are left to guess at gave the same score.
/// Only then other answers are looked for that would print the same: one or two people, one or two questions, moved against each other.
/// Every set of answers that is found is a real one, so what passes is safe; what is safe and not found is not shown.
/// </remarks>
static class Disclosure
{
    /// <summary>Among more people nothing is looked for: where all others gave one score, nothing is shown.</summary>
    const int MostSearched = 12;

    /// <param name="same">Whether other answers would print the same.</param>
    /// <param name="place">Two people with the same number could change places without changing a figure.</param>
    /// <returns>Whether every other person's every score could have been another.</returns>
    public static bool LeavesTwoValues(DimensionAnswers answers, Func<int[][], bool> same, Func<int, int> place)
    {
        var questions = answers.People > 0 ? answers.Rows[0].Length : 0;
        foreach (var group in Enumerable.Range(0, answers.People).GroupBy(place))
            for (var question = 0; question < questions; question++)
            {
                var all = Counts(answers, group, question);
                foreach (var insiders in answers.Insiders())
                {
                    var left = all.ToArray();
                    foreach (var insider in insiders)
                        if (place(insider) == group.Key) left[answers.Rows[insider][question]]--;
                    if (left.Skip(Scale.Lowest).Count(people => people > 0) != 1) continue;
                    if (answers.People > MostSearched) return false;
                    var search = new Search(answers, insiders, same);
                    foreach (var person in group.Except(insiders))
                        if (answers.Rows[person][question] > 0 && !search.Finds(person, question)) return false;
                }
            }
        return true;
    }

    /// <returns>How many people gave each score; at 0, how many gave none.</returns>
    static int[] Counts(DimensionAnswers answers, IEnumerable<int> people, int question)
    {
        var counts = new int[Scale.Highest + 1];
        foreach (var person in people) counts[answers.Rows[person][question]]++;
        return counts;
    }

    sealed class Search(DimensionAnswers answers, int[] insiders, Func<int[][], bool> same)
    {
        readonly int[][] rows = [.. answers.Rows.Select(row => row.ToArray())];

        /// <summary>Whether the person's score could have been another.</summary>
        public bool Finds(int person, int question)
        {
            var was = rows[person][question];
            for (var score = Scale.Lowest; score <= Scale.Highest; score++)
                if (score != was && Fits(person, question, score - was)) return true;
            return false;
        }

        bool Fits(int person, int question, int step) =>
            With(person, question, step, () => same(rows)
                || Others(person).Any(other => With(other, question, -step, () => same(rows)))
                || Questions(question).Any(second => With(person, second, -step, () => same(rows)
                    || Others(person).Any(other => With(other, question, -step, () => With(other, second, step, () => same(rows)))))));

        IEnumerable<int> Others(int person) => Enumerable.Range(0, rows.Length).Where(other => other != person && !insiders.Contains(other));

        IEnumerable<int> Questions(int but) => Enumerable.Range(0, rows[0].Length).Where(question => question != but);

        /// <summary>Asks with one score moved, and puts it back.</summary>
        bool With(int person, int question, int step, Func<bool> ask)
        {
            ref var score = ref rows[person][question];
            var was = score;
            if (was == 0 || was + step is < Scale.Lowest or > Scale.Highest) return false;
            score += step;
            var fits = ask();
            rows[person][question] = was;
            return fits;
        }
    }
}
