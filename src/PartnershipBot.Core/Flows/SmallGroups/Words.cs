using System.Globalization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.SmallGroups;

sealed record Words(string Language, string Zone) : Wording(Language, Zone)
{
    static readonly Texts Own = new(typeof(Words), "SmallGroupText");

    protected override Texts Texts => Own;

    /// <summary>Who asks.</summary>
    public static Words Of(TurnContext turn) => new(turn.Language, turn.Zone);

    public static Words Of(Member member) => new(member.Language, member.Zone);

    /// <summary>Such as <c>There are four of you. I can't hide who said what.</summary>
    public TextBlock CannotHide(int people) => people <= 1
        ? Line("CannotHide.1")
        : Line("CannotHide", this[string.Create(CultureInfo.InvariantCulture, $"Number.{people}")]);

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
