using System.Text.Json;

namespace PartnershipBot.Playground.Slack;

/// <summary>
/// A pretend Slack workspace. Its people speak to the bot through signed requests, and the bot speaks to it through the Web API that
/// <see cref="SlackWebApi.MapSlackTown"/> serves.
/// </summary>
public sealed partial class SlackTown
{
    readonly SlackPayloads _payloads;
    readonly SlackDelivery _delivery;

    /// <param name="http">Reaches the bot.</param>
    /// <param name="time">The town's time: message ids, event times, and how long a trigger lives. Signatures carry the system's time.</param>
    public SlackTown(SlackTownOptions options, HttpClient http, TimeProvider time)
    {
        Options = options;
        State = new SlackState(options, time, Bell);
        _delivery = new SlackDelivery(options, http);
        _payloads = new SlackPayloads(options, State, time, id => new Uri(Own, "response/" + id));
        Api = new SlackApiMethods(options, State, _payloads);
    }

    public SlackTownOptions Options { get; }

    /// <summary>Base address of the bot.</summary>
    public Uri? BotAddress
    {
        get => _delivery.BotAddress;
        set => _delivery.BotAddress = value;
    }

    /// <summary>Where this town itself is mapped, ending in a slash; response addresses begin with it.</summary>
    public Uri? OwnAddress { get; set; }

    /// <summary>Asked before each Web API call with the method's name; a fault makes that call go wrong.</summary>
    public Func<string, TownFault?>? Fault { get; set; }

    /// <summary>Rings at every change.</summary>
    public TownBell Bell { get; } = new();

    /// <summary>Every Web API call so far.</summary>
    public IReadOnlyList<SlackCall> Calls => State.Calls;

    internal SlackState State { get; }
    internal SlackApiMethods Api { get; }

    Uri Own => OwnAddress ?? throw new InvalidOperationException("The town does not know its own address. Set OwnAddress.");

    /// <summary>The person's conversation with the app, oldest first, with what only this person sees.</summary>
    public IReadOnlyList<SlackMessage> DmOf(string user) => MessagesIn(Person(user).DirectMessages);

    /// <summary>Everything in a conversation, oldest first, messages for one person only included.</summary>
    public IReadOnlyList<SlackMessage> MessagesIn(string channel) =>
        State.Read(messages => messages.Where(message => message.Channel == channel).ToList());

    /// <summary>The person's open modals, the one in front last; empty when none is open.</summary>
    public IReadOnlyList<SlackView> ModalOf(string user) => State.Stack(Person(user).Id);

    /// <summary>The person's Home tab; null until the bot published one.</summary>
    public SlackView? HomeOf(string user) => State.Home(Person(user).Id);

    /// <summary>Completes as soon as the town looks like <paramref name="met"/>.</summary>
    public Task WaitForAsync(Func<SlackTown, bool> met, CancellationToken cancel) => Bell.WaitForAsync(() => met(this), cancel);

    /// <summary>Finds a person by user id or name.</summary>
    public SlackPerson Person(string user) => Options.People.FirstOrDefault(person => person.Id == user || person.Name == user)
        ?? throw new InvalidOperationException($"Nobody called \"{user}\" is in the workspace.");

    SlackRoom Room(string channel) => Options.Rooms.FirstOrDefault(room => room.Id == channel || room.Name == channel)
        ?? throw new InvalidOperationException($"There is no channel \"{channel}\" in the workspace.");

    SlackMessage MessageAt(string ts) => State.Read(messages => messages.FirstOrDefault(message => message.Ts == ts))
        ?? throw new InvalidOperationException($"There is no message \"{ts}\" in the workspace.");

    SlackView? ViewAt(string user, string id) =>
        State.Stack(user).FirstOrDefault(view => view.Id == id) ?? (State.Home(user) is { } home && home.Id == id ? home : null);

    static JsonElement NoBlocks { get; } = JsonSerializer.SerializeToElement(Array.Empty<object>());
}
