using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What was heard in a round: the words, the figure and of how many; what is not shown and why; what comes next.</summary>
static class ResultCard
{
    /// <param name="round">Closed.</param>
    /// <param name="asked">What it asked, in the reader's language.</param>
    public static Card Draw(Reader reader, string partnership, Round round, IReadOnlyList<Question> asked)
    {
        var result = RoundResult.FromJson(round.Result);
        var questions = asked.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var figures = result.Figures.ToDictionary(question => question.Question, question => question.Figure, StringComparer.Ordinal);
        List<CardElement> elements = [new TextBlock(reader["Result.Title"], TextStyle.Heading), new TextBlock(Answered(reader, result))];
        var hidden = new List<string>();
        foreach (var dimension in Dimensions(result))
        {
            var first = questions[dimension.Questions[0]];
            var (name, figure) = dimension.Questions.Count == 1 ? (first.Text, figures[first.Id]) : (first.Heading, dimension.Figure);
            if (!figure.IsShown) hidden.Add(reader["Quoted", name]);
            else elements.Add(new TextBlock(Sentences(
                dimension.Questions.Count == 1 ? Heard(reader, first, figure) : HeardOf(reader, name, figure),
                figure.Agreement is { } agreement ? reader[$"Agreement.{agreement}"] : "",
                Changed(reader, dimension))));
        }
        if (hidden.Count > 0) elements.Add(new TextBlock(reader["Result.NotShown", string.Join(", ", hidden)]));
        elements.Add(new TextBlock(reader[result.ShowsAnything ? "Result.Next" : "Result.NextUnshown"]));
        var compared = result.Dimensions.Count(dimension => dimension.Change is not null);
        if (compared >= ManyCompared) elements.Add(new TextBlock(reader["Result.ByChance", reader.InWords(compared)], TextStyle.Small));
        elements.Add(new TextBlock(reader["Result.Same", partnership], TextStyle.Small));
        elements.Add(new ActionSet([reader.Button("talk", "Result.Talk", round.Id, ButtonStyle.Primary)]));
        return new Card(reader["Result.Summary", partnership], elements);
    }

    /// <summary>From so many comparisons on, one that looks like a change by chance has to be reckoned with.</summary>
    const int ManyCompared = 5;

    /// <summary>Results that were made before there were dimensions have one for each question.</summary>
    static IEnumerable<DimensionFigure> Dimensions(RoundResult result) => result.Dimensions.Count > 0
        ? result.Dimensions
        : result.Figures.Select(question => new DimensionFigure("", [question.Question], question.Figure));

    static string Sentences(params string[] sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    static string Changed(Reader reader, DimensionFigure dimension) => dimension switch
    {
        { NewSeries: true } => reader["Change.NewSeries"],
        { Change: null } => "",
        { Change: ChangeWords.None } => reader["Change.None"],
        _ => reader[$"Change.{dimension.Change}.{(dimension.Higher ? "Higher" : "Lower")}"],
    };

    /// <summary>Of several questions together, which have no one scale of words.</summary>
    static string HeardOf(Reader reader, string name, Figure figure) => figure.Kind switch
    {
        FigureKind.LowEnd => reader["Result.DimensionLow", name, People(reader, figure)],
        FigureKind.HighEnd => reader["Result.DimensionHigh", name, People(reader, figure)],
        _ => reader["Result.Dimension", name, reader.Number(figure.Tenths), People(reader, figure)],
    };

    static string People(Reader reader, Figure figure) => figure.People > 0 ? reader["Result.From", figure.People] : reader["Result.FromMany", Suppression.Least];

    static string Answered(Reader reader, RoundResult result) =>
        result.Answered > 0 ? reader["Result.Answered", result.Answered, result.Asked]
        : result.ShowsAnything ? reader["Result.Most"]
        : reader["Result.NotEnough"];

    static string Heard(Reader reader, Question question, Figure figure)
    {
        var scale = question.Scale!;
        var people = People(reader, figure);
        return figure.Kind switch
        {
            FigureKind.LowEnd => reader["Result.LowEnd", question.Text, Lower(scale.Labels[0]), Lower(scale.Labels[1]), people],
            FigureKind.HighEnd => reader["Result.HighEnd", question.Text, Lower(scale.Labels[3]), Lower(scale.Labels[4]), people],
            _ when scale.WordsOnly => reader["Result.Words", question.Text, InWords(reader, scale, figure), people],
            _ => reader["Result.Mean", question.Text, InWords(reader, scale, figure), reader.Number(figure.Tenths), people],
        };
    }

    static string InWords(Reader reader, Scale scale, Figure figure)
    {
        var (low, high) = Mean.Words(figure.Tenths, scale.Labels);
        return low == high ? reader["Result.About", Lower(low)] : reader["Result.Between", Lower(low), Lower(high)];
    }

    static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
