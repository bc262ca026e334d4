using System.Collections.Concurrent;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>A few flows, one for each kind of answer, that note what they are asked.</summary>
internal static class TestRoutes
{
    public static readonly Form Question = new("ask.send", "How is it going?",
        [new FormNote("Only your team sees this."), new TextInput("words", "What would help?", Required: false), new ChoiceInput("sure", "How sure are you?", [new("1", "Not very"), new("2", "Very")])],
        "Send");

    public static IEnumerable<Route> All(ConcurrentQueue<Activity> heard)
    {
        yield return Make(Router.Unknown, turn => new InvokeResponse.Show(Say($"You said: {turn.Activity.Text}")));
        yield return Make("hello", turn => new InvokeResponse.Show(Say("Hello there")), "hello");
        yield return Make("channel.joined", _ => new InvokeResponse.Show(Say("Hello, all")));
        yield return Make("welcome", _ => new InvokeResponse.Show(Say("Welcome")));
        yield return Make("uninstalled", _ => InvokeResponse.Ok);
        yield return Make("done", _ => InvokeResponse.Ok);
        yield return Make("show", turn => new InvokeResponse.Show(Say($"Shown {turn.Activity.Value}")));
        yield return Make("live", turn => new InvokeResponse.Show(turn.Live(Say("A card that lives"), "c1", "show", "again")));
        yield return Make("ask", _ => new InvokeResponse.Open(Question), "ask");
        yield return Make("capture", turn => new InvokeResponse.Open(Question.With(new Dictionary<string, string>(StringComparer.Ordinal) { ["words"] = turn.Activity.Text })));
        yield return Make("ask.send", turn => turn.Activity.Input("sure") switch
        {
            "" => new InvokeResponse.Invalid(Question.With(turn.Activity.Inputs), [new("sure", "Say how sure you are.")]),
            "1" => new InvokeResponse.Show(Say("Recorded")),
            "next" => new InvokeResponse.Open(Question with { Title = "Page 2 of 2", Value = "page 2" }),
            _ => InvokeResponse.Ok,
        });
        yield return Make("long", _ => new InvokeResponse.Show(new Card("Long", [.. Enumerable.Repeat(new TextBlock(new string('å', 3_000)), 8)])));
        yield return Make("fault", _ => throw new InvalidOperationException("canary-fault"));

        Route Make(string verb, Func<TurnContext, InvokeResponse> answer, params string[] says) => new(verb, Who.Anyone, Home.Person, (turn, _) =>
        {
            heard.Enqueue(turn.Activity);
            return Task.FromResult(answer(turn));
        }, says, InChannel: true);
    }

    public static Card Say(string words) => new(words, [new TextBlock(words), new ActionSet([new Button("show", "Show it", "v1", ButtonStyle.Primary), new Button("ask", "Ask me")])]);
}
