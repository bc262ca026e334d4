using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Faults;

/// <summary>Files of a partnership as they are before anything is killed; each try begins with a copy of its own.</summary>
sealed class PreparedRound : IDisposable
{
    public const string Id = "harbour", Round = "r0";

    /// <summary>More than go in one commit, of whom most have left since: so that no step is one write.</summary>
    const int Answers = 95;
    static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
    readonly ScriptPerson coordinator = new(Everybody[0], "slack");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IReadOnlyList<string> Everybody { get; } = [.. Enumerable.Range(0, 7).Select(i => string.Create(CultureInfo.InvariantCulture, $"Person{i}"))];

    public static string Partition => Keys.Partnership(Id);

    /// <summary>Some people, and no round yet.</summary>
    public static async Task<PreparedRound> NoneAsync()
    {
        var prepared = new PreparedRound();
        await using var host = prepared.Host(prepared.folder, new Desk("slack"), Life.Whole, Start);
        List<Change> changes =
        [
            Put(new Partnership(Id, "Harbour Homes Together", Start, [], null).ToRow()),
            Put(new Organisation("homes", "Quayside Homes", OrganisationKind.Partner, false, null).ToRow()),
        ];
        foreach (var name in Everybody)
        {
            var who = new ScriptPerson(name, "slack");
            var person = await host.Directory.MeetAsync(Typed(who), Cancel);
            var member = new Member(Member.IdFor(Id, person.Id), person.Id, who.Name, "homes", name == Everybody[0] ? Roles.Coordinator : Roles.None, person.Zone, person.Language, Start, null, null);
            changes.Add(Put(member.ToRow()));
            await host.Tables.Main.CommitAsync(person.Partition, [Put(person.Join(new Membership(Id, member.Id, "Harbour Homes Together"), Start).ToRow())], Cancel);
        }
        await host.Tables.Main.CommitAsync(Partition, changes, Cancel);
        return prepared;
    }

    /// <summary>The same people in an open round that many have answered.</summary>
    /// <param name="chance">What they answered.</param>
    public static async Task<PreparedRound> AnsweredAsync(Random chance)
    {
        var prepared = await NoneAsync();
        await using var host = prepared.Host(prepared.folder, new Desk("slack"), Life.Whole, Start);
        await host.Rounds.BeginAsync(Round, Cancel);
        for (var i = 0; i < Answers; i++)
        {
            var given = new Dictionary<string, string> { ["REL1"] = Answer(chance), ["OPN1"] = Answer(chance) };
            await host.Rounds.SaveAsync(Round, string.Create(CultureInfo.InvariantCulture, $"m{i}"), new OpenAnswers(given, null, $"o{i % 4}"), Cancel);
        }
        var round = Core.Domain.Round.Begin(Round, "pulse", 1, true, "", Start, Start.AddDays(5));
        await host.Tables.Main.CommitAsync(Partition, [Put((round with { InvitedTo = Core.Domain.Round.Everyone }).ToRow()), Put(new CurrentRounds(Round, "", null).ToRow())], Cancel);
        return prepared;
    }

    /// <summary>A copy of the files, with nothing running on them.</summary>
    public string Copy()
    {
        var copy = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
        foreach (var file in System.IO.Directory.GetFiles(folder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public MortalHost Host(string files, Desk desk, Life life, DateTimeOffset? now = null) => new(files, new FakeTimeProvider(now ?? Start.AddHours(1)), desk, life);

    /// <summary>The coordinator presses. When the process dies under it, they get no answer.</summary>
    /// <returns>Whether they got one.</returns>
    public async Task<bool> PressesAsync(MortalHost host, string verb, string value, string id)
    {
        try
        {
            await host.Bot.TurnAsync(Typed(coordinator) with { Type = ActivityType.Invoke, Id = id, Verb = verb, Value = value, Origin = new Origin(Partition), At = host.Clock.GetUtcNow() }, Cancel);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    static Activity Typed(ScriptPerson who) => new() { Type = ActivityType.Message, Id = "hello", From = who.Identity, Conversation = who.Chat, Reach = who.Chat, Profile = who.Profile, At = Start };

    static string Answer(Random chance) => chance.Next(8) switch { 0 => "DK", 1 => "PNA", var n => ((n - 1) % 5 + 1).ToString(CultureInfo.InvariantCulture) };

    static Change.Put Put(Row row) => new(row);
}
