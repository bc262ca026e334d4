namespace PartnershipBot.Core.Packs;

/// <summary>A set of questions that are asked together, in one language.</summary>
/// <param name="Version">Counts up from 1 with every change of a word.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Questions">In the order in which they are asked.</param>
public sealed record Pack(string Id, int Version, string Language, IReadOnlyList<Question> Questions)
{
    /// <summary>What is rated in a round, in order.</summary>
    public IReadOnlyList<Question> Rated(bool firstRound) =>
        [.. Questions.Where(question => question.Scale is not null && !(firstRound && question.Skip == Skip.FirstRound))];

    /// <summary>The question for one's own words; null when the pack has none.</summary>
    public Question? OwnWords => Questions.FirstOrDefault(question => question.Scale is null);
}

/// <param name="Id">The same in every pack that asks the same words, so that the answers make one series.</param>
/// <param name="Dimension">What it is about, as a heading.</param>
/// <param name="Scale">Null for free text.</param>
/// <param name="Reversed">Whether a high answer is a poor one: its score is turned round, 6 minus the answer, in its dimension.</param>
public sealed record Question(string Id, string Dimension, string Text, Scale? Scale, Skip Skip, bool Reversed = false);

/// <summary>When a question is left out.</summary>
public enum Skip { Never, FirstRound }

/// <summary>Five answers from low to high, and two that are no score and not the same as each other.</summary>
/// <param name="Labels">The words for the scores 1 to 5.</param>
/// <param name="WordsOnly">Whether its mean is said in words alone, without a number.</param>
public sealed record Scale(string Id, IReadOnlyList<string> Labels, string DontKnow, string RatherNot, bool WordsOnly)
{
    /// <summary>The answer "I don't know yet".</summary>
    public const string DontKnowValue = "DK";

    /// <summary>The answer "I'd rather not say".</summary>
    public const string RatherNotValue = "PNA";

    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>Everything that may be chosen: 1 to 5, then DK and PNA.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices =>
    [
        .. Labels.Select((label, at) => (((char)('1' + at)).ToString(), label)),
        (DontKnowValue, DontKnow),
        (RatherNotValue, RatherNot),
    ];

    /// <summary>Whether it is one of <see cref="Choices"/>.</summary>
    public static bool IsChoice(string value) => Score(value) is not null || value is DontKnowValue or RatherNotValue;

    /// <returns>1 to 5; null for every answer that is no score.</returns>
    public static int? Score(string value) => value is [>= '1' and <= '5'] ? value[0] - '0' : null;
}
