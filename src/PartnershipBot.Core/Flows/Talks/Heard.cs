using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>What was published of one question, ready to be said.</summary>
sealed record Heard(Question Question, Figure Figure)
{
    /// <summary>The number that it is compared by: an end of the scale counts as that end.</summary>
    public int Tenths => Figure.Kind switch { FigureKind.LowEnd => 10, FigureKind.HighEnd => 50, _ => Figure.Tenths };

    /// <summary>More than this is not remembered when it is read aloud; even.</summary>
    public const int MostAloud = 4;

    /// <summary>All of it where it is little, else the lowest and the highest, in the order of the questions.</summary>
    public static IEnumerable<Heard> Aloud(IReadOnlyList<Heard> heard)
    {
        if (heard.Count <= MostAloud) return heard;
        var ranked = heard.OrderBy(one => one.Tenths).ToList();
        return heard.Where(one => ranked.IndexOf(one) is var rank && (rank < MostAloud / 2 || rank >= heard.Count - MostAloud / 2));
    }

    /// <summary>What was shown of a closed check-in, in the order of its questions.</summary>
    public static IReadOnlyList<Heard> Of(Round round)
    {
        var questions = PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First).ToDictionary(question => question.Id, StringComparer.Ordinal);
        return
        [
            .. RoundResult.FromJson(round.Result).Figures
                .Where(published => published.Figure.IsShown && questions.ContainsKey(published.Question))
                .Select(published => new Heard(questions[published.Question], published.Figure)),
        ];
    }

    /// <summary>The sentence to read aloud: words alone, since a number said aloud is remembered as a mark.</summary>
    public string Say(Speech speech)
    {
        var (low, high) = Figure.Kind switch
        {
            FigureKind.LowEnd => (Label(0), Label(1)),
            FigureKind.HighEnd => (Label(3), Label(4)),
            _ => Mean.Words(Figure.Tenths, Question.Scale!.Labels),
        };
        return low == high ? speech["Heard.About", Question.Text, Lower(low)] : speech["Heard.Between", Question.Text, Lower(low), Lower(high)];
    }

    string Label(int at) => Question.Scale!.Labels[at];

    static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
