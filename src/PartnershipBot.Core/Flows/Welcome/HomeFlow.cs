using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>A person's own page: what is to do now, and where they are.</summary>
internal static class HomeFlow
{
    const int MostListed = 10;

    public static async Task<InvokeResponse> HomeAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.MineAsync(turn, cancel) is not { } place) return Doorstep(turn);

        var (say, person) = (new Say(turn.Language), turn.Person!);
        var ahead = await Ahead.ReadAsync(turn, cancel);
        var (isCoordinator, isLead) = (turn.Member!.Roles.HasFlag(Roles.Coordinator), turn.Member.Roles.HasFlag(Roles.Lead));
        var unsent = await WaitingFlow.LineAsync(turn, say, cancel);
        var see = unsent is null ? null : say.Button("waiting", "Waiting.Button");
        return Say.Show(
            new TextBlock(place.Partnership.Name, TextStyle.Heading),
            place.Open is { } open ? say.Line("Home.Open", say.Moment(open.ClosesAt, person.Zone)) : Coming(say, ahead, person),
            ahead.LastNote(say),
            Others(say, person),
            Paused(say, person, turn.Now),
            unsent,
            isCoordinator && place.HasOneCoordinatingOrganisation ? say.Line("Home.SecondCoordinator") : null,
            ConfirmFlow.Waiting(place, turn.Member) is { Count: > 0 } waiting ? say.Line("Home.Waiting", say.People(waiting.Count)) : null,
            isLead && !await JoinedHowFlow.HasSaidAsync(turn, cancel) ? say.Line("Home.JoinedHow") : null,
            say.Small("Home.OnlyYou"),
            Actions(
            [
                .. isCoordinator ? ForCoordinator(say, place, ahead) : ForMember(say, place, person, turn.Now, ahead),
                see,
                place.Partnership.AsksAboutPartners(turn.Now) ? say.Button("pairs.ask", "Home.Pairs", place.Open?.RoundId ?? "") : null,
                ConfirmFlow.Waiting(place, turn.Member).Count > 0 ? say.Button("member.waiting", "Home.Waiting.Button") : null,
                Switch(say, person),
                isLead ? say.Button("joined.how", "JoinedHow.Button") : null,
                say.Button("privacy", "Privacy.Button"),
                say.Button("help", "Help.Button"),
            ]));
    }

    /// <summary>The page of somebody whose words belong to no partnership now.</summary>
    public static InvokeResponse Doorstep(TurnContext turn)
    {
        var (say, person) = (new Say(turn.Language), turn.Person!);
        if (person.Memberships.Count == 0)
            return Say.Show(
                say.Heading("Home.Title"),
                say.Line("Home.NoPartnership"),
                say.Small("Home.OnlyYou"),
                Say.Actions(say.First("partnership.start", "Start.Button"), say.Button("join.ask", "Join.HaveOne"), say.Button("privacy", "Privacy.Button"), say.Button("help", "Help.Button")));

        var card = Say.Card(
            say.Heading("Home.Title"),
            new TextBlock(Listed(say, person)),
            Paused(say, person, turn.Now),
            say.Small("Home.OnlyYou"),
            Say.Actions(say.First("home", "Home.Open.Button"), say.Button("privacy", "Privacy.Button"), say.Button("help", "Help.Button")));
        return new InvokeResponse.Show(card with { Origin = new Origin(person.Home) });
    }

    public static async Task<InvokeResponse> StatusAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.MineAsync(turn, cancel) is not { } place) return Doorstep(turn);

        var (say, person) = (new Say(turn.Language), turn.Person!);
        var ahead = await Ahead.ReadAsync(turn, cancel);
        return Say.Show(
            new TextBlock(place.Partnership.Name, TextStyle.Heading),
            new FactSet(
            [
                new Fact(say["Status.You"], say["Status.YouFor", place.OrganisationName(turn.Member!.OrganisationId), RoleWords(say, turn.Member.Roles)]),
                new Fact(say["Status.Partners"], Say.Short(string.Join(", ", place.Organisations.Select(o => say["Status.Partner", o.Name, place.PeopleOf(o.Id)])), 1_800)),
                new Fact(say["Status.Messages"], person.IsPaused(turn.Now) ? PausedWords(say, person) : say["Status.NotPaused"]),
                await WaitingFlow.StartedAsync(turn, say, cancel),
                new Fact(say["Status.Time"], say["Status.TimeAt", say.Hour(person.Hour, person.Zone)]),
                new Fact(say["Status.Next"], place.Open is { } open ? say["Status.Closes", say.Moment(open.ClosesAt, person.Zone)] : ahead.Words(say, person.Zone) ?? say["Status.NothingOpen"]),
            ]),
            say.Small("Home.OnlyYou"),
            Say.Actions(
                place.Open is { } answer ? say.First("checkin.answer", "Home.Answer", answer.RoundId) : null,
                say.Button("when", "When.Button"),
                say.Button("pause", "Pause.Button"),
                person.Memberships.Count > 1 ? say.Button("switch", "Switch.Button") : null,
                say.Button("leave", "Leave.Button")));
    }

    static IReadOnlyList<CardAction?> ForMember(Say say, Place place, Person person, DateTimeOffset now, Ahead ahead) =>
    [
        Answer(say, place) ?? ahead.WriteNote(say),
        PauseOrResume(say, person, now),
        say.Button("when", "When.Button"),
    ];

    static IReadOnlyList<CardAction?> ForCoordinator(Say say, Place place, Ahead ahead) =>
    [
        Answer(say, place) ?? ahead.WriteNote(say) ?? (ahead.AfterAMeeting ? say.First("meeting", "Home.Met") : say.First("checkin.open", "Home.OpenOne")),
        say.Button("invite", "Invite.Button"),
        place.HasOneCoordinatingOrganisation && place.Members.Count > 1 ? say.Button("coordinator.add", "Coordinator.Button") : say.Button("add", "Add.Button"),
    ];

    /// <summary>What comes last gives way: it can be typed as well.</summary>
    static ActionSet Actions(IReadOnlyList<CardAction?> actions) => Say.Actions([.. actions.OfType<CardAction>().Take(CardLimits.Actions)]);

    static TextBlock Coming(Say say, Ahead ahead, Person person) => ahead.Words(say, person.Zone) is { } words ? new TextBlock(words) : say.Line("Home.Nothing");

    public static Button PauseOrResume(Say say, Person person, DateTimeOffset now) =>
        person.IsPaused(now) ? say.Button("resume", "Resume.Button") : say.Button("pause", "Pause.Button");

    static Button? Answer(Say say, Place place) => place.Open is { } open ? say.First("checkin.answer", "Home.Answer", open.RoundId) : null;

    static Button? Switch(Say say, Person person) => person.Memberships.Count > 1 ? say.Button("switch", "Switch.Button") : null;

    static TextBlock? Others(Say say, Person person) => person.Memberships.Count > 1 ? new TextBlock(Listed(say, person)) : null;

    static string Listed(Say say, Person person)
    {
        var lines = person.Memberships.Take(MostListed).Select(m => person.Home == Storage.Keys.Partnership(m.Partnership) ? say["Home.Listed.Now", m.Name] : m.Name);
        var more = person.Memberships.Count > MostListed ? "\n" + say["Home.Listed.More", person.Memberships.Count - MostListed] : "";
        return say["Home.Listed"] + "\n" + string.Join('\n', lines) + more;
    }

    static TextBlock? Paused(Say say, Person person, DateTimeOffset now) => person.IsPaused(now) ? new TextBlock(PausedWords(say, person)) : null;

    public static string PausedWords(Say say, Person person) =>
        person.PausedUntil == Person.ForNow ? say["Paused.ForNow"] : say["Paused.Until", say.Moment(person.PausedUntil!.Value, person.Zone)];

    static string RoleWords(Say say, Roles roles) => roles switch
    {
        _ when roles.HasFlag(Roles.Coordinator) => say["Role.Coordinator"],
        _ when roles.HasFlag(Roles.Lead) => say["Role.Lead"],
        _ => say["Role.Member"],
    };
}
