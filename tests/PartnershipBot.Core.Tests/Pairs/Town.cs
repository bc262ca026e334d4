using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Pairs;

/// <summary>A partnership of several organisations, with questions about partners on. The first person of the first organisation coordinates it.</summary>
sealed class Town : IAsyncDisposable
{
    public const string Id = "town";
    static readonly string[] Channels = ["slack", "teams", "door"];
    readonly Dictionary<ScriptPerson, string> organisations = [];

    public Script Script { get; } = new(Routes.All);

    public IReadOnlyList<ScriptPerson> People => [.. organisations.Keys];

    public ScriptPerson Coordinator => People[0];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static string Partition => Keys.Partnership(Id);

    /// <param name="organisations">Each with the number of its people; "+" before the name for one that holds the money, "^" for one that leads the contract.</param>
    public static async Task<Town> OfAsync(params (string Name, int People)[] organisations)
    {
        var town = new Town();
        await town.PutAsync(new Partnership(Id, "Harbour Homes Together", town.Script.Clock.GetUtcNow(), [Extra.Pairs], null).ToRow());
        foreach (var (name, people) in organisations)
        {
            var id = name.TrimStart('+', '^');
            await town.PutAsync(new Organisation(id, Named(id), name[0] == '^' ? OrganisationKind.PrimeContractor : OrganisationKind.Partner, name[0] == '+', null).ToRow());
            for (var i = 1; i <= people; i++) await town.JoinAsync(new ScriptPerson($"{Named(id)}{i}", Channels[town.organisations.Count % Channels.Length]), id);
        }
        return town;
    }

    /// <summary>An organisation's name, from its id.</summary>
    public static string Named(string id) => char.ToUpperInvariant(id[0]) + id[1..];

    public IReadOnlyList<ScriptPerson> Of(string organisation) => [.. organisations.Where(who => who.Value == organisation).Select(who => who.Key)];

    public ScriptPerson One(string organisation) => Of(organisation)[0];

    public async Task JoinAsync(ScriptPerson who, string organisation)
    {
        var now = Script.Clock.GetUtcNow();
        var person = await Script.Directory.MeetAsync(Script.Typed(who, "hello"), Cancel);
        await PutAsync(new Member(Member.IdFor(Id, person.Id), person.Id, who.Name, organisation, organisations.Count == 0 ? Roles.Coordinator : Roles.None, person.Zone, person.Language, now, null, null).ToRow());
        await Script.Tables.Main.CommitAsync(person.Partition, [new Change.Put(person.Join(new Membership(Id, Member.IdFor(Id, person.Id), "Harbour Homes Together"), now).ToRow())], Cancel);
        organisations[who] = organisation;
    }

    public string MemberId(ScriptPerson who) => Member.IdFor(Id, "u" + Script.Ring.Hash(who.Identity.ToString())[..20]);

    public async Task OpenAsync()
    {
        await Script.SaysAsync(Coordinator, "open");
        await Script.PressesAsync(Coordinator, $"Open for {People.Count} people");
    }

    /// <summary>Closes it, and lets the round's own figures be made.</summary>
    public async Task CloseAsync()
    {
        await Script.SaysAsync(Coordinator, "close");
        await Script.PressesAsync(Coordinator, $"Close for {People.Count} people");
        await Script.TimePassesAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>The same, and something about the partnership changes while the last answers are waited for.</summary>
    public async Task CloseWhenAsync(Func<Partnership, Partnership> change)
    {
        await Script.SaysAsync(Coordinator, "close");
        await Script.PressesAsync(Coordinator, $"Close for {People.Count} people");
        await ChangeAsync(change);
        await Script.TimePassesAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>Opens the first form about a partner.</summary>
    public async Task LooksAtAsync(ScriptPerson who, string partner) => await Script.AsksAsync(who, "pairs.about", $"{(await RoundAsync()).Id}|{partner}");

    /// <param name="scores">Reliable, open, same aim, heard; three scores leave the last as not yet told.</param>
    /// <param name="yes">What is said yes to before rating: compare, few, power.</param>
    public async Task RatesAsync(ScriptPerson who, string partner, string scores, params string[] yes)
    {
        await LooksAtAsync(who, partner);
        await Script.FillsInAsync(who, [("CON1", "2"), .. yes.Select(id => (id, "yes"))]);
        await Script.FillsInAsync(who, ("DRE1", scores[..1]), ("DOP1", scores[1..2]), ("DAL1", scores[2..3]), ("DHE1", scores.Length > 3 ? scores[3..] : "NC"));
    }

    /// <summary>Everybody but its own people rates one partner.</summary>
    public async Task AllRateAsync(string partner, string scores, params string[] yes)
    {
        foreach (var (who, organisation) in organisations)
            if (organisation != partner) await RatesAsync(who, partner, scores, yes);
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

    public async Task<Round> RoundAsync() => (await RowsAsync(Keys.RoundPrefix)).Select(Round.FromRow).MaxBy(round => round.OpenedAt)!;

    public async Task<IReadOnlyList<Row>> RowsAsync(string prefix) =>
        [.. (await Script.RowsAsync(Partition)).Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal))];

    public async Task ChangeAsync(Func<Partnership, Partnership> change) =>
        await PutAsync(change(Partnership.FromRow(Id, (await Script.Tables.Main.GetAsync(Partition, Keys.Profile, Cancel))!)).ToRow());

    public ValueTask DisposeAsync() => Script.DisposeAsync();

    Task PutAsync(Row row) => Script.Tables.Main.CommitAsync(Partition, [new Change.Put(row)], Cancel);
}
