using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Whom a card is for: the words and times as that person reads them.</summary>
sealed record Reader(string Language, string Zone)
{
    static readonly Texts Texts = new(typeof(CheckInFlow), "CheckInText");

    /// <summary>Who asks.</summary>
    public static Reader Of(TurnContext turn) => new(turn.Language, turn.Person?.Zone ?? Person.DefaultZone);

    public static Reader Of(Member member) => new(member.Language.Length > 0 ? member.Language : "en", member.Zone);

    public string this[string key] => Texts[key, Language];

    public string this[string key, params object[] arguments] => Texts[key, Language, arguments];

    /// <summary>Such as <c>Fri 27 Nov, 17:00 London</c>.</summary>
    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    public string Day(DateTimeOffset time) => PlainTime.Day(time, Zone, Texts.Culture(Language));

    public string Number(double number) => number.ToString("0.0", Texts.Culture(Language));

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

    public Button Button(string verb, string key, string value = "", ButtonStyle style = ButtonStyle.Normal) => new(verb, this[key], value, style);
}
