using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Pairs;

/// <summary>The words of this slice as one person reads them, and the parts of cards made of them.</summary>
sealed record PairWords(string Language, string Zone)
{
    static readonly Texts Texts = new(typeof(PairWords), "PairText");

    public static PairWords Of(TurnContext turn) => new(turn.Language, turn.Person?.Zone ?? Person.DefaultZone);

    public static PairWords Of(Member member) => new(member.Language.Length > 0 ? member.Language : "en", member.Zone);

    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? Texts[key, Language] : Texts[key, Language, arguments];

    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    public string Day(DateTimeOffset time) => PlainTime.Day(time, Zone, Texts.Culture(Language));

    /// <param name="tenths">Printed with one decimal.</param>
    public string Number(int tenths) => (tenths / 10m).ToString("0.0", Texts.Culture(Language));

    public TextBlock Heading(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Button Button(string verb, string key, string value = "") => new(verb, this[key], value);

    /// <summary>Its summary is its first words; absent parts are left out.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        return new Card(shown.OfType<TextBlock>().First().Text, shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    /// <summary>Absent buttons are left out.</summary>
    public static ActionSet? Actions(params IReadOnlyList<CardAction?> actions) =>
        actions.OfType<CardAction>().ToList() is { Count: > 0 } some ? new ActionSet(some) : null;
}
