namespace PartnershipBot.Core.Flows.Talks;

/// <summary>Three plain questions for a talk, chosen from what was heard. Any partner can answer them, and none asks who said what.</summary>
static class TalkQuestions
{
    public const int Count = 3;

    /// <summary>The subjects that have questions of their own: the first letters of the ids of what was rated.</summary>
    static readonly IReadOnlyList<string> Subjects = ["REL", "OPN", "ABL", "CAR", "AIM", "POW", "VOI", "RSK"];

    /// <summary>Feeling between "about the same" and "a bit harder": working together got harder.</summary>
    const int Harder = 27;

    const int Easier = 33;

    /// <param name="heard">What was shown; empty when nothing was.</param>
    /// <returns>The keys of three questions: the lowest first, then what has changed and where people differ, then such as suit any talk.</returns>
    public static IReadOnlyList<string> KeysFor(IReadOnlyList<Heard> heard, Shift? shift, string? apart)
    {
        var keys = new List<string>();
        var rated = heard.Where(one => Subjects.Contains(one.About)).ToList();
        if (rated.MinBy(one => one.Tenths) is { } lowest) keys.Add($"Ask.Low.{lowest.About}");
        if (shift is not null && Subjects.Contains(shift.About)) keys.Add($"Ask.Changed.{shift.About}");
        else if (heard.FirstOrDefault(one => one.About == "DIR") is { } direction && direction.Tenths is <= Harder or >= Easier)
            keys.Add(direction.Tenths <= Harder ? "Ask.Harder" : "Ask.Easier");
        if (apart is not null && Subjects.Contains(apart)) keys.Add($"Ask.Apart.{apart}");
        keys.AddRange(["Ask.Any.Helped", "Ask.Any.Harder", "Ask.Any.Next"]);
        // The last is always about what to do.
        return [.. keys.Take(Count - 1), "Ask.Any.Next"];
    }
}
