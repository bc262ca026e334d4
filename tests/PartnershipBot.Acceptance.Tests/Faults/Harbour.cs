using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using CoreDirectory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>A partnership with a check-in open, as it stands before anything is killed.</summary>
internal static class Harbour
{
    public const string Id = "harbour";
    public const string Round = "r0";
    public const string Code = "HARB0VR001";

    public static string Partition { get; } = Keys.Partnership(Id);

    public static Identity Of(SlackActor actor) => new("slack", PretendPlatforms.SlackTeam, actor.User);

    public static Identity Of(TeamsActor actor) => new("teams", PretendPlatforms.TeamsTenant, actor.User);

    /// <param name="members">Who belongs to it; those with <see cref="Roles.Lead"/> lead an organisation of their own.</param>
    public static async Task BuildAsync(KeptRows kept, IReadOnlyList<(Identity Who, ConversationReference Reach, Roles Roles)> members, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        List<Change> changes =
        [
            Put(new Partnership(Id, "Harbour Homes Together", now, [], null).ToRow()),
            Put(new Organisation("o0", "Quayside Homes", OrganisationKind.Partner, false, null).ToRow()),
        ];
        for (var i = 0; i < members.Count; i++)
        {
            var (who, reach, roles) = members[i];
            var person = Person.Meet(kept.PersonId(who), reach, new Profile("Nia", "Europe/London", "en"));
            var member = new Member(Member.IdFor(Id, person.Id), person.Id, "Nia", roles == Roles.None ? "o0" : $"o{i + 1}", roles, person.Zone, person.Language, now, null, null);
            changes.Add(Put(member.ToRow()));
            if (roles != Roles.None) changes.Add(Put(new Organisation($"o{i + 1}", $"Partner {i + 1}", OrganisationKind.Partner, false, null).ToRow()));
            await kept.Tables.Main.CommitAsync(person.Partition, [Put(person.Join(new Membership(Id, member.Id, "Harbour Homes Together"), now).ToRow())], cancel);
            var hash = kept.Ring.Hash($"{who}");
            await kept.Tables.Main.CommitAsync(Keys.Directory(hash), [Put(new Row(Keys.Identity(hash), new Columns { ["person"] = person.Id }))], cancel);
        }

        var round = Core.Domain.Round.Begin(Round, "pulse", 1, true, "", now, now.AddDays(5));
        await kept.Rounds.BeginAsync(Round, cancel);
        changes.Add(Put((round with { InvitedTo = Core.Domain.Round.Everyone }).ToRow()));
        changes.Add(Put(new CurrentRounds(Round, "", null).ToRow()));
        await kept.Tables.Main.CommitAsync(Partition, changes, cancel);

        var opens = kept.Ring.Hash(CoreDirectory.InvitationName(Invitation.Clean(Code)));
        await kept.Tables.Main.CommitAsync(Keys.Directory(opens), [Put(new Invitation(Id, "o0", now.AddDays(7)).ToRow(opens))], cancel);
    }

    static Change Put(Row row) => new Change.Put(row);
}
