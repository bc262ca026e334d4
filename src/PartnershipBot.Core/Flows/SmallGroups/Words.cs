using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>The words of this slice and the times, as one person reads them.</summary>
sealed record Words(string Language, string Zone)
{
    static readonly Texts Texts = new(typeof(Words), "SmallGroupText");

    /// <summary>Who asks.</summary>
    public static Words Of(TurnContext turn) => new(turn.Language, turn.Person?.Zone ?? Person.DefaultZone);

    public static Words Of(Member member) => new(member.Language.Length > 0 ? member.Language : "en", member.Zone);

    public string this[string key, params object[] arguments] => arguments.Length == 0 ? Texts[key, Language] : Texts[key, Language, arguments];

    /// <summary>Such as <c>Fri 27 Nov, 17:00 London</c>.</summary>
    public string Moment(DateTimeOffset time) => PlainTime.Moment(time, Zone, Texts.Culture(Language));

    public string Day(DateTimeOffset time) => PlainTime.Day(time, Zone, Texts.Culture(Language));

    public TextBlock Heading(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Heading);

    public TextBlock Line(string key, params object[] arguments) => new(this[key, arguments]);

    public TextBlock Small(string key, params object[] arguments) => new(this[key, arguments], TextStyle.Small);

    public Button First(string verb, string key, string value = "") => new(verb, this[key], value, ButtonStyle.Primary);

    public Button Button(string verb, string key, string value = "") => new(verb, this[key], value);

    /// <summary>Such as <c>There are four of you. I can't hide who said what.</summary>
    public TextBlock CannotHide(int people) => people <= 1
        ? Line("CannotHide.1")
        : Line("CannotHide", this[string.Create(CultureInfo.InvariantCulture, $"Number.{people}")]);

    /// <summary>Its summary is its first words; absent parts are left out.</summary>
    public static Card Card(params IReadOnlyList<CardElement?> elements)
    {
        List<CardElement> shown = [.. elements.OfType<CardElement>()];
        return new Card(shown.OfType<TextBlock>().First().Text, shown);
    }

    public static InvokeResponse Show(params IReadOnlyList<CardElement?> elements) => new InvokeResponse.Show(Card(elements));

    /// <summary>The questions as inputs of a form; it is never filled in by chatting, as typed words would stay in the chat.</summary>
    public Form Ask(string verb, string value, IReadOnlyList<Question> questions, params IReadOnlyList<string> notes) => new(
        verb,
        this["Form.Title"],
        [
            .. notes.Select(note => new FormNote(note)),
            .. questions.Select(question => new ChoiceInput(question.Id, question.Text, [.. question.Scale!.Choices.Select(choice => new Choice(choice.Value, choice.Label))])),
        ],
        this["Form.Send"],
        value,
        ByChat: false);

    /// <summary>What is not one of the question's choices.</summary>
    public IReadOnlyList<InputError> Wrong(IReadOnlyList<Question> questions, Activity activity) =>
        [.. questions.Where(question => !question.Scale!.Has(activity.Input(question.Id))).Select(question => new InputError(question.Id, this["Form.Pick", question.Scale!.RatherNot]))];

    /// <summary>Each question with what was chosen, one a line.</summary>
    public string Said(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string> given) => string.Join('\n',
        questions.Where(question => given.ContainsKey(question.Id))
            .Select(question => this["Said", question.Text, question.Scale!.Choices.First(choice => choice.Value == given[question.Id]).Label]));

    /// <summary>What was chosen for each question.</summary>
    public static Dictionary<string, string> Given(IReadOnlyList<Question> questions, Activity activity) =>
        questions.ToDictionary(question => question.Id, question => activity.Input(question.Id), StringComparer.Ordinal);
}
