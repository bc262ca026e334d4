using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Somebody becomes a member of the partnership that their invitation opens.</summary>
internal static class Joining
{
    const int CheckInHour = 10;

    /// <summary>Makes the turn's person a member, unless they are; who had left comes back under the same id.</summary>
    /// <param name="name">As they gave it; empty when their platform tells.</param>
    /// <param name="doorKey">See <see cref="JoinedPartnership"/>.</param>
    /// <returns>The member as they are now.</returns>
    public static Member Join(TurnContext turn, Place place, Organisation organisation, string name, string doorKey)
    {
        var (person, before) = (turn.Person!, turn.Member);
        if (before is { IsActive: true }) return before;

        var shown = NameOrElse(name.Length > 0 ? name : person.Name, new Say(turn.Language), organisation);
        var member = new Member(
            before?.Id ?? Member.IdFor(turn.PartnershipId, person.Id), person.Id, shown, organisation.Id, RolesOf(place, organisation),
            person.Zone, person.Language, turn.Now, null, before?.Version)
        { SendTime = person.SendTime };
        member = member with { Confirmed = member.Roles.HasFlag(Roles.Lead) || turn.Invitation is { FromLead: true } || before is { Confirmed: true } && before.OrganisationId == organisation.Id };
        turn.Save(member.ToRow());
        turn.Note(LogEntry.MemberJoined, by: member.Id);
        if (member.Confirmed) turn.Schedule(PeopleFlow.Changed, turn.Now);
        else ConfirmFlow.Ask(turn, place, member);
        turn.Schedule("person.joined", turn.Now, new JoinedPartnership(turn.PartnershipId, member.Id, place.Partnership.Name, name, doorKey).ToString(), person.Partition);
        turn.Schedule("checkin.first", Schedule.FirstOpening(turn.Now, person.Zone, CheckInHour, place.Partnership.Nation));
        return member;
    }

    public static string NameOrElse(string name, Say say, Organisation organisation) =>
        name.Length > 0 ? Say.Short(StartForm.OneLine(name), StartForm.LongestName) : Say.Short(say["Member.NoName", organisation.Name], StartForm.LongestName);

    /// <summary>The words that greet a new member: where they are, and when the bot writes.</summary>
    public static IReadOnlyList<CardElement?> Greeting(Say say, Place place, Member member, Person person) =>
    [
        say.Heading("In.Title"),
        say.Line("In.Where", place.Partnership.Name, place.OrganisationName(member.OrganisationId)),
        member.Roles.HasFlag(Roles.Lead) ? say.Line("In.Lead") : null,
        member.Confirmed ? null : say.Line("In.Unconfirmed", place.OrganisationName(member.OrganisationId)),
        say.Line("In.When", say.Hour(person.Hour, person.Zone)),
    ];

    /// <summary>The first who joins for an organisation leads it, so that somebody can invite its others.</summary>
    static Roles RolesOf(Place place, Organisation organisation) =>
        (place.Members.Any(m => m.OrganisationId == organisation.Id && m.Roles.HasFlag(Roles.Lead)) ? Roles.None : Roles.Lead)
        | (organisation.HoldsMoney ? Roles.Commissioner : Roles.None);
}
