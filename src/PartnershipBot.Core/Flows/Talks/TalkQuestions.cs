using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Three plain questions for a talk, chosen from what was heard. Any partner can answer them, and none asks who said what.</summary>
static class TalkQuestions
{
    public const int Count = 3;

    /// <summary>The subjects that have questions of their own: the first letters of the ids of what was rated.</summary>
    static readonly IReadOnlyList<string> Subjects = ["REL", "OPN", "ABL", "CAR", "AIM", "POW", "VOI", "RSK"];

    const string Direction = "DIR";

    /// <summary>Feeling between "about the same" and "a bit harder": working together got harder.</summary>
    const int Harder = 27;

    const int Easier = 33;

    /// <returns>The subject of a question; null when it has no questions of its own here.</returns>
    public static string? About(string question) => Subjects.FirstOrDefault(subject => question.StartsWith(subject, StringComparison.Ordinal));

    /// <param name="heard">What was shown; empty when nothing was.</param>
    /// <param name="shift">What has clearly changed; null when nothing has.</param>
    /// <returns>The keys of three questions: what has changed first, then where people differ, the lowest, and such as suit any talk.</returns>
    public static IReadOnlyList<string> KeysFor(IReadOnlyList<Heard> heard, Shift? shift)
    {
        var keys = new List<string>();
        var rated = heard.Where(one => About(one.Question.Id) is not null).ToList();
        if (shift is not null) keys.Add($"Ask.Changed.{shift.About}");
        if (rated.Find(one => one.Figure.Agreement == AgreementWords.Differently) is { } apart) keys.Add($"Ask.Apart.{About(apart.Question.Id)}");
        if (rated.MinBy(one => one.Tenths) is { } lowest) keys.Add($"Ask.Low.{About(lowest.Question.Id)}");
        if (heard.FirstOrDefault(one => one.Question.Id.StartsWith(Direction, StringComparison.Ordinal)) is { Tenths: <= Harder or >= Easier } direction)
            keys.Add(direction.Tenths <= Harder ? "Ask.Harder" : "Ask.Easier");
        keys.AddRange(["Ask.Any.Helped", "Ask.Any.Harder", "Ask.Any.Next"]);
        // The last is always about what to do.
        return [.. keys.Take(Count - 1), "Ask.Any.Next"];
    }
}
