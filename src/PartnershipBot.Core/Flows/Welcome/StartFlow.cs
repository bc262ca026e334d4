using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>A partnership begins.</summary>
internal static class StartFlow
{
    /// <summary>From this many answers on, mixed ratings are shown.</summary>
    const int FewestShown = 5;

    /// <summary>When a partnership that still has too few people for figures is offered another way.</summary>
    static readonly TimeSpan FewAfter = TimeSpan.FromDays(14);

    public static Task<InvokeResponse> StartAsync(TurnContext turn, CancellationToken cancel)
    {
        var person = turn.Person!;
        return Task.FromResult<InvokeResponse>(new InvokeResponse.Open(StartForm.Draw(new Say(turn.Language), person, StartForm.NextId(person))));
    }

    /// <summary>A turn of the person: they are a member from now on; the partnership itself is made by a job.</summary>
    public static Task<InvokeResponse> NewAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, person, id) = (new Say(turn.Language), turn.Person!, turn.Activity.Value);
        var (asked, errors) = StartForm.Read(say, turn.Activity, person);
        if (asked is null || !IsId(id))
            return Task.FromResult<InvokeResponse>(new InvokeResponse.Invalid(StartForm.Draw(say, person, IsId(id) ? id : StartForm.NextId(person)).With(turn.Activity.Inputs), errors));

        // Sent twice: it is being made already.
        if (person.Memberships.All(m => m.Partnership != id))
        {
            turn.Save(person.Join(new Membership(id, Member.IdFor(id, person.Id), asked.Name), turn.Now).ToRow());
            turn.Schedule("partnership.create", turn.Now, asked.ToString(), Keys.Partnership(id));
        }
        return Task.FromResult(Say.Show(say.Line("Start.SettingUp", asked.Name)));
    }

    public static async Task<InvokeResponse> CreateAsync(TurnContext turn, CancellationToken cancel)
    {
        var asked = NewPartnership.Parse(turn.Activity.Value);
        var memberId = Member.IdFor(turn.PartnershipId, asked.PersonId);
        if (await turn.GetAsync(Keys.Profile, cancel) is not null)
        {
            // An old form, sent again by somebody who has left since: what their own page says is put right.
            if (await turn.GetAsync(Keys.MemberPrefix + memberId, cancel) is not { } row || !Member.FromRow(row).IsActive)
                turn.Schedule("person.left", turn.Now, turn.PartnershipId, Keys.Person(asked.PersonId));
            return InvokeResponse.Ok;
        }

        var holdsMoney = asked.Kind == "money";
        var own = new Organisation("o0", asked.Organisation, KindOf(asked.Kind), holdsMoney, null);
        turn.Save(new Partnership(turn.PartnershipId, asked.Name, turn.Now, [], null)
        {
            Nation = asked.Nation ?? Nations.Of(asked.Zone),
            MandatedUntil = turn.Now + Partnership.StartsSmallFor,
        }.ToRow());
        turn.Save(own.ToRow());
        for (var i = 0; i < asked.Others.Count; i++)
            turn.Save(new Organisation($"o{i + 1}", asked.Others[i], OrganisationKind.Partner, false, null).ToRow());

        var say = new Say(asked.Language);
        var roles = Roles.Coordinator | Roles.Lead | (holdsMoney ? Roles.Commissioner : Roles.None);
        turn.Save(new Member(memberId, asked.PersonId, Joining.NameOrElse(asked.PersonName, say, own), own.Id, roles, asked.Zone, asked.Language, turn.Now, null, null).ToRow());
        turn.Send(asked.PersonId, Ready(say, asked, own));
        turn.Schedule("small.offer", turn.Now + FewAfter);
        return InvokeResponse.Ok;
    }

    static Card Ready(Say say, NewPartnership asked, Organisation own) => Say.Card(
        say.Heading("Ready.Title", asked.Name),
        say.Line("Ready.You", asked.Organisation),
        say.Line("Ready.Size", FewestShown),
        own.HearsLater ? say.Line("Ready.HearsLater", HearsLater.WorkingDays) : null,
        say.Line("Ready.Next"),
        say.Small("Ready.OnlyYou"),
        Say.Actions(say.First("checkin.preview", "Ready.Preview"), say.Button("invite", "Invite.Button"), say.Button("size", "Size.Button"), say.Button("joined.how", "JoinedHow.Button")));

    static OrganisationKind KindOf(string kind) => kind switch
    {
        "money" => OrganisationKind.Funder,
        "users" => OrganisationKind.UserGroup,
        _ => OrganisationKind.Partner,
    };

    /// <summary>As <see cref="StartForm.NextId"/> makes them.</summary>
    static bool IsId(string id) => id.Length == 21 && id[0] == 'p' && id.All(char.IsAsciiLetterOrDigit);
}
