using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Everything held about one person, read from their own partition and from those of the partnerships they are or were in.</summary>
/// <param name="Own">The rows of their own partition.</param>
internal sealed record MyData(Person Person, IReadOnlyList<Row> Own, IReadOnlyList<MyPartnership> Partnerships)
{
    public static async Task<MyData> ReadAsync(TurnContext turn, Person person, CancellationToken cancel)
    {
        var own = new List<Row>();
        var mine = await turn.ReadOwnAsync(person, person.Partition, cancel) ?? throw new InvalidOperationException("A turn may read the person who asks. Ask as them, or in their partition.");
        foreach (var prefix in (string[])["draft|", "session|", Keys.LetterPrefix, Keys.DuePrefix])
            await foreach (var row in mine.QueryAsync(prefix, cancel)) own.Add(row);

        var partnerships = new List<MyPartnership>();
        foreach (var membership in person.Memberships.Concat(person.Left))
            if (await turn.ReadOwnAsync(person, Keys.Partnership(membership.Partnership), cancel) is { Member: { } member } rows)
                partnerships.Add(await MyPartnership.ReadAsync(rows, member, membership, turn, cancel));
        return new MyData(person, own, partnerships);
    }

    /// <summary>What the file says in words of its own, and marks of what was handled: these are not listed once more.</summary>
    static readonly string[] Told = [Keys.Profile, "draft|", "session|", Keys.LetterPrefix, Keys.DuePrefix, Keys.SeenPrefix, Keys.MemberPrefix];

    /// <summary>Every other row kept for the person, by the partnership's name, or the empty string in their own partition. It looks at every row and not at a list of kinds, so that what is added later is not forgotten here.</summary>
    public static async IAsyncEnumerable<(string Partnership, Row Row)> OthersAsync(TurnContext turn, Person person, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var places = person.Memberships.Concat(person.Left).Select(one => (one.Name, Partition: Keys.Partnership(one.Partnership))).Prepend(("", person.Partition));
        foreach (var (name, partition) in places)
            if (await turn.ReadOwnAsync(person, partition, cancel) is { } rows)
                await foreach (var row in rows.KeptAsync(cancel))
                    if (!Told.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal))) yield return (name, row);
    }

    public IEnumerable<Row> Of(string prefix) => Own.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Messages to the person that are on their way.</summary>
    public int Waiting => Of(Keys.DuePrefix).Count(row => Job.FromRow(row).Verb == Job.Send) + Partnerships.Sum(p => p.Waiting);

    /// <summary>Forms that were begun in a chat.</summary>
    public int HalfFilled => Of("session|").Count() + Partnerships.Count(p => p.Session is not null);
}

/// <summary>What one partnership holds about one person.</summary>
/// <param name="Name">The partnership's, as it is called now.</param>
/// <param name="Organisation">The name of the organisation they are or were there for.</param>
/// <param name="InvitedTo">When the check-ins they were asked in were opened, UTC.</param>
/// <param name="OpenRound">The check-in they can answer now; null when there is none.</param>
/// <param name="Session">A form that was begun in a chat; null when there is none.</param>
/// <param name="Waiting">Messages to the person that are on their way.</param>
internal sealed record MyPartnership(string Name, string Organisation, Member Member, IReadOnlyList<DateTimeOffset> InvitedTo, Round? OpenRound, Row? Session, int Waiting)
{
    public static async Task<MyPartnership> ReadAsync(OwnRows rows, Member member, Membership membership, TurnContext turn, CancellationToken cancel)
    {
        var profile = await rows.GetAsync(Keys.Profile, cancel);
        var organisation = await rows.GetAsync(Keys.OrganisationPrefix + member.OrganisationId, cancel);
        var (invited, open) = (new List<DateTimeOffset>(), (Round?)null);
        await foreach (var row in rows.QueryAsync(Keys.RoundPrefix, cancel))
        {
            var round = Round.FromRow(row);
            if (await rows.GetAsync(Invited.Prefix(round.Id) + member.Id, cancel) is not null) invited.Add(round.OpenedAt);
            if (member.IsActive && round.Takes(turn.Now)) open = round;
        }
        var waiting = 0;
        await foreach (var row in rows.QueryAsync(Keys.DuePrefix, cancel))
            if (Job.FromRow(row).Delivery?.Person == member.PersonId) waiting++;
        return new MyPartnership(
            profile?.Text("name") ?? membership.Name, organisation?.Text("name") ?? "", member, invited, open,
            await rows.GetAsync(Keys.Session(member.PersonId), cancel), waiting);
    }
}
