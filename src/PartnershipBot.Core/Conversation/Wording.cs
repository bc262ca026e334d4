using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Conversation;

/// <summary>The words of a slice and the times, as one person reads them, and the parts of cards made of them.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Zone">An IANA zone id.</param>
abstract record Wording(string Language, string Zone)
{
    /// <summary>The slice's own.</summary>
    protected abstract Texts Texts { get; }

    public string this[string key, params object[] arguments] => arguments.Length == 0 ? Texts[key, Language] : Texts[key, Language, arguments];

    public TextBlock Heading(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Button First(string verb, string key, string value = "") => new(verb, this[key], value, ButtonStyle.Primary);

    public Button Button(string verb, string key, string value = "", ButtonStyle style = ButtonStyle.Normal) => new(verb, this[key], value, style);

    /// <summary>Such as <c>Fri 27 Nov, 17:00 London</c>.</summary>
    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    /// <summary>Such as <c>Fri 27 Nov</c>.</summary>
    public string Day(DateTimeOffset time) => PlainTime.Day(time, Zone, Texts.Culture(Language));

    /// <param name="tenths">Printed with one decimal.</param>
    public string Number(int tenths) => (tenths / 10m).ToString("0.0", Texts.Culture(Language));

    /// <summary>Its summary is its first words; absent parts are left out.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        return new Card(Short(shown.OfType<TextBlock>().First().Text, CardLimits.Summary), shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    /// <summary>Absent buttons are left out.</summary>
    public static ActionSet Actions(params IReadOnlyList<CardAction?> actions) => new([.. actions.OfType<CardAction>()]);

    /// <summary>Cut to fit, with three dots when it was longer.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
