namespace PartnershipBot.Core.Packs;

/// <param name="Id">The same in every pack that asks the same words, so that the answers make one series. Other words have another id.</param>
/// <param name="Dimension">What it is about: the same in every language, so that questions of one dimension are found together.</param>
/// <param name="Scale">Null for free text.</param>
/// <param name="Reversed">Whether agreeing is the worse answer: then its score counts from the other end.</param>
/// <param name="OnlyIf">It is asked only when this holds; null: always.</param>
public sealed record Question(string Id, string Dimension, string Text, Scale? Scale, Skip Skip, bool Reversed = false, OnlyIf? OnlyIf = null)
{
    /// <summary>The dimension as a heading, in the question's language.</summary>
    public string Heading { get; init; } = Dimension;

    /// <returns>The score of an answer, turned round when the question is reversed; null for every answer that is no score.</returns>
    public int? Score(string value) => Scale?.ScoreOf(value) is { } score
        ? Reversed ? Scale.ScoreOf(Scale.Values[0]) + Scale.ScoreOf(Scale.Values[^1]) - score : score
        : null;

    /// <summary>Whether it is asked of somebody who has answered so.</summary>
    public bool Applies(IReadOnlyDictionary<string, string> given) =>
        OnlyIf is null || (given.TryGetValue(OnlyIf.Question, out var value) && Packs.Scale.Whole(value) >= OnlyIf.AtLeast);
}

/// <summary>When a question is left out.</summary>
public enum Skip { Never, FirstRound }

/// <summary>Another question of the pack, asked before, was answered with at least this score.</summary>
public sealed record OnlyIf(string Question, int AtLeast);
