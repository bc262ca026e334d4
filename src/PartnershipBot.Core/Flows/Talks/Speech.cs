using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>The words of this slice as one person reads them, and the parts of cards made of them.</summary>
sealed record Speech(string Language, string Zone)
{
    static readonly Texts Texts = new(typeof(Speech), "TalkText");

    /// <summary>Who asks.</summary>
    public static Speech Of(TurnContext turn) => new(turn.Language, turn.Person?.Zone ?? Person.DefaultZone);

    public static Speech Of(Member member) => new(member.Language.Length > 0 ? member.Language : "en", member.Zone);

    public string this[string key] => Texts[key, Language];

    public string this[string key, params object[] arguments] => Texts[key, Language, arguments];

    public TextBlock Heading(string key) => new(this[key], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Button First(string verb, string key, string value = "") => new(verb, this[key], value, ButtonStyle.Primary);

    public Button Button(string verb, string key, string value = "") => new(verb, this[key], value);

    /// <summary>Such as <c>Fri 27 Nov, 17:00 London</c>.</summary>
    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    /// <summary>Such as <c>March</c>.</summary>
    public string Month(DateTimeOffset time) => PlainTime.In(time, Zone).ToString("MMMM", Texts.Culture(Language));

    public string Number(int tenths) => (tenths / 10.0).ToString("0.0", Texts.Culture(Language));

    /// <summary>Its summary is its first words.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        var first = shown.OfType<TextBlock>().First().Text;
        return new Card(first.Length <= CardLimits.Summary ? first : first[..CardLimits.Summary], shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    public static ActionSet Actions(params IReadOnlyList<CardAction> actions) => new(actions);
}
