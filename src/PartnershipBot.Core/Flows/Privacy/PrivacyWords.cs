using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>The words of this slice as one person reads them, and the parts of cards made of them.</summary>
internal sealed record PrivacyWords(string Language, string Zone)
{
    static readonly Texts Texts = new(typeof(PrivacyWords), "PrivacyText");

    /// <summary>As who asks reads them.</summary>
    public static PrivacyWords To(TurnContext turn) => new(turn.Language, turn.Person?.Zone ?? Person.DefaultZone);

    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? Texts[key, Language] : Texts[key, Language, arguments];

    public TextBlock Heading(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Fact Fact(string key, params object[] arguments) => new(this[$"{key}.Name"], this[key, arguments]);

    public Button Button(string verb, string key, string value = "", ButtonStyle style = ButtonStyle.Normal) => new(verb, this[key], value, style);

    public string Day(DateTimeOffset time) => PlainTime.Day(time, Zone, Texts.Culture(Language));

    /// <summary>With its year.</summary>
    public string Date(DateTimeOffset time) => PlainTime.Day(DateOnly.FromDateTime(PlainTime.In(time, Zone).Date), Texts.Culture(Language));

    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    /// <summary>Such as <c>one of you</c>, <c>4 of you</c>.</summary>
    public string People(int number) => number == 1 ? this["OneOfYou"] : this["OfYou", number];

    public string RoleOf(Roles roles) => this[roles.HasFlag(Roles.Coordinator) ? "Role.Coordinator" : roles.HasFlag(Roles.Lead) ? "Role.Lead" : "Role.Member"];

    /// <summary>What sealing makes impossible, word for word: until the open check-in closes, or any.</summary>
    /// <param name="closesAt">UTC; null when none is open here.</param>
    public TextBlock Until(DateTimeOffset? closesAt) => new(Confidentiality.Until(closesAt is { } at ? Day(at) : this["ClosingDay"], Language));

    /// <summary>When the check-in that is open in this home closes, UTC; null when none is.</summary>
    public static async Task<DateTimeOffset?> ClosingAsync(TurnContext turn, CancellationToken cancel)
    {
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
            if (row.Text("state") == nameof(RoundState.Open) && row.Time("closesAt") > turn.Now) return row.Time("closesAt");
        return null;
    }

    /// <summary>Its summary is its first words; absent parts are left out.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        return new Card(shown.OfType<TextBlock>().First().Text, shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    public static ActionSet Actions(params IReadOnlyList<CardAction?> actions) => new([.. actions.OfType<CardAction>()]);
}
