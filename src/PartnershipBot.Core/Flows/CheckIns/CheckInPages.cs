using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>A check-in's questions in pages: a few are one form, more are asked some at a time.</summary>
static class CheckInPages
{
    /// <summary>So many at most are asked in one form.</summary>
    const int InOneForm = 5;
    const int OnAPage = 4;

    /// <summary>What depends on another question comes on a later page than that.</summary>
    public static IReadOnlyList<IReadOnlyList<Question>> Of(IReadOnlyList<Question> questions)
    {
        if (questions.Count <= InOneForm && questions.All(question => question.OnlyIf is null)) return [questions];
        var pages = Up(questions.Count, OnAPage);
        var most = Up(questions.Count, pages);
        List<List<Question>> filled = [[]];
        foreach (var question in questions)
        {
            var page = filled[^1];
            if (page.Count == most || page.Exists(other => other.Id == question.OnlyIf?.Question)) filled.Add(page = []);
            page.Add(question);
        }
        return filled;
    }

    /// <returns>The number of the first page with a question that this person has not answered; null when there is none.</returns>
    public static int? FirstOpen(IReadOnlyList<IReadOnlyList<Question>> pages, IReadOnlyDictionary<string, string> given) =>
        Enumerable.Range(0, pages.Count).Cast<int?>().FirstOrDefault(page => Skipped(pages[page!.Value], given) > 0);

    /// <returns>The number of the next page from <paramref name="page"/> on that asks this person something; null when none does.</returns>
    /// <param name="step">1 forwards, -1 backwards.</param>
    public static int? From(IReadOnlyList<IReadOnlyList<Question>> pages, int page, int step, IReadOnlyDictionary<string, string> given)
    {
        for (; page >= 0 && page < pages.Count; page += step)
            if (pages[page].Any(question => question.Applies(given))) return page;
        return null;
    }

    /// <summary>How many of the questions this person was asked and left empty.</summary>
    public static int Skipped(IEnumerable<Question> questions, IReadOnlyDictionary<string, string> given) =>
        questions.Count(question => question.Applies(given) && !given.ContainsKey(question.Id));

    static int Up(int number, int by) => (number + by - 1) / by;
}
