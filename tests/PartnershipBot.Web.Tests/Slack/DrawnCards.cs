using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Web.Slack;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>The cards and forms whose drawings are kept: each shape, at least once.</summary>
internal static class DrawnCards
{
    static readonly Origin Origin = new("partnership|p7", "c3", 2);

    static readonly FormState State = new($"{Origin}", "week 7", "D0NIA:1795500009.000600", new("slack", "A0BRIDGE|none|T0HARBOUR", "D0NIA", ConversationKind.Personal));

    static readonly Card Everything = new("Check-in for week 7",
    [
        new TextBlock("How was working together?", TextStyle.Heading),
        new TextBlock("Ask <!channel> *nobody* & see"),
        new FactSet([new Fact("Closes", "Fri 27 Nov, 17:00 London"), new Fact("Takes", "about 2 minutes")]),
        new Divider(),
        new Picture(new Uri("https://bridge.example/media/abc"), "Six dots, four of them filled"),
        new TextBlock("Only totals are shared.", TextStyle.Small),
        new ActionSet(
        [
            new Button("checkin.answer", "Answer now", "r7", ButtonStyle.Primary), new Button("checkin.skip", "Not this time", "r7"),
            new Button("leave", "Leave", Style: ButtonStyle.Danger), new Link("Read how", new Uri("https://bridge.example/how?a=1&b=2")),
        ]),
    ], Origin);

    public static readonly IReadOnlyDictionary<string, object> All = new SortedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["message_everything"] = Everything,
        ["message_one_line"] = new Card("Thank you.", [new TextBlock("Thank you.")]),
        ["home_everything"] = Everything,
        ["modal_everything"] = new Form("checkin.sent", "Week 7",
        [
            new FormNote("About 2 minutes. Every question can be skipped."),
            new ChoiceInput("rely", "Can you rely on each other?", [new Choice("1", "Never"), new Choice("5", "Always"), new Choice("", "Prefer not to say") with { Value = "0" }], "Think of the last month."),
            new ChoiceInput("who", "Which partner?", [.. Enumerable.Range(1, 11).Select(n => new Choice($"o{n}", $"Partner {n}"))], Required: false) { Given = "o11" },
            new TextInput("help", "One thing that would help", Required: false, Multiline: true, MaxLength: 3000) { Given = "More <time>" },
            new TextInput("name", "Your name", "As others know you."),
            new DateInput("by", "By when?", Required: false) { Given = "2026-12-08" },
        ], "Send", "week 7", Origin: Origin),
        ["modal_note_only"] = new Form("privacy.read", "What we keep", [new FormNote("Nothing you did not type.")], "I see", Origin: Origin),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static ReadOnlyMemory<byte> Draw(string name) => All[name] switch
    {
        Card card when name.StartsWith("home", StringComparison.Ordinal) => DrawHome(card),
        Card card => Draw(card),
        Form form => Draw(form, []),
        _ => throw new InvalidOperationException(name),
    };

    public static ReadOnlyMemory<byte> DrawHome(Card card) => SlackJsonWriter.Object(json =>
    {
        json.WritePropertyName("view"u8);
        BlockKit.WriteHome(json, card);
    });

    public static ReadOnlyMemory<byte> Draw(Form form, IReadOnlyList<InputError> errors) => SlackJsonWriter.Object(json =>
    {
        json.WritePropertyName("view"u8);
        BlockKitForm.WriteModal(json, form, State, errors);
    });

    public static ReadOnlyMemory<byte> Draw(Card card) => SlackJsonWriter.Object(json => BlockKit.WriteMessage(json, card));
}
