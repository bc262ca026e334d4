using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What was heard in a round: the words, the figure and of how many; what is not shown and why; what comes next.</summary>
static class ResultCard
{
    /// <param name="round">Closed.</param>
    public static Card Draw(Reader reader, string partnership, Round round)
    {
        var result = RoundResult.FromJson(round.Result);
        var questions = PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First).ToDictionary(question => question.Id, StringComparer.Ordinal);
        List<CardElement> elements = [new TextBlock(reader["Result.Title"], TextStyle.Heading), new TextBlock(Answered(reader, result))];
        foreach (var (id, figure) in result.Figures)
            if (figure.IsShown) elements.Add(new TextBlock(Heard(reader, questions[id], figure)));
        foreach (var (id, figure) in result.Figures)
            if (!figure.IsShown) elements.Add(new TextBlock(reader["Result.NotShown", questions[id].Text]));
        elements.Add(new TextBlock(reader[result.ShowsAnything ? "Result.Next" : "Result.NextUnshown"]));
        elements.Add(new TextBlock(reader["Result.Same", partnership], TextStyle.Small));
        elements.Add(new ActionSet([reader.Button("talk", "Result.Talk", round.Id, ButtonStyle.Primary)]));
        return new Card(reader["Result.Summary", partnership], elements);
    }

    static string Answered(Reader reader, RoundResult result) =>
        result.Answered > 0 ? reader["Result.Answered", result.Answered, result.Asked]
        : result.ShowsAnything ? reader["Result.Most"]
        : reader["Result.NotEnough"];

    static string Heard(Reader reader, Question question, Figure figure)
    {
        var scale = question.Scale!;
        var people = figure.People > 0 ? reader["Result.From", figure.People] : reader["Result.FromMany", Suppression.Least];
        return figure.Kind switch
        {
            FigureKind.LowEnd => reader["Result.LowEnd", question.Text, Lower(scale.Labels[0]), Lower(scale.Labels[1]), people],
            FigureKind.HighEnd => reader["Result.HighEnd", question.Text, Lower(scale.Labels[3]), Lower(scale.Labels[4]), people],
            _ when scale.WordsOnly => reader["Result.Words", question.Text, InWords(reader, scale, figure), people],
            _ => reader["Result.Mean", question.Text, InWords(reader, scale, figure), reader.Number(figure.Tenths / 10.0), people],
        };
    }

    static string InWords(Reader reader, Scale scale, Figure figure)
    {
        var (low, high) = Mean.Words(figure.Tenths, scale.Labels);
        return low == high ? reader["Result.About", Lower(low)] : reader["Result.Between", Lower(low), Lower(high)];
    }

    static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
