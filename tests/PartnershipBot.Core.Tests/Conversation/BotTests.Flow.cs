using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Conversation;

/// <summary>The small flow that the tests of Bot play with.</summary>
public sealed partial class BotTests
{
    static string Own(ScriptPerson who) => Keys.Person(PersonId(who));

    static string PersonId(ScriptPerson who) => "u" + new KeyRing([.. Enumerable.Range(1, 32).Select(n => (byte)n)], s => s, s => s).Hash(who.Identity.ToString())[..20];

    async Task BecomesAsync(ScriptPerson who, string partnership, Roles roles)
    {
        var member = new Member(Member.IdFor(partnership, PersonId(who)), PersonId(who), who.Name, "o1", roles, "Europe/London", "en", script.Clock.GetUtcNow(), null, null);
        await script.Tables.Main.CommitAsync(Keys.Partnership(partnership), [new Change.Put(member.ToRow())], Cancel);
    }

    async Task<InvokeResponse> CountAsync(TurnContext turn, CancellationToken cancel)
    {
        var row = await turn.GetAsync("counter", cancel);
        var next = (row?.Number("value") ?? 0) + 1;
        turn.Save(new Row("counter", new Columns { ["value"] = next }, row?.ETag));
        await beforeCommit(turn);
        return new InvokeResponse.Show(Card($"{next}"));
    }

    async Task<InvokeResponse> DoOnceAsync(TurnContext turn, CancellationToken cancel)
    {
        var row = await turn.GetAsync("done", cancel);
        turn.Save(new Row("done", new Columns { ["times"] = (row?.Number("times") ?? 0) + 1 }, row?.ETag));
        await turn.MoveOnAsync("once.now", "", cancel);
        return new InvokeResponse.Show(Card("Done now."));
    }

    static Task<InvokeResponse> FilledAsync(TurnContext turn, CancellationToken cancel)
    {
        var activity = turn.Activity;
        return activity.Input("name") == "bad"
            ? Answer(new InvokeResponse.Invalid(Question(), [new InputError("name", "Not that name.")]))
            : Show(Card($"{activity.Input("name")}, {activity.Input("kind")}, {activity.Input("more")}, {activity.Input("day")}"));
    }

    static Task<InvokeResponse> LaterAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Schedule("later.came", turn.Now.AddHours(1), turn.Person!.Id);
        return Show(Card("Later."));
    }

    static Task<InvokeResponse> FarAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Schedule("later.came", turn.Now, turn.Person!.Id, Keys.Partnership("far"));
        return Show(Card("I am asking."));
    }

    static Task<InvokeResponse> CameAsync(TurnContext turn, CancellationToken cancel)
    {
        turn.Send(turn.Activity.Value, Card("It came."));
        return Answer(InvokeResponse.Ok);
    }

    static Task<InvokeResponse> ManyAsync(TurnContext turn, CancellationToken cancel)
    {
        for (var i = 0; i < 5; i++) turn.Reply(Card($"{i}"));
        return Answer(InvokeResponse.Ok);
    }

    static Form Question() => new("filled", "A form",
    [
        new TextInput("name", "What is its name?"),
        new ChoiceInput("kind", "Which kind?", [new Choice("big", "Big"), new Choice("small", "Small")]),
        new TextInput("more", "Anything else?", Required: false),
        new DateInput("day", "By which day?"),
    ], "Send");

    static Card Card(string words, params CardAction[] actions) =>
        new(words, actions.Length == 0 ? [new TextBlock(words)] : [new TextBlock(words), new ActionSet(actions)]);

    static Task<InvokeResponse> Show(Card card) => Answer(new InvokeResponse.Show(card));

    static Task<InvokeResponse> Answer(InvokeResponse response) => Task.FromResult(response);
}
