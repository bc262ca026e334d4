namespace PartnershipBot.Playground.Teams;

/// <summary>
/// The pretend Teams of some organisations. Their people speak to the bot through activities with a service's token, and the bot speaks to it
/// through the Connector, the token address and the keys that <see cref="TeamsConnector.MapTeamsTown"/> serves.
/// </summary>
public sealed partial class TeamsTown : IDisposable
{
    readonly TeamsPayloads _payloads;
    readonly TeamsDelivery _delivery;

    /// <param name="http">Reaches the bot.</param>
    /// <param name="time">The town's time: message ids and timestamps. Tokens carry the system's time.</param>
    public TeamsTown(TeamsTownOptions options, HttpClient http, TimeProvider time)
    {
        Options = options;
        State = new TeamsState(time, Bell);
        _delivery = new TeamsDelivery(http, Tokens);
        _payloads = new TeamsPayloads(time, () => ServiceUrl.ToString());
    }

    public TeamsTownOptions Options { get; }

    /// <summary>Base address of the bot.</summary>
    public Uri? BotAddress
    {
        get => _delivery.BotAddress;
        set => _delivery.BotAddress = value;
    }

    /// <summary>Where this town itself is mapped, ending in a slash.</summary>
    public Uri? OwnAddress { get; set; }

    /// <summary>What activities name as their serviceUrl.</summary>
    public Uri ServiceUrl => new(Own, "_connector/");

    /// <summary>Where the signing keys are described.</summary>
    public Uri OpenIdMetadata => new(Own, "v1/.well-known/openidconfiguration");

    /// <summary>Asked before each call with the operation of <see cref="TeamsCall"/>; a fault makes that call go wrong.</summary>
    public Func<string, TownFault?>? Fault { get; set; }

    /// <summary>Rings at every change.</summary>
    public TownBell Bell { get; } = new();

    /// <summary>Every call of the bot so far.</summary>
    public IReadOnlyList<TeamsCall> Calls => State.Calls;

    internal TeamsState State { get; }
    internal TeamsTokens Tokens { get; } = new();

    internal Uri Own => OwnAddress ?? throw new InvalidOperationException("The town does not know its own address. Set OwnAddress.");

    /// <summary>The person's chat with the bot, oldest first.</summary>
    public IReadOnlyList<TeamsMessage> ChatOf(string person) => MessagesIn(Person(person).Chat);

    /// <summary>Everything in a conversation, its threads included, oldest first.</summary>
    public IReadOnlyList<TeamsMessage> MessagesIn(string conversation) =>
        State.Read(messages => messages.Where(message => message.Conversation == conversation).ToList());

    /// <summary>The dialog that the person has open; null when none is.</summary>
    public TeamsDialog? DialogOf(string person) => State.Dialog(Person(person).Mri);

    /// <summary>What the last press said in passing; null when it said nothing.</summary>
    public string? ToastOf(string person) => State.Toast(Person(person).Mri);

    /// <summary>True while the bot is installed for the person.</summary>
    public bool HasInstalled(string person) => State.Installed(Person(person).Chat);

    /// <summary>Completes as soon as the town looks like <paramref name="met"/>.</summary>
    public Task WaitForAsync(Func<TeamsTown, bool> met, CancellationToken cancel) => Bell.WaitForAsync(() => met(this), cancel);

    /// <summary>Finds a person by object id, mri or name, in any organisation.</summary>
    public TeamsPerson Person(string person) => Options.Tenants.SelectMany(tenant => tenant.People)
        .FirstOrDefault(known => known.AadObjectId == person || known.Mri == person || known.Name == person)
        ?? throw new InvalidOperationException($"Nobody called \"{person}\" is in these organisations.");

    TeamsPlace ChatWith(string person) => TeamsPlace.Of(Options, Person(person).Chat);

    TeamsPlace Room(string room) => TeamsPlace.Of(Options, Options.Tenants.SelectMany(tenant => tenant.Rooms)
        .FirstOrDefault(known => known.Id == room || known.Name == room)?.Id ?? room);

    TeamsMessage MessageAt(string id) => State.Read(messages => messages.FirstOrDefault(message => message.Id == id))
        ?? throw new InvalidOperationException($"There is no message \"{id}\".");

    TeamsPlace PlaceOf(TeamsMessage message) =>
        TeamsPlace.Of(Options, message.Conversation) is var place && message.Root is not null ? place with { Root = message.Root } : place;

    public void Dispose() => Tokens.Dispose();
}
