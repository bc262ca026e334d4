using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>From an invitation to a member, inside Slack or Teams.</summary>
internal sealed class JoinFlow(Site site)
{
    public async Task<InvokeResponse> JoinAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Invited.ReadAsync(turn, cancel) is not { } invited) return NotGood(turn);
        return turn.Member is { IsActive: true } ? Already(turn, invited.Place) : new InvokeResponse.Show(Consent(turn, invited));
    }

    public async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Invited.ReadAsync(turn, cancel) is not { } invited) return NotGood(turn);
        if (turn.Person is not { } person) return new InvokeResponse.Show(Consent(turn, invited));

        var say = new Say(turn.Language);
        var member = Joining.Join(turn, invited.Place, invited.Organisation, "", "");
        return Say.Show(
        [
            .. Joining.Greeting(say, invited.Place, member, person),
            say.Small("In.Leave"),
            Say.Actions(
                say.First("try.question", "Try.Button"),
                say.Button("when", "When.Change"),
                member.Roles.HasFlag(Roles.Lead) ? say.Button("invite", "Invite.Button") : null,
                member.Roles.HasFlag(Roles.Lead) ? say.Button("joined.how", "JoinedHow.Button") : null),
        ]);
    }

    public static Task<InvokeResponse> NoAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        return Task.FromResult(Say.Show(say.Line("Join.NotForMe")));
    }

    public static Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel) =>
        Task.FromResult<InvokeResponse>(new InvokeResponse.Open(AskCode(turn)));

    public static Task<InvokeResponse> CodeAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var code = CodeIn(turn.Activity.Input("code"));
        return Task.FromResult(code.Length == 10
            ? Say.Show(say.Line("Join.Look"), Say.Actions(say.First("join", "Join.LookButton", code)))
            : new InvokeResponse.Invalid(AskCode(turn).With(turn.Activity.Inputs), [new InputError("code", say["Join.NotACode"])]));
    }

    /// <summary>A code that opens nothing. It is not said whether it ever did.</summary>
    public static Task<InvokeResponse> UnknownAsync(TurnContext turn, CancellationToken cancel) => Task.FromResult(
        turn.Activity.Value.Length == 0 && turn.Person is not null ? new InvokeResponse.Open(AskCode(turn)) : NotGood(turn));

    static InvokeResponse NotGood(TurnContext turn)
    {
        var say = new Say(turn.Language);
        return Say.Show(
            say.Line("Join.NotGood"),
            say.Line("Join.NotGood.Do"),
            turn.Person is null ? null : Say.Actions(say.First("join.ask", "Join.Again"), say.Button("help", "Help.Button")));
    }

    static InvokeResponse Already(TurnContext turn, Place place)
    {
        var say = new Say(turn.Language);
        return Say.Show(
            say.Line("Join.Already", place.Partnership.Name, place.OrganisationName(turn.Member!.OrganisationId)),
            Say.Actions(say.First("home", "Home.Button"), say.Button("try.question", "Try.Button"), say.Button("help", "Help.Button")));
    }

    Card Consent(TurnContext turn, Invited invited)
    {
        var say = new Say(turn.Language);
        return Say.Card(
            new TextBlock(invited.Place.Partnership.Name, TextStyle.Heading),
            say.Line("Join.Invited", invited.Organisation.Name, invited.Runners(say)),
            say.Line("Hello.What"),
            say.Line("UpToYou"),
            new TextBlock(Confidentiality.OfRatings(site.Host, turn.Language), TextStyle.Small),
            Say.Actions(say.First("join.yes", "Join.Yes", turn.Activity.Value), say.Button("join.no", "Join.No")));
    }

    static Form AskCode(TurnContext turn)
    {
        var say = new Say(turn.Language);
        return new Form("join.code", say["Join.Ask.Title"], [new TextInput("code", say["Join.Ask.Code"], say["Join.Ask.Hint"], MaxLength: 200)], say["Join.Ask.Submit"],
            Origin: new Origin(turn.Person!.Partition));
    }

    /// <summary>The code in what was typed or pasted: the code alone, or the whole link.</summary>
    static string CodeIn(string typed)
    {
        var link = typed.LastIndexOf("join/", StringComparison.OrdinalIgnoreCase);
        var end = link < 0 ? typed : typed[(link + 5)..];
        if (end.StartsWith("join ", StringComparison.OrdinalIgnoreCase)) end = end[5..];
        return Invitation.Clean(end);
    }
}
