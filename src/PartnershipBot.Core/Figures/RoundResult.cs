using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What is published of a round, the same for everybody. What is not shown is not in it.</summary>
/// <param name="Asked">How many people could have answered.</param>
/// <param name="Answered">How many did; 0 when that is not shown.</param>
/// <param name="Figures">In the order of the questions.</param>
public sealed record RoundResult(int Asked, int Answered, IReadOnlyList<QuestionFigure> Figures)
{
    [JsonIgnore]
    public bool ShowsAnything => Figures.Any(question => question.Figure.IsShown);

    /// <param name="answers">One entry a person: question id to what was chosen.</param>
    /// <param name="asked">How many people could have answered.</param>
    public static RoundResult Of(IReadOnlyList<Question> questions, IReadOnlyList<IReadOnlyDictionary<string, string>> answers, int asked)
    {
        var figures = questions.Select(question => new QuestionFigure(question.Id, Suppression.Of(Scores(question, answers), asked))).ToList();
        var shown = figures.Exists(question => question.Figure.IsShown);
        return new RoundResult(asked, shown ? Suppression.PeopleShown(answers.Count, asked) : 0, figures);
    }

    public static RoundResult FromJson(string json) => JsonSerializer.Deserialize(json, ResultJson.Default.RoundResult)!;

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Default.RoundResult);

    static List<int> Scores(Question question, IReadOnlyList<IReadOnlyDictionary<string, string>> answers)
    {
        var scores = new List<int>();
        foreach (var given in answers)
            if (given.TryGetValue(question.Id, out var value) && Scale.Score(value) is { } score) scores.Add(score);
        return scores;
    }
}

public sealed record QuestionFigure(string Question, Figure Figure);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RoundResult))]
sealed partial class ResultJson : JsonSerializerContext;
