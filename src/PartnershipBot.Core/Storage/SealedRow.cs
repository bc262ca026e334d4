using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Storage;

/// <summary>What is sealed of a question.</summary>
/// <param name="Dimension">What it is about; questions of one dimension make one score.</param>
/// <param name="Reversed">Whether a low answer is the good one: then its score is 6 less the answer.</param>
public sealed record SealedItem(string Id, string Dimension, bool Reversed);

/// <summary>One value of one person. Its key is made of the person's open row and the item under the round's second key: with that key gone, no two rows of a person can be found together.</summary>
/// <param name="Of">The question's id, or the dimension.</param>
/// <param name="Value">For a question what was chosen; for a dimension the person's mean times 12, 12 to 60.</param>
/// <param name="Group">The organisation's id; empty where too few others would share it.</param>
readonly record struct SealedRow(string Key, string Of, string Value, string Group)
{
    /// <summary>One person's answer to one question.</summary>
    public const string ItemPrefix = "item|";
    /// <summary>One person's score of one dimension.</summary>
    public const string ScorePrefix = "score|";
    /// <summary>Every sealed row lies from here...</summary>
    public const string From = ItemPrefix;
    /// <summary>...to here, exclusive.</summary>
    public const string End = ScorePrefix + "~";

    /// <summary>The rows of one person, with their organisation as group.</summary>
    public static IEnumerable<SealedRow> AllOf(byte[] key, string openRowKey, RoundAnswers answers, IReadOnlyList<SealedItem> items)
    {
        foreach (var item in items)
            if (answers.Given.TryGetValue(item.Id, out var value))
                yield return new SealedRow(ItemPrefix + RoundCipher.Derive(key, $"{openRowKey}|item|{item.Id}"), item.Id, value, answers.Organisation);
        foreach (var dimension in items.GroupBy(item => item.Dimension, StringComparer.Ordinal))
            if (Score([.. dimension], answers.Given) is { } score)
                yield return new SealedRow(ScorePrefix + RoundCipher.Derive(key, $"{openRowKey}|dimension|{dimension.Key}"), dimension.Key, score, answers.Organisation);
    }

    public static SealedRow FromRow(Row row) => row.Key.StartsWith(ScorePrefix, StringComparison.Ordinal)
        ? new SealedRow(row.Key, row.Text("dimension"), Text(row.Number("score")), row.Text("group"))
        : new SealedRow(row.Key, row.Text("item"), row.Text("answer"), row.Text("group"));

    public Row ToRow(string? etag)
    {
        var columns = new Columns { ["group"] = Group.Length > 0 ? Group : null };
        if (Key.StartsWith(ScorePrefix, StringComparison.Ordinal)) (columns["dimension"], columns["score"]) = (Of, long.Parse(Value, System.Globalization.CultureInfo.InvariantCulture));
        else (columns["item"], columns["answer"]) = (Of, Value);
        return new Row(Key, columns, etag);
    }

    /// <returns>Null when fewer than half of the dimension's questions got a score.</returns>
    public static string? Score(IReadOnlyList<SealedItem> items, IReadOnlyDictionary<string, string> given) =>
        DimensionScore.OfPerson([.. items.Select(item => given.TryGetValue(item.Id, out var value) && Scale.Score(value) is { } score ? item.Reversed ? DimensionScore.Turned(score) : score : 0)]) is { } mean
            ? Text(mean)
            : null;

    static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
