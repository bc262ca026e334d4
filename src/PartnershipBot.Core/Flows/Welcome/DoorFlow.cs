using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The page of an invitation with its three doors, and the page of somebody with neither Slack nor Teams.</summary>
internal sealed class DoorFlow(Site site)
{
    public static async Task<InvokeResponse> PageAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Invited.ReadAsync(turn, cancel) is not { } invited) return InvokeResponse.Ok;
        var (say, code) = (new Say(turn.Language), turn.Activity.Value);
        return Say.Show(
            new TextBlock(invited.Place.Partnership.Name, TextStyle.Heading),
            say.Line("Join.Invited", invited.Organisation.Name, invited.Runners(say)),
            say.Line("Hello.What"),
            say.Line("UpToYou"),
            say.Line("Door.Where"),
            Say.Actions(say.Button("join.slack", "Door.Slack", code), say.Button("join.teams", "Door.Teams", code), say.Button("join.name", "Door.Here", code)));
    }

    public static Task<InvokeResponse> SlackAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult(Elsewhere(turn, "Slack"));

    public static Task<InvokeResponse> TeamsAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult(Elsewhere(turn, "Teams"));

    public Task<InvokeResponse> NameAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(AskName(turn)));

    public async Task<InvokeResponse> HereAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Invited.ReadAsync(turn, cancel) is not { } invited) return InvokeResponse.Ok;
        var (say, name) = (new Say(turn.Language), StartForm.OneLine(turn.Activity.Input("name")));
        if (name.Length is 0 or > StartForm.LongestName)
            return new InvokeResponse.Invalid(AskName(turn).With(turn.Activity.Inputs), [new InputError("name", name.Length == 0 ? say["Door.Name.Missing"] : say["TooLong", name.Length, StartForm.LongestName])]);
        if (turn.Person is not { } person) return new InvokeResponse.Open(AskName(turn));

        var words = DoorKey.For(turn);
        var member = Joining.Join(turn, invited.Place, invited.Organisation, name, DoorKey.Hash(turn, person.Id, words));
        return Say.Show(
        [
            .. Joining.Greeting(say, invited.Place, member, person),
            new FactSet([new Fact(say["Door.Words"], words)]),
            say.Line("Door.Keep"),
            Say.Actions(
                say.First("try.question", "Try.Button"),
                new Link(say["Door.Page"], site.At(turn.Activity.Input("page"))),
                say.Button("when", "When.Change"),
                member.Roles.HasFlag(Roles.Lead) ? say.Button("joined.how", "JoinedHow.Button") : null),
        ]);
    }

    public static Task<InvokeResponse> LockedAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult<InvokeResponse>(new InvokeResponse.Open(AskWords(turn)));

    public static Task<InvokeResponse> UnlockAsync(TurnContext turn, CancellationToken cancel)
    {
        var person = turn.Person!;
        if (DoorKey.Opens(turn, person.Id, person.DoorKey, turn.Activity.Input("key"))) return Task.FromResult(HomeFlow.Doorstep(turn));
        return Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(AskWords(turn), [new InputError("key", new Say(turn.Language)["Door.WrongWords"])]));
    }

    static InvokeResponse Elsewhere(TurnContext turn, string platform)
    {
        var (say, code) = (new Say(turn.Language), turn.Activity.Value);
        return Say.Show(
            say.Heading($"Door.In.{platform}"),
            say.Line("Door.Send", InviteFlow.Spelled(Invitation.Clean(code))),
            say.Line($"Door.AskIt.{platform}"),
            say.Line("Door.OrHere"),
            Say.Actions(say.Button("join.name", "Door.Here", code)));
    }

    Form AskName(TurnContext turn)
    {
        var say = new Say(turn.Language);
        return new Form(
            "join.here",
            say["Door.Name.Title"],
            [
                new FormNote(Confidentiality.OfRatings(site.Host, turn.Language)),
                new TextInput("name", say["Door.Name"], say["Door.Name.Hint"], MaxLength: StartForm.LongestName),
            ],
            say["Join.Yes"],
            turn.Activity.Value,
            ByChat: false);
    }

    static Form AskWords(TurnContext turn)
    {
        var say = new Say(turn.Language);
        return new Form("door.unlock", say["Door.Locked"], [new TextInput("key", say["Door.Key"], say["Door.Key.Hint"], MaxLength: 100)], say["Door.Open"], ByChat: false);
    }
}
