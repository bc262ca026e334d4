using System.Globalization;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary>One new person after another joins: each is a member once, in the partnership's rows and in their own.</summary>
/// <param name="platforms">Null to join in Slack.</param>
internal sealed class JoiningHabit(int number, PretendPlatforms? platforms) : Habit
{
    readonly List<Identity> begun = [];
    int acknowledged;

    protected override async Task OnceAsync(Courier courier, CancellationToken cancel)
    {
        var (slack, teams) = (
            new SlackActor(string.Create(CultureInfo.InvariantCulture, $"U0J{number}N{begun.Count:D5}")),
            new TeamsActor(string.Create(CultureInfo.InvariantCulture, $"5a5a5a5a-0000-4000-800{number}-{begun.Count:D12}")));
        lock (begun) begun.Add(platforms is null ? Harbour.Of(slack) : Harbour.Of(teams));
        await courier.DeliverAsync(platforms is null ? slack.Presses("join.yes", Harbour.Code) : teams.Presses(platforms, "join.yes", Harbour.Code, ""), cancel);
        Volatile.Write(ref acknowledged, begun.Count);
    }

    public override async Task CheckAsync(KeptRows kept, CancellationToken cancel)
    {
        foreach (var who in Begun().Take(Volatile.Read(ref acknowledged)))
            Assert.NotNull(await kept.Tables.Main.GetAsync(Harbour.Partition, Keys.MemberPrefix + Member.IdFor(Harbour.Id, kept.PersonId(who)), cancel));
    }

    public override async Task CheckAtLastAsync(KeptRows kept, Heard heard, CancellationToken cancel)
    {
        await CheckAsync(kept, cancel);
        foreach (var who in Begun())
        {
            var id = kept.PersonId(who);
            var person = Person.FromRow(id, (await kept.Tables.Main.GetAsync(Keys.Person(id), Keys.Profile, cancel))!);
            Assert.Equal([Member.IdFor(Harbour.Id, id)], person.Memberships.Select(membership => membership.Member));
        }
    }

    /// <summary>Everybody who joined, or was about to.</summary>
    public Identity[] Begun()
    {
        lock (begun) return [.. begun];
    }
}
