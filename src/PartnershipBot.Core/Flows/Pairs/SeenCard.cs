using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>How an organisation is seen, for its own members alone; and both sides of a pair that opened.</summary>
static class SeenCard
{
    public static Card Draw(PairWords words, PairPlace place, HowSeen seen, DateTimeOffset now) => PairWords.Card(
        words.Heading("Seen.Title"),
        seen.Seen.Trust is { } trust ? Heard(words, "Seen.Trust", trust) : words.Line("Seen.NotShown"),
        seen.Seen.Heard is { } heard ? Heard(words, "Seen.Heard", heard) : null,
        place.Round is { } round && round.IsHeldBack(now) ? words.Line("Seen.Result", words.Moment(round.PublishAt!.Value)) : null,
        words.Small("Seen.WhoSees", place.Name(seen.Organisation)),
        PairWords.ActionsIfAny([.. seen.Sides.Take(CardLimits.Actions).Select(side => new Button(PairVerbs.Sides, Short(words["Sides.Button", place.Name(side.Partner)]), $"{seen.Round}|{side.Partner}"))]));

    public static Card Sides(PairWords words, PairPlace place, HowSeen seen, Side side)
    {
        var labels = PairForm.Labels(words);
        var partner = place.Name(side.Partner);
        return PairWords.Card(
            words.Heading("Sides.Title", Short(partner)),
            words.Line("Sides.Ours", partner, InWords(words, labels, side.Ours), words.Number(side.Ours)),
            words.Line("Sides.Theirs", partner, InWords(words, labels, side.Theirs), words.Number(side.Theirs)),
            words.Line("Sides.Guide"),
            words.Small("Sides.WhoSees", partner),
            PairWords.ActionsIfAny(words.Button(PairVerbs.Talk, "Talk", seen.Round), words.Button(PairVerbs.Seen, "Seen.Button")));
    }

    static TextBlock Heard(PairWords words, string key, PairAverage average)
    {
        var labels = PairForm.Labels(words);
        var said = average.End switch
        {
            NearEnd.Low => words["Between", Lower(labels[0]), Lower(labels[1])],
            NearEnd.High => words["Between", Lower(labels[3]), Lower(labels[4])],
            _ => words["OutOf", InWords(words, labels, average.Tenths), words.Number(average.Tenths)],
        };
        return new TextBlock(words[key, said, average.People == 1 ? words["People.1"] : words["People", average.People], average.Organisations == 1 ? words["Organisations.1"] : words["Organisations", average.Organisations]]);
    }

    static string InWords(PairWords words, IReadOnlyList<string> labels, int tenths)
    {
        var (low, high) = Mean.Words(tenths, labels);
        return low == high ? words["About", Lower(low)] : words["Between", Lower(low), Lower(high)];
    }

    static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    static string Short(string label) => label.Length <= CardLimits.Label ? label : label[..(CardLimits.Label - 1)] + "…";
}
