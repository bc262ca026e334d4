namespace PartnershipBot.Core.Packs;

/// <summary>Whether a check-in that somebody left half-way counts.</summary>
public static class Complete
{
    /// <summary>At least half of what was asked of this person has an answer. Not knowing and not saying are answers; a question left empty is none.</summary>
    /// <param name="given">Question id to what was chosen.</param>
    public static bool Enough(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string> given)
    {
        var asked = questions.Where(question => question.Scale is not null && question.Applies(given)).ToList();
        var answered = asked.Count(question => given.TryGetValue(question.Id, out var value) && question.Scale!.Has(value));
        return answered > 0 && 2 * answered >= asked.Count;
    }
}
