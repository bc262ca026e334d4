using System.Globalization;

namespace PartnershipBot.Core.Packs;

/// <summary>The answers to a question in their order, and beside them those that are no score and not the same as each other.</summary>
/// <param name="Labels">The words for each of <see cref="Values"/>.</param>
/// <param name="DontKnow">The words for not knowing yet; empty when the scale has no such answer.</param>
/// <param name="RatherNot">The words for not saying.</param>
/// <param name="WordsOnly">Whether its mean is said in words alone, without a number.</param>
public sealed record Scale(string Id, IReadOnlyList<string> Labels, string DontKnow, string RatherNot, bool WordsOnly)
{
    /// <summary>The answer "I'd rather not say".</summary>
    public const string RatherNotValue = "PNA";

    /// <summary>The lowest and highest score of a scale of five.</summary>
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>What is kept for each of the labels: consecutive whole numbers from 0 or 1 when the scale is rated.</summary>
    public IReadOnlyList<string> Values { get; init; } = ["1", "2", "3", "4", "5"];

    /// <summary>Whether its answers are scores.</summary>
    public bool IsRated { get; init; } = true;

    /// <summary>What is kept for <see cref="DontKnow"/>, such as DK, or NC for no chance to tell yet; empty when the scale has no such answer.</summary>
    public string DontKnowValue { get; init; } = "DK";

    /// <summary>Everything that may be chosen: the values in order, then what is no score.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices =>
    [
        .. Values.Zip(Labels),
        .. DontKnowValue.Length > 0 ? [(DontKnowValue, DontKnow)] : Array.Empty<(string, string)>(),
        (RatherNotValue, RatherNot),
    ];

    /// <summary>Whether it is one of <see cref="Choices"/>.</summary>
    public bool Has(string value) => value == RatherNotValue || (value.Length > 0 && value == DontKnowValue) || Values.Contains(value, StringComparer.Ordinal);

    /// <summary>Of a scale of five.</summary>
    /// <returns>1 to 5; null for every answer that is no score.</returns>
    public static int? Score(string value) => value is [>= '1' and <= '5'] ? value[0] - '0' : null;

    /// <returns>The whole number that an answer stands for; null for every answer that is no score.</returns>
    public int? ScoreOf(string value) => IsRated && Values.Contains(value, StringComparer.Ordinal) ? Whole(value) : null;

    internal static int? Whole(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
}
