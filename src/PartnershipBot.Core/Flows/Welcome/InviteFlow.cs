using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>An invitation to copy and pass on: a coordinator's for every organisation, a lead's for their own.</summary>
internal sealed class InviteFlow(Site site)
{
    public async Task<InvokeResponse> InviteAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var choices = await ChoicesAsync(turn, cancel);
        return choices.Count switch
        {
            0 => Say.Show(say.Line("Invite.NotYou"), say.Small("NothingChanged")),
            1 => await MakeAsync(turn, cancel),
            _ => new InvokeResponse.Open(Draw(say, choices)),
        };
    }

    public async Task<InvokeResponse> MakeAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var choices = await ChoicesAsync(turn, cancel);
        if (choices.Count == 0) return Say.Show(say.Line("Invite.NotYou"), say.Small("NothingChanged"));
        var chosen = turn.Activity.Input("organisation");
        var organisation = choices.Count == 1 ? choices[0] : choices.FirstOrDefault(o => o.Id == chosen);
        if (organisation is null) return new InvokeResponse.Invalid(Draw(say, choices).With(turn.Activity.Inputs), [new InputError("organisation", say["Invite.Choose"])]);

        // Made from this request under the service's own key: a request that is delivered again shows the code that was kept.
        var code = Invitation.NewCode(Chance.From(turn.Hash("code|" + turn.Activity.Id)));
        var hash = turn.Hash(Directory.InvitationName(code));
        var expires = turn.Now + Invitation.Lifetime;
        turn.SaveElsewhere(Keys.Directory(hash), new Invitation(turn.PartnershipId, organisation.Id, expires) { FromLead = Leads(turn.Member!, organisation) }.ToRow(hash));

        var place = (await Place.MineAsync(turn, cancel))!;
        return Say.Show(
            say.Heading("Invite.Made", organisation.Name),
            say.Line("Invite.Copy"),
            say.Line("Invite.Text", turn.Member!.Name, organisation.Name, place.Partnership.Name, site.JoinPage(code), Spelled(code), say.Moment(expires, turn.Person!.Zone)),
            say.Small("Invite.Seen", organisation.Name),
            Say.Actions(new Link(say["Invite.SeePage"], site.JoinPage(code)), say.Button("invite", "Invite.Another"), say.Button("home", "Home.Button")));
    }

    /// <summary>Such as <c>ABCDE-FGHJK</c>.</summary>
    public static string Spelled(string code) => code.Length == 10 ? $"{code[..5]}-{code[5..]}" : code;

    static async Task<IReadOnlyList<Organisation>> ChoicesAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.MineAsync(turn, cancel) is not { } place) return [];
        var member = turn.Member!;
        if (member.Roles.HasFlag(Roles.Coordinator)) return place.Organisations;
        return member.Roles.HasFlag(Roles.Lead) ? [.. place.Organisations.Where(o => o.Id == member.OrganisationId)] : [];
    }

    static bool Leads(Member member, Organisation organisation) => member.Roles.HasFlag(Roles.Lead) && member.OrganisationId == organisation.Id;

    static Form Draw(Say say, IReadOnlyList<Organisation> choices) => new(
        "invite.make",
        say["Invite.Title"],
        [
            new FormNote(say["Invite.Note"]),
            new ChoiceInput("organisation", say["Invite.Whom"], [.. choices.Select(o => new Choice(o.Id, Say.Short(o.Name, CardLimits.ChoiceText)))]),
        ],
        say["Invite.Submit"]);
}
