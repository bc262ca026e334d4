using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>A small bot that answers in each of the ways there are.</summary>
internal static class SlackTestRoutes
{
    public static IEnumerable<Route> All() =>
    [
        Line("unknown", (turn, _) => Show("I heard: " + turn.Activity.Text)),
        Line("help", (_, _) => Show("I can help")) with { Says = ["help"] },
        Line("ask", (_, _) => Task.FromResult<InvokeResponse>(new InvokeResponse.Show(Buttons))) with { Says = ["ask"] },
        Line("home", (_, _) => Show("Your home")),
        Line("channel.joined", (_, _) => Show("Hello, all")),
        Line("channel.moved", MovedAsync),
        Line("count", CountAsync),
        Line("open", (turn, _) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Form with { Value = turn.Activity.Value }))) with { Says = ["open"] },
        Line("sent", SentAsync),
        Line("wrong", (_, _) => Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Form, [new InputError("words", "Say <something> & more.")]))) with { Says = ["wrong"] },
        Line("quiet", (_, _) => Task.FromResult(InvokeResponse.Ok)) with { Says = ["quiet"] },
        Line("fault", (_, _) => throw new InvalidOperationException("canary: what a handler threw")) with { Says = ["fault"] },
        Line("toolong", (_, _) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Form with { Value = new string('"', 1_500) }))) with { Says = ["toolong"] },
    ];

    public static readonly Card Buttons = new("Pick one",
    [
        new TextBlock("Pick one"),
        new ActionSet([new Button("count", "Count", "one"), new Button("open", "Open", "week 7", ButtonStyle.Primary), new Link("Read", new Uri("https://harbour.example/"))]),
    ]);

    public static readonly Form Form = new("sent", "How was it?",
    [
        new FormNote("Only your own organisation sees this."),
        new TextInput("words", "In your words"),
        new ChoiceInput("how", "How did it go?", [new Choice("4", "Well"), new Choice("1", "Badly")], Required: false),
        new DateInput("when", "When?", Required: false),
    ], "Send");

    static Route Line(string verb, Handler handler) => new(verb, Who.Anyone, Home.Person, handler, [], InChannel: true);

    static Task<InvokeResponse> Show(string words) => Task.FromResult<InvokeResponse>(new InvokeResponse.Show(new Card(words, [new TextBlock(words)])));

    static async Task<InvokeResponse> CountAsync(TurnContext turn, CancellationToken cancel)
    {
        var row = await turn.GetAsync("test|count", cancel);
        var count = (row?.Number("count") ?? 0) + 1;
        turn.Save(new Row("test|count", new Columns { ["count"] = count }, row?.ETag));
        return await Show($"Counted {count}, with {turn.Activity.Value}");
    }

    static Task<InvokeResponse> SentAsync(TurnContext turn, CancellationToken cancel) => turn.Activity.Input("words") switch
    {
        "" => Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Form, [new InputError("words", "Please say something."), new InputError("nowhere", "And this.")])),
        "astray" => Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(Form, [new InputError("nowhere", "This belongs nowhere.")])),
        "next" => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(Form with { Title = "Page 2", Value = "page 2" })),
        "nothing" => Task.FromResult(InvokeResponse.Ok),
        var words => Show($"{turn.Activity.Value}: {words}, {turn.Activity.Input("how")}, {turn.Activity.Input("when")}, [{turn.Activity.Input("who")}], [{turn.Activity.Input("note")}]"),
    };

    static Task<InvokeResponse> MovedAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Save(new Row("test|moved", new Columns { ["old"] = turn.Activity.Input("old"), ["new"] = turn.Activity.Input("new") }));
        return Task.FromResult(InvokeResponse.Ok);
    }
}
