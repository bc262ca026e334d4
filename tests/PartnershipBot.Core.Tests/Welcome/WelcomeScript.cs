using System.Text.RegularExpressions;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

/// <summary>A small town: Maeve of Quayside Homes in Teams, Sam of the Visiting Project in Slack, Joan of the tenants with neither.</summary>
public abstract partial class WelcomeScript : IAsyncDisposable
{
    protected const string Quayside = "Quayside Homes";
    protected const string Visiting = "The Visiting Project";
    protected const string Tenants = "Tenants' Group";
    protected const string Together = "Harbour Homes Together";

    protected WelcomeScript() => Script = new Script(site =>
    [
        // When the first check-in comes is Welcome's; what it then does is not.
        .. Routes.All(site).Where(route => route.Verb != "checkin.first"),
        new("checkin.first", Who.Clock, Home.Current, (turn, _) => Note(turn), []),
    ]);

    protected Script Script { get; }

    protected ScriptPerson Maeve { get; } = new("Maeve", "teams");

    protected ScriptPerson Sam { get; } = new("Sam", "slack");

    protected ScriptPerson Joan { get; } = new("Joan", "door") { Profile = null };

    /// <summary>When a first check-in was asked for.</summary>
    protected List<DateTimeOffset> FirstCheckIns { get; } = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Script.DisposeAsync();
    }

    /// <summary>Maeve starts the partnership of three.</summary>
    protected async Task StartAsync()
    {
        await Script.AsksAsync(Maeve, "partnership.start");
        await FillInStartAsync(Maeve);
    }

    protected Task FillInStartAsync(ScriptPerson who) =>
        Script.FillsInAsync(who, ("name", Together), ("own", Quayside), ("others", $"{Visiting}\n{Tenants}"), ("kind", "partner"));

    /// <summary>An invitation made by a coordinator.</summary>
    /// <returns>Its code, as it is spelled.</returns>
    protected async Task<string> InviteAsync(ScriptPerson who, string organisation)
    {
        await Script.SaysAsync(who, "invite");
        await Script.SaysAsync(who, organisation);
        return CodeIn(Script.Sees(who));
    }

    protected async Task JoinAsync(ScriptPerson who, string code)
    {
        await Script.SaysAsync(who, "join " + code);
        await Script.PressesAsync(who, "Join");
    }

    protected static string CodeIn(string words) => Code().Match(words) is { Success: true } found ? found.Groups["code"].Value : throw new InvalidOperationException("No code in: " + words);

    protected async Task<Person> PersonAsync(ScriptPerson who)
    {
        var id = PersonId(who);
        return Person.FromRow(id, (await Script.Tables.Main.GetAsync(Keys.Person(id), Keys.Profile, TestContext.Current.CancellationToken))!);
    }

    protected string PersonId(ScriptPerson who) => "u" + Script.Ring.Hash(who.Identity.ToString())[..20];

    /// <summary>The only partnership of this person.</summary>
    protected async Task<string> PartnershipAsync(ScriptPerson who) => Assert.Single((await PersonAsync(who)).Memberships).Partnership;

    protected async Task<IReadOnlyList<Member>> MembersAsync(string partnership) =>
        [.. (await Script.RowsAsync(Keys.Partnership(partnership))).Where(row => row.Key.StartsWith(Keys.MemberPrefix, StringComparison.Ordinal)).Select(Member.FromRow)];

    /// <summary>A member made in the store, for when how they came does not matter.</summary>
    protected async Task<ScriptPerson> AddAsync(string name, Roles roles, string code)
    {
        var who = new ScriptPerson(name, "slack");
        await JoinAsync(who, code);
        var partnership = await PartnershipAsync(who);
        var member = (await MembersAsync(partnership)).Single(m => m.PersonId == PersonId(who));
        await Script.Tables.Main.CommitAsync(Keys.Partnership(partnership), [new Change.Put((member with { Roles = roles }).ToRow())], TestContext.Current.CancellationToken);
        return who;
    }

    /// <summary>What a stranger's browser asks of an invitation's page.</summary>
    protected async Task<InvokeResponse> BrowsesAsync(string verb, string code) => await Script.Bot.TurnAsync(new Activity
    {
        Type = ActivityType.Invoke,
        Id = $"page-{verb}-{code}",
        Verb = verb,
        Value = code,
        Conversation = new ConversationReference("door", "", "", ConversationKind.Personal),
        AnswersInline = true,
    }, TestContext.Current.CancellationToken);

    protected static Card CardIn(InvokeResponse answer) => Assert.IsType<InvokeResponse.Show>(answer).Card;

    Task<InvokeResponse> Note(TurnContext turn)
    {
        FirstCheckIns.Add(turn.Now);
        return Task.FromResult(InvokeResponse.Ok);
    }

    [GeneratedRegex("join (?<code>[0-9A-Z]{5}-[0-9A-Z]{5})", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
