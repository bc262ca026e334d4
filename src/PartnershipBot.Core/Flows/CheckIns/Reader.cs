using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Whom a card is for: the words and times as that person reads them.</summary>
sealed record Reader(string Language, string Zone) : Wording(Language, Zone)
{
    static readonly Texts Own = new(typeof(CheckInFlow), "CheckInText");

    protected override Texts Texts => Own;

    /// <summary>Who asks.</summary>
    public static Reader Of(TurnContext turn) => new(turn.Language, turn.Zone);

    public static Reader Of(Member member) => new(member.Language, member.Zone);

    /// <summary>Such as <c>1 person</c>, <c>6 people</c>.</summary>
    public string People(int number) => number == 1 ? this["People.1"] : this["People", number];

    /// <summary>Small numbers in words.</summary>
    public string InWords(int number) => number is >= 2 and <= 9 ? this[string.Create(CultureInfo.InvariantCulture, $"Number.{number}")] : number.ToString(Texts.Culture(Language));

    /// <summary>About how many minutes that many questions take, in words.</summary>
    public string Minutes(int questions) => InWords(Math.Max(2, (questions + 3) / 4));

    /// <summary>A card that says one thing.</summary>
    public static Card Say(string words, params CardAction[] actions) =>
        new(words, [new TextBlock(words), .. Buttons(actions)]);

    public static IEnumerable<CardElement> Buttons(IReadOnlyList<CardAction> actions) => actions.Count > 0 ? [new ActionSet(actions)] : [];
}
