using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Door;

/// <summary>A small bot of these tests: an invitation, a key, one question.</summary>
internal static class DoorFlows
{
    public const string Key = "green boat seven";
    public const string AnswerPrefix = "given|";

    public static IEnumerable<Route> All() =>
    [
        new("unknown", Who.Anyone, Home.Person, Show(Say("I did not understand.")), []),
        new("join.page", Who.Anyone, Home.Invitation, JoinPage, []),
        new("join.here", Who.Anyone, Home.Invitation, JoinHere, []),
        new("join.slack", Who.Anyone, Home.Invitation, Show(Say("Open Slack and find PartnershipBot.")), []),
        new("join.nothing", Who.Anyone, Home.Invitation, Nothing, []),
        new("door.page", Who.Self, Home.Person, KeyPage, []),
        new("door.unlock", Who.Self, Home.Person, Unlock, []),
        new("home", Who.Self, Home.Person, Show(Todo), []),
        new("ask", Who.Self, Home.Person, Ask, []),
        new("answer", Who.Self, Home.Person, Answer, []),
        new("nothing", Who.Self, Home.Person, Nothing, []),
        new("thank", Who.Self, Home.Person, Thank, []),
        new("store.down", Who.Self, Home.Person, (_, _) => throw new StoreUnavailableException("no"), []),
    ];

    static readonly Card Todo = new("One question is waiting.",
    [
        new TextBlock("One question about this month", TextStyle.Heading),
        new TextBlock("It takes about a minute. You can skip it."),
        new ActionSet([new Button("ask", "Answer now", "round one", ButtonStyle.Primary), new Button("nothing", "Skip this time")]),
    ]);

    static readonly Form KeyForm = new("door.unlock", "Open your page",
        [new FormNote("You were given three words when you joined."), new TextInput("key", "Your three words", "With spaces between them", MaxLength: 60)], "Open");

    public static readonly Form Question = new("answer", "One question",
    [
        new FormNote("Your ratings are mixed with others'."),
        new ChoiceInput("rating", "How easy is it to raise a problem?", [new("1", "Hard"), new("2", "In between"), new("3", "Easy")], "Think of the last month"),
        new ChoiceInput("partner", "Which partner do you mean?", [.. Enumerable.Range(1, 12).Select(i => new Choice($"o{i}", $"Partner {i}"))], Required: false),
        new DateInput("by", "By which day?", Required: false),
        new TextInput("why", "What would help?", "One or two sentences", Required: false, Multiline: true, MaxLength: 500),
    ], "Send", "round one");

    static Card Say(string words) => new(words, [new TextBlock(words)]);

    static Handler Show(Card card) => (_, _) => Task.FromResult<InvokeResponse>(new InvokeResponse.Show(card));

    static Task<InvokeResponse> Nothing(TurnContext turn, CancellationToken cancel) => Task.FromResult(InvokeResponse.Ok);

    static Task<InvokeResponse> JoinPage(TurnContext turn, CancellationToken cancel) => Show(new Card("An invitation to Harbour Homes Together.",
    [
        new TextBlock("You are invited", TextStyle.Heading),
        new TextBlock("Harbour Homes Together is five organisations that help people find a home. They ask each other short questions."),
        new ActionSet([new Button("join.slack", "I use Slack"), new Button("join.teams", "I use Teams"), new Button("join.here", "Neither: answer here", Style: ButtonStyle.Primary)]),
    ]))(turn, cancel);

    static Task<InvokeResponse> JoinHere(TurnContext turn, CancellationToken cancel)
    {
        turn.Save(new Row(Keys.MemberPrefix + turn.Person!.Id, new Columns { ["page"] = turn.Activity.Input("page") }));
        return Show(new Card("You have joined.",
        [
            new TextBlock("You have joined", TextStyle.Heading),
            new TextBlock($"Your three words are: {Key}."),
            new FactSet([new Fact("Your page", turn.Activity.Input("page"))]),
            new ActionSet([new Button("ask", "Try one question", "practice", ButtonStyle.Primary)]),
        ], new Origin(turn.Person.Partition)))(turn, cancel);
    }

    static Task<InvokeResponse> KeyPage(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(KeyForm));

    static Task<InvokeResponse> Unlock(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(turn.Activity.Input("key") == Key
        ? new InvokeResponse.Show(Say("Open."))
        : new InvokeResponse.Invalid(KeyForm, [new InputError("key", "These are not your three words.")]));

    static Task<InvokeResponse> Ask(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Question with { Value = turn.Activity.Value }));

    static Task<InvokeResponse> Answer(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Activity.Input("rating").Length == 0)
            return Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Question, [new InputError("rating", "Please choose one."), new InputError("why", "Please say why.")]));
        if (turn.Activity.Input("why") == "the next page") return Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Question with { Title = "Page 2 of 2", Value = "page two" }));
        turn.Save(new Row(turn.NewId(AnswerPrefix), new Columns
        {
            ["rating"] = turn.Activity.Input("rating"),
            ["why"] = turn.Activity.Input("why"),
            ["value"] = turn.Activity.Value,
        }));
        return Show(Say("Thank you, recorded."))(turn, cancel);
    }

    static Task<InvokeResponse> Thank(TurnContext turn, CancellationToken cancel) => Show(Say("You said thank you."))(turn, cancel);
}
