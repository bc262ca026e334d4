using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Figures;

/// <summary>What of a dimension can be published: as much as leaves everybody's answers open.</summary>
/// <param name="questions">Of the dimension, in order.</param>
/// <param name="asked">How many people could have answered.</param>
/// <param name="k">No figure from fewer people.</param>
/// <param name="then">Person scores of the last round, 12 to 60; null when there is nothing to compare with.</param>
sealed class Publication(IReadOnlyList<Question> questions, DimensionAnswers answers, int asked, int k, IReadOnlyList<int>? then)
{
    /// <summary>One organisation is one voice only among this many.</summary>
    const int LeastOrganisations = 5;

    /// <summary>How much is told: change matters more to people than the single questions of a dimension.</summary>
    static readonly Detail[] Details = [new(true, true), new(false, true), new(true, false), new(false, false)];

    public Shown Safest()
    {
        foreach (var detail in Details)
        {
            if (!Fits(detail)) continue;
            var shown = Print(answers.Rows, detail);
            if (!shown.Figure.IsShown) break;
            if (Disclosure.LeavesTwoValues(answers, rows => Prints(rows, detail, shown))) return WithOrganisations(shown, detail);
        }
        return new Shown([.. questions.Select(_ => Figure.Hidden)], Figure.Hidden);
    }

    /// <summary>Adds the mean of organisation means, if enough of them answered and nobody is given away by it.</summary>
    Shown WithOrganisations(Shown shown, Detail detail)
    {
        var sizes = answers.Organisations.GroupBy(id => id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        if (shown.Figure.Kind != FigureKind.Mean || sizes.Count < LeastOrganisations || sizes.ContainsKey("")) return shown;

        var with = detail with { Organisations = true };
        var more = Print(answers.Rows, with);
        // People of organisations of one size can change places without changing a figure.
        return Disclosure.LeavesTwoValues(answers, rows => Prints(rows, with, more), person => sizes[answers.Organisations[person]]) ? more : shown;
    }

    /// <summary>The questions of a dimension are shown all or none; a single question is its dimension.</summary>
    bool Fits(Detail detail) => (detail.Items || questions.Count > 1) && (!detail.Change || then is not null)
        && (!detail.Items || Enumerable.Range(0, questions.Count).All(item => answers.Rows.Count(row => row[item] > 0) >= k));

    /// <summary>Whether other answers would print the same; what is dear to work out comes last.</summary>
    bool Prints(int[][] rows, Detail detail, Shown shown) =>
        Print(rows, detail with { Change = false }).Equals(shown with { Change = null, Higher = false })
        && (shown.Change is null || Print(rows, detail).Equals(shown));

    Shown Print(int[][] rows, Detail detail)
    {
        var scores = new List<int>(rows.Length);
        var voices = detail.Organisations ? new List<(string, int)>(rows.Length) : null;
        for (var person = 0; person < rows.Length; person++)
            if (DimensionScore.OfPerson(rows[person]) is { } score)
            {
                scores.Add(score);
                voices?.Add((answers.Organisations[person], score));
            }

        var figure = Suppression.Of(scores, asked, k);
        var items = questions.Select((question, item) => detail.Items && figure.IsShown ? OfItem(rows, question, item) : Figure.Hidden).ToArray();
        var change = detail.Change && figure.IsShown ? Change.Between(then!, scores) : (ChangeWords?)null;
        var higher = change is ChangeWords.Clear or ChangeWords.Possible && Permutation.Difference(then!, scores) > 0;
        return new Shown(items, figure, change, higher, voices is null ? 0 : TenthsOf(DimensionScore.MeanOfOrganisationMeans(voices)));
    }

    Figure OfItem(int[][] rows, Question question, int item)
    {
        var scores = new List<int>(rows.Length);
        foreach (var row in rows)
            if (row[item] > 0) scores.Add(DimensionScore.Parts * (question.Reversed ? DimensionScore.Turned(row[item]) : row[item]));
        return Suppression.Of(scores, asked, k);
    }

    /// <summary>Half up, and not misled by the last digit of a double.</summary>
    static int TenthsOf(double mean) => (int)Math.Floor(mean * 10 + 0.5 + 1e-9);

    readonly record struct Detail(bool Items, bool Change, bool Organisations = false);
}

/// <summary>What would be published of a dimension.</summary>
/// <param name="Items">In the order of its questions.</param>
/// <param name="OrganisationTenths">0 when it is not told.</param>
sealed record Shown(IReadOnlyList<Figure> Items, Figure Figure, ChangeWords? Change = null, bool Higher = false, int OrganisationTenths = 0)
{
    public bool Equals(Shown? other) => other is not null && Figure == other.Figure && Change == other.Change && Higher == other.Higher
        && OrganisationTenths == other.OrganisationTenths && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Figure, Change, Higher, OrganisationTenths);
}
