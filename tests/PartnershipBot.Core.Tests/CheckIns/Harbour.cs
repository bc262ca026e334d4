using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>A partnership of a few people in three channels; the first of them coordinates it.</summary>
sealed class Harbour : IAsyncDisposable
{
    public const string Id = "harbour";
    public const string Name = "Harbour Homes Together";
    static readonly string[] Names = ["Aoife", "Rhys", "Callum", "Priya", "Morag", "Dafydd", "Niamh", "Tom", "Sunita"];
    static readonly string[] Channels = ["slack", "teams", "door"];

    Harbour(Script script, IReadOnlyList<ScriptPerson> people) => (Script, People) = (script, people);

    public Script Script { get; }

    public IReadOnlyList<ScriptPerson> People { get; }

    public ScriptPerson Coordinator => People[0];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Partition => Keys.Partnership(Id);

    public static async Task<Harbour> OfAsync(int people, params string[] channels)
    {
        if (channels.Length == 0) channels = Channels;
        var script = new Script(Routes.All);
        var harbour = new Harbour(script, [.. Enumerable.Range(0, people).Select(i => new ScriptPerson(i < Names.Length ? Names[i] : $"Person{i}", channels[i % channels.Length]))]);
        await script.Tables.Main.CommitAsync(Partition,
        [
            new Change.Put(new Partnership(Id, Name, script.Clock.GetUtcNow(), [], null).ToRow()),
            new Change.Put(new Organisation("homes", "Quayside Homes", OrganisationKind.Partner, false, null).ToRow()),
        ], Cancel);
        foreach (var person in harbour.People) await harbour.JoinAsync(person);
        return harbour;
    }

    public Task JoinAsync(ScriptPerson who) => JoinAsync(who, "homes");

    /// <param name="confirmed">Whether somebody said that they are with their organisation.</param>
    public async Task JoinAsync(ScriptPerson who, string organisation, Roles roles = Roles.None, bool confirmed = true)
    {
        var now = Script.Clock.GetUtcNow();
        var person = await Script.Directory.MeetAsync(Script.Typed(who, "hello"), Cancel);
        var member = new Member(Member.IdFor(Id, person.Id), person.Id, who.Name, organisation, who == Coordinator ? Roles.Coordinator : roles, person.Zone, person.Language, now, null, null) { Confirmed = confirmed };
        await Script.Tables.Main.CommitAsync(Partition, [new Change.Put(member.ToRow())], Cancel);
        await Script.Tables.Main.CommitAsync(person.Partition, [new Change.Put(person.Join(new Membership(Id, member.Id, Name), now).ToRow())], Cancel);
    }

    public async Task HasAsync(Organisation organisation) => await Script.Tables.Main.CommitAsync(Partition, [new Change.Put(organisation.ToRow())], Cancel);

    public async Task<Partnership> PartnershipAsync() => Partnership.FromRow(Id, (await Script.Tables.Main.GetAsync(Partition, Keys.Profile, Cancel))!);

    /// <summary>Opens one; the last one is said to need no note.</summary>
    public async Task OpenAsync()
    {
        if ((await RoundsAsync()).Count > 0) await Script.SaysAsync(Coordinator, "nothing this time");
        await Script.SaysAsync(Coordinator, "open");
        await Script.PressesAsync(Coordinator, People.Count == 1 ? "Open for 1 person" : $"Open for {People.Count} people");
    }

    /// <summary>Lets the coordinator open a check-in with this pack.</summary>
    public async Task OpenAsync(string pack)
    {
        await Script.SaysAsync(Coordinator, $"open {pack}");
        await Script.PressesAsync(Coordinator, $"Open for {People.Count} people");
    }

    public async Task AnswersAsync(ScriptPerson who, string rel, string opn)
    {
        await Script.PressesAsync(who, "Answer now");
        await Script.FillsInAsync(who, ("REL1", rel), ("OPN1", opn));
    }

    public async Task CloseAsync()
    {
        await Script.SaysAsync(Coordinator, "close");
        await Script.PressesAsync(Coordinator, $"Close for {People.Count} people");
        await Script.TimePassesAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Lets a time come once more, as after a crash.</summary>
    public async Task ComesAsync(string verb, string value)
    {
        await Script.Bot.TurnAsync(new Activity
        {
            Type = ActivityType.Event,
            Id = $"{verb}{value}{Guid.NewGuid()}",
            Verb = verb,
            Value = value,
            Conversation = ConversationReference.Clock,
            Origin = new Origin(Partition),
        }, Cancel);
        await Script.Pump.SettleAsync(Cancel);
    }

    public async Task<IReadOnlyList<Round>> RoundsAsync() =>
        [.. (await Script.RowsAsync(Partition)).Where(row => row.Key.StartsWith(Keys.RoundPrefix, StringComparison.Ordinal)).Select(Round.FromRow)];

    public async Task<Round> RoundAsync() => Assert.Single(await RoundsAsync());

    public async Task<IReadOnlyList<Row>> OpenRowsAsync(string round)
    {
        var rows = new List<Row>();
        await foreach (var row in Script.Tables.Rounds.QueryAsync(Keys.Round(round), "!", "~", Cancel)) rows.Add(row);
        return rows;
    }

    public string PersonPartition(ScriptPerson who) => Keys.Person("u" + Script.Ring.Hash(who.Identity.ToString())[..20]);

    public string MemberId(ScriptPerson who) => Member.IdFor(Id, PersonPartition(who)["person|".Length..]);

    public ValueTask DisposeAsync() => Script.DisposeAsync();
}
