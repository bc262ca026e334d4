using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Storage;
using Directory = PartnershipBot.Core.Conversation.Directory;

namespace PartnershipBot.Core.Tests;

/// <summary>Plays a conversation: Says, Presses, FillsIn, TimePasses, and what each person Sees. The whole bot on real SQLite, with a moved clock.</summary>
public sealed class Script : IAsyncDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
    readonly SqliteTable main;
    readonly SqliteTable openRounds;
    readonly CancellationTokenSource stop = new();
    readonly DueIndex index;
    readonly Task pumping;
    int made;

    /// <param name="routes">What the bot answers to, given where the site is.</param>
    public Script(Func<Site, IEnumerable<Route>> routes)
    {
        main = new SqliteTable(Path.Combine(folder, "bot.db"));
        openRounds = new SqliteTable(Path.Combine(folder, "bot.rounds.db"));
        Tables = new Tables(main, openRounds);
        Ring = new KeyRing([.. Enumerable.Range(1, 32).Select(n => (byte)n)], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))]);
        var logging = LoggerFactory.Create(builder => builder.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        index = new DueIndex(Tables, Clock);
        var queue = new WorkQueue();
        Router = new Router(routes(new Site(() => new Uri("https://bot.example/"), "Harbour Support")));
        Directory = new Directory(Tables, Ring, index, queue, Clock);
        Rounds = new OpenRounds(Tables, Ring, Clock);
        var seen = new SeenActivities(Tables);
        Bot = new Bot(Router, Directory, Tables, Rounds, Ring, index, queue, seen, Clock, logging.CreateLogger<Bot>());
        Pump = new Pump(Tables, index, queue, Bot, new Deliverer(Tables, Directory, [Slack, Teams, Door], index, Clock), seen, Clock, logging.CreateLogger<Pump>());
        pumping = Pump.RunAsync(stop.Token);
    }

    /// <summary>Tuesday 24 November 2026, 09:30 in London.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero));

    internal WrittenLog Log { get; } = new();
    public Desk Slack { get; } = new("slack");
    public Desk Teams { get; } = new("teams");
    public Desk Door { get; } = new("door");
    public Tables Tables { get; }
    public KeyRing Ring { get; }
    public Router Router { get; }
    public Directory Directory { get; }
    public OpenRounds Rounds { get; }
    public Bot Bot { get; }
    public Pump Pump { get; }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Types words in the chat with the bot.</summary>
    public Task SaysAsync(ScriptPerson who, string text) => DoesAsync(who, Typed(who, text), null);

    public Activity Typed(ScriptPerson who, string text) => New(who) with { Type = ActivityType.Message, Text = text };

    /// <summary>Presses the newest button with this label that the person sees.</summary>
    public Task PressesAsync(ScriptPerson who, string label) => DoesAsync(who, Press(who, label), Holding(who, label).Id);

    /// <summary>The press, to be delivered by the test itself.</summary>
    public Activity Press(ScriptPerson who, string label)
    {
        var (id, card, button) = Holding(who, label);
        return New(who) with
        {
            Type = ActivityType.Invoke,
            Verb = button.Verb,
            Value = button.Value,
            Origin = card.Origin,
            MessageId = id,
            AnswersInline = who.Channel == "door",
        };
    }

    /// <summary>Fills in the open form and sends it; what is not named keeps what it holds.</summary>
    public Task FillsInAsync(ScriptPerson who, params (string Id, string Value)[] answers) => DoesAsync(who, Filled(who, answers), who.FormMessage);

    public Activity Filled(ScriptPerson who, params (string Id, string Value)[] answers)
    {
        var form = who.Form ?? throw new InvalidOperationException($"{who.Name} has no open form. The last answer was: {who.Answer}");
        var inputs = form.Inputs.ToDictionary(input => input.Id, input => input.Given, StringComparer.Ordinal);
        foreach (var (id, value) in answers)
            inputs[id] = inputs.ContainsKey(id) ? value : throw new InvalidOperationException($"Form '{form.Verb}' has no input '{id}'. It has: {string.Join(", ", inputs.Keys)}");
        return New(who) with
        {
            Type = ActivityType.Invoke,
            Verb = form.Verb,
            Value = form.Value,
            Origin = form.Origin,
            Inputs = inputs,
            MessageId = who.FormMessage,
            AnswersInline = who.Channel == "door",
        };
    }

    /// <summary>A verb without a card, such as an event of the platform or a page of the Door.</summary>
    public Task AsksAsync(ScriptPerson who, string verb, string value = "", params (string Id, string Value)[] inputs) =>
        DoesAsync(who, New(who) with
        {
            Type = ActivityType.Invoke,
            Verb = verb,
            Value = value,
            AnswersInline = who.Channel == "door",
            Inputs = inputs.ToDictionary(input => input.Id, input => input.Value, StringComparer.Ordinal),
        }, null);

    /// <summary>Delivers an activity and lets the bot finish all that follows at once.</summary>
    public async Task<InvokeResponse> DoesAsync(ScriptPerson who, Activity activity, string? message)
    {
        who.Answer = await Bot.TurnAsync(activity, Cancel);
        CheckVerbs(who.Answer);
        (who.Form, who.Errors, who.FormMessage) = who.Answer switch
        {
            InvokeResponse.Open open => (open.Form, [], message),
            InvokeResponse.Invalid invalid => (invalid.Form, invalid.Errors, message),
            _ => (null, Array.Empty<InputError>(), null),
        };
        await Pump.SettleAsync(Cancel);
        foreach (var card in Cards(who)) CheckVerbs(new InvokeResponse.Show(card));
        return who.Answer;
    }

    /// <summary>Whatever can be pressed or sent has a handler.</summary>
    void CheckVerbs(InvokeResponse shown)
    {
        IEnumerable<string> verbs = shown switch
        {
            InvokeResponse.Show show => show.Card.Elements.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<Button>().Select(button => button.Verb),
            InvokeResponse.Open open => [open.Form.Verb],
            InvokeResponse.Invalid invalid => [invalid.Form.Verb],
            _ => [],
        };
        foreach (var verb in verbs)
            if (Router.Find(verb) is null && !verb.StartsWith("form.", StringComparison.Ordinal))
                throw new InvalidOperationException($"Nothing answers to '{verb}'. Add it to the routes.");
    }

    /// <summary>Moves the clock, stopping at each minute at which something may be due.</summary>
    public async Task TimePassesAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (await index.NextAsync(Clock.GetUtcNow(), Cancel) is { } next && next <= end)
        {
            Clock.SetUtcNow(next);
            await Pump.SettleAsync(Cancel);
        }
        Clock.SetUtcNow(end);
        await Pump.SettleAsync(Cancel);
    }

    /// <summary>Every card the person has, oldest first; what the last request answered by itself comes last.</summary>
    public IReadOnlyList<Card> Cards(ScriptPerson who)
    {
        var cards = DeskOf(who).SelectMany(desk => desk).Select(letter => letter.Message.Card).ToList();
        if (who is { Channel: "door", Answer: InvokeResponse.Show show }) cards.Add(show.Card);
        return cards;
    }

    /// <summary>The words of the newest card.</summary>
    public string Sees(ScriptPerson who) => Cards(who) is { Count: > 0 } cards ? Words(cards[^1]) : "";

    /// <summary>All words of all cards the person has.</summary>
    public string HasSeen(ScriptPerson who) => string.Join("\n---\n", Cards(who).Select(Words));

    public static string Words(Card card) => string.Join('\n', card.Elements.Select(element => element switch
    {
        TextBlock text => text.Text,
        FactSet facts => string.Join('\n', facts.Facts.Select(fact => $"{fact.Name}: {fact.Value}")),
        ActionSet actions => string.Join(' ', actions.Actions.Select(action => $"[{action.Label}]")),
        Picture picture => picture.Alt,
        _ => "",
    }));

    /// <summary>Every row of a partition of the main table.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(string partition)
    {
        var rows = new List<Row>();
        await foreach (var row in Tables.Main.QueryAsync(partition, "!", "~", Cancel)) rows.Add(row);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await pumping.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await main.DisposeAsync();
        await openRounds.DisposeAsync();
        stop.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    Activity New(ScriptPerson who) => new()
    {
        Type = ActivityType.Message,
        Id = "a" + (++made).ToString(CultureInfo.InvariantCulture),
        From = who.Identity,
        Conversation = who.Chat,
        Reach = who.Chat,
        Profile = who.Profile,
        At = Clock.GetUtcNow(),
    };

    IEnumerable<IReadOnlyList<(string Id, Message Message)>> DeskOf(ScriptPerson who)
    {
        var desk = who.Channel switch { "slack" => Slack, "teams" => Teams, _ => Door };
        yield return desk.At(who.Name);
        // The Door's address is the person's id, which is made from the identity.
        if (who.Channel == "door") yield return desk.At("u" + Ring.Hash(who.Identity.ToString())[..20]);
    }

    (string? Id, Card Card, Button Button) Holding(ScriptPerson who, string label)
    {
        var letters = DeskOf(who).SelectMany(desk => desk).Select(letter => ((string?)letter.Id, letter.Message.Card)).ToList();
        if (who is { Channel: "door", Answer: InvokeResponse.Show show }) letters.Add((null, show.Card));
        for (var i = letters.Count - 1; i >= 0; i--)
        {
            var button = letters[i].Card.Elements.OfType<ActionSet>().SelectMany(set => set.Actions).OfType<Button>().FirstOrDefault(b => b.Label == label);
            if (button is not null) return (letters[i].Item1, letters[i].Card, button);
        }
        throw new InvalidOperationException($"{who.Name} sees no button '{label}'. They see:\n{HasSeen(who)}");
    }
}
