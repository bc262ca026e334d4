using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>The two short forms about one partner: whether there was contact and who may see it, then the ratings. Never filled in by chatting: typed words would stay in the chat.</summary>
static class PairForm
{
    const string Yes = "yes";
    const string No = "no";

    public const string Compare = "compare";
    public const string Few = "few";
    public const string ToPower = "power";

    /// <summary>What is looked back at: the months before the round opened.</summary>
    const int Months = 3;

    static readonly IReadOnlyList<string> Contacts = ["0", "1", "2", "3", Scale.RatherNotValue];

    /// <summary>Never to every time, then "no chance to tell yet" and "I'd rather not say".</summary>
    static readonly IReadOnlyList<string> Ratings = ["1", "2", "3", "4", "5", "NC", Scale.RatherNotValue];

    public static Form First(PairWords words, Organisation partner, Round round, PairRating? given)
    {
        List<FormElement> elements =
        [
            new FormNote(words["WhoSees", partner.Name]),
            new FormNote(words["Until", words.Moment(round.ClosesAt)]),
            new ChoiceInput(PairRating.Contact, words["Question.CON1", partner.Name, words.Day(Since(round))],
                [.. Contacts.Select(value => new Choice(value, words[$"Contact.{value}"]))]) { Given = given?.Given.GetValueOrDefault(PairRating.Contact) ?? "" },
            YesOrNo(words, Compare, words["Compare", partner.Name], words["Compare.Hint"], given?.Compare),
            YesOrNo(words, Few, words["Few", partner.Name], words["Few.Hint"], given?.Few),
        ];
        if (partner.HasPower) elements.Add(YesOrNo(words, ToPower, words["Power", partner.Name], "", given?.ToPower));
        return new Form(PairVerbs.Contact, words["Form.Title"], elements, words["Form.Next"], Value(round, partner), ByChat: false);
    }

    public static Form Second(PairWords words, Organisation partner, Round round, PairRating given)
    {
        List<FormElement> elements = [new FormNote(words["Form.About", partner.Name, words.Day(Since(round))])];
        List<Choice> choices = [.. Ratings.Select(value => new Choice(value, words[$"Freq.{value}"]))];
        elements.AddRange(PairRating.Items.Select(id => new ChoiceInput(id, words[$"Question.{id}", partner.Name], choices) { Given = given.Given.GetValueOrDefault(id) ?? "" }));
        return new Form(PairVerbs.Rate, words["Form.Title"], elements, words["Form.Send"], Value(round, partner), ByChat: false);
    }

    /// <summary>What is not one of the choices of the first form.</summary>
    public static IReadOnlyList<InputError> CheckFirst(PairWords words, Organisation partner, Activity activity) =>
    [
        .. Contacts.Contains(activity.Input(PairRating.Contact)) ? Array.Empty<InputError>() : [new InputError(PairRating.Contact, words["Form.Pick", words["Contact.PNA"]])],
        .. Asked(partner).Where(id => activity.Input(id) is not (Yes or No)).Select(id => new InputError(id, words["Form.YesOrNo"])),
    ];

    /// <summary>What is not one of the choices of the second form.</summary>
    public static IReadOnlyList<InputError> CheckSecond(PairWords words, Activity activity) =>
        [.. PairRating.Items.Where(id => !Ratings.Contains(activity.Input(id))).Select(id => new InputError(id, words["Form.Pick", words["Freq.PNA"]]))];

    public static bool Said(Activity activity, string id) => activity.Input(id) == Yes;

    /// <summary>The words for the scores 1 to 5.</summary>
    public static IReadOnlyList<string> Labels(PairWords words) => [.. Ratings.Take(Scale.Highest).Select(value => words[$"Freq.{value}"])];

    public static string Value(Round round, Organisation partner) => $"{round.Id}|{partner.Id}";

    static ChoiceInput YesOrNo(PairWords words, string id, string label, string hint, bool? given) =>
        new(id, label, [new Choice(No, words["No"]), new Choice(Yes, words["Yes"])], hint) { Given = given == true ? Yes : No };

    static IEnumerable<string> Asked(Organisation partner) => partner.HasPower ? [Compare, Few, ToPower] : [Compare, Few];

    static DateTimeOffset Since(Round round) => round.OpenedAt.AddMonths(-Months);
}
