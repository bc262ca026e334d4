namespace PartnershipBot.Core.Packs;

/// <summary>A set of questions that are asked together, in one language.</summary>
/// <param name="Version">Counts up from 1 with every change of what is asked.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Questions">In the order in which they are asked.</param>
public sealed record Pack(string Id, int Version, string Language, IReadOnlyList<Question> Questions)
{
    /// <summary>The language that every pack is written in.</summary>
    public const string FirstLanguage = "en";

    public PackSet Set { get; init; }

    /// <summary>Who sees what is answered, in a line or two.</summary>
    public string WhoSees { get; init; } = "";

    /// <summary>Its scales, also those of which only a partnership's own questions make use.</summary>
    public IReadOnlyList<Scale> Scales { get; init; } = [];

    /// <summary>The same pack in the other languages that it is written in.</summary>
    public IReadOnlyList<Pack> Others { get; init; } = [];

    /// <summary>What is rated in a round, in order.</summary>
    public IReadOnlyList<Question> Rated(bool firstRound) =>
        [.. Questions.Where(question => question.Scale is not null && !(firstRound && question.Skip == Skip.FirstRound))];

    /// <summary>The question for one's own words; null when the pack has none.</summary>
    public Question? OwnWords => Questions.FirstOrDefault(question => question.Scale is null);

    /// <summary>The pack in a language, or in that language's main form; as it is when it is not written in it.</summary>
    public Pack In(string language) =>
        Others.FirstOrDefault(other => Is(other.Language, language)) ?? Others.FirstOrDefault(other => Is(other.Language, language.Split('-')[0])) ?? this;

    static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where a pack's questions are asked.</summary>
public enum PackSet
{
    /// <summary>In the check-ins, by everybody about the partnership.</summary>
    Round,
    /// <summary>By one organisation about another; <c>{partner}</c> and <c>{date}</c> stand for which and since when.</summary>
    Pair,
    /// <summary>Of somebody who has joined.</summary>
    Joining,
}
