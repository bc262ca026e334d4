using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The words of this slice in one language, and the parts of cards made of them.</summary>
internal sealed class Say(string language)
{
    static readonly Texts Texts = new(typeof(Say), "WelcomeText");

    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? Texts[key, language] : Texts[key, language, arguments];

    public TextBlock Heading(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Button First(string verb, string key, string value = "") => new(verb, this[key], value, ButtonStyle.Primary);

    public Button Button(string verb, string key, string value = "") => new(verb, this[key], value);

    public string Moment(DateTimeOffset time, string zone) => PlainTime.Moment(time, zone, Texts.Culture(language));

    public string Day(DateTimeOffset time, string zone) => PlainTime.Day(time, zone, Texts.Culture(language));

    /// <summary>Such as <c>1 person</c>, <c>6 people</c>.</summary>
    public string People(int number) => number == 1 ? this["People.1"] : this["People", number];

    public string Organisations(int number) => number == 1 ? this["Organisations.1"] : this["Organisations", number];

    /// <summary>Such as <c>Mon</c>.</summary>
    public string DayName(DayOfWeek day) => Texts.Culture(language).DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>Such as <c>November</c>.</summary>
    public string MonthName(int month) => Texts.Culture(language).DateTimeFormat.GetMonthName(month);

    /// <summary>Such as <c>10:00 London</c>.</summary>
    public string Hour(int hour, string zone) => this["Hour", hour, PlainTime.City(zone)];

    /// <summary>Its summary is its first words; absent parts are left out.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        return new Card(Short(shown.OfType<TextBlock>().First().Text, CardLimits.Summary), shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    public static ActionSet Actions(params IReadOnlyList<CardAction?> actions) => new([.. actions.OfType<CardAction>()]);

    /// <summary>Cut to fit, with three dots when it was longer.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
