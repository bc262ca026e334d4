using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What is published of a round, the same for everybody. What is not shown is not in it.</summary>
/// <param name="Asked">How many people could have answered.</param>
/// <param name="Answered">How many did; 0 when that is not shown.</param>
/// <param name="Figures">In the order of the questions. A question without its own figure may still be part of its dimension's.</param>
/// <param name="Dimensions">In the order in which their first questions come; empty in results made before there were any.</param>
/// <param name="Least">No figure was made from fewer people: 5 to 10.</param>
/// <param name="Organisations">How many organisations answered; 0 when that is not shown.</param>
/// <param name="OrganisationsAsked">How many could have; 0 when that is not known.</param>
public sealed record RoundResult(
    int Asked,
    int Answered,
    IReadOnlyList<QuestionFigure> Figures,
    IReadOnlyList<DimensionFigure> Dimensions,
    int Least = Suppression.Least,
    int Organisations = 0,
    int OrganisationsAsked = 0)
{
    [JsonIgnore]
    public bool ShowsAnything => Figures.Any(question => question.Figure.IsShown) || Dimensions.Any(dimension => dimension.Figure.IsShown);

    /// <param name="questions">What was asked, in order.</param>
    /// <param name="answers">One entry a person who answered.</param>
    /// <param name="asked">How many people could have answered.</param>
    /// <param name="k">No figure from fewer people; 5 to 10.</param>
    /// <param name="last">What change is told against; null when nothing is.</param>
    /// <param name="organisationsAsked">How many organisations could have answered; 0 when that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not 5 to 10.</exception>
    public static RoundResult Of(
        IReadOnlyList<Question> questions, IReadOnlyList<Respondent> answers, int asked, int k = Suppression.Least, LastRound? last = null, int organisationsAsked = 0)
    {
        Suppression.CheckLeast(k);
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        var dimensions = new List<DimensionFigure>();
        foreach (var (name, asks) in DimensionScore.Group(questions))
        {
            var then = asks.Any(question => question.Scale!.WordsOnly) ? null : last?.ScoresOf(name, asks);
            var shown = new Publication(asks, DimensionAnswers.Of(asks, answers), asked, k, then).Safest();
            for (var item = 0; item < asks.Count; item++) figures[asks[item].Id] = shown.Items[item];
            dimensions.Add(new DimensionFigure(name, [.. asks.Select(question => question.Id)], shown.Figure, shown.Change, shown.Higher,
                last?.HasOther(name, asks) == true, shown.OrganisationTenths));
        }
        var result = new RoundResult(asked, 0, [.. questions.Where(question => figures.ContainsKey(question.Id)).Select(question => new QuestionFigure(question.Id, figures[question.Id]))], dimensions, k);
        return result.ShowsAnything ? result.WithCounts(answers, organisationsAsked) : result;
    }

    public static RoundResult FromJson(string json)
    {
        var result = JsonSerializer.Deserialize(json, ResultJson.Default.RoundResult)!;
        return result.Dimensions is null ? result with { Dimensions = [] } : result;
    }

    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Default.RoundResult);

    /// <summary>A number of organisations tells which had nobody answer, unless two or more had.</summary>
    RoundResult WithCounts(IReadOnlyList<Respondent> answers, int organisationsAsked)
    {
        var organisations = answers.Select(person => person.Organisation).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Count();
        var people = Suppression.PeopleShown(answers.Count, Asked);
        return this with
        {
            Answered = people,
            Organisations = people > 0 ? Suppression.PeopleShown(organisations, organisationsAsked) : 0,
            OrganisationsAsked = organisationsAsked,
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RoundResult))]
sealed partial class ResultJson : JsonSerializerContext;
