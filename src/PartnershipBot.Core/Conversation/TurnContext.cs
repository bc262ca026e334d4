using System.Globalization;
using System.Security.Cryptography;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>What came in, what is known, and what is to change. A handler reads from it and records on it; nothing happens until Bot commits.</summary>
public sealed partial class TurnContext
{
    /// <summary>How long a job is claimed when it is made or taken: longer than a slow send.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    readonly Tables tables;
    readonly OpenRounds rounds;
    readonly Sealing sealing;
    readonly KeyRing ring;
    readonly string stem;
    readonly Dictionary<string, Change> changes = new(StringComparer.Ordinal);
    readonly List<Job> jobs = [];
    readonly List<Func<CancellationToken, Task>> before = [];
    int made;

    internal TurnContext(Activity activity, string home, Person? person, DateTimeOffset now, Tables tables, OpenRounds rounds, KeyRing ring)
    {
        (Activity, Home, Person, Now, this.tables, this.rounds, this.ring) = (activity, home, person, now, tables, rounds, ring);
        sealing = new Sealing(tables, rounds);
        ActivityHash = ring.Hash($"{activity.Conversation.Channel}|{activity.Id}");
        stem = $"{Keys.Time(now)}.{ActivityHash[..16]}";
    }

    public Activity Activity { get; private set; }

    /// <summary>The partition that this turn reads and writes.</summary>
    public string Home { get; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Who asks; null for a time that came and for a stranger's page.</summary>
    public Person? Person { get; }

    /// <summary>Who asks, as a member of the partnership that is the home; null when they are not.</summary>
    public Member? Member { get; internal set; }

    /// <summary>What the invitation in <c>Activity.Value</c> opens; null when the verb has none.</summary>
    public Invitation? Invitation { get; internal init; }

    /// <summary>Whether the person sees the bot as web pages, where there is nothing to type.</summary>
    public bool IsOnAPage => Activity.Conversation.Channel == "door";

    /// <summary>The language to answer in: a BCP 47 tag.</summary>
    public string Language => Person?.Language is { Length: > 0 } language ? language : "en";

    /// <summary>The zone to tell times in: an IANA id.</summary>
    public string Zone => Person?.Zone ?? Person.DefaultZone;

    /// <summary>The id of the partnership that is the home; the empty string when the home is a person's.</summary>
    public string PartnershipId => Home.StartsWith("partnership|", StringComparison.Ordinal) ? Home["partnership|".Length..] : "";

    // Reads, all of this home.

    public Task<Row?> GetAsync(string key, CancellationToken cancel) => tables.Main.GetAsync(Home, key, cancel);

    /// <summary>The rows whose keys start with the prefix, in order.</summary>
    public IAsyncEnumerable<Row> QueryAsync(string prefix, CancellationToken cancel) => tables.Main.QueryAsync(Home, prefix, Keys.After(prefix), cancel);

    /// <summary>The rows with from &lt;= key &lt; to, in order.</summary>
    public IAsyncEnumerable<Row> QueryAsync(string from, string to, CancellationToken cancel) => tables.Main.QueryAsync(Home, from, to, cancel);

    /// <summary>The rows of the asker's own partition with from &lt;= key &lt; to, in order; none when nobody asks.</summary>
    public IAsyncEnumerable<Row> QueryOwnAsync(string from, string to, CancellationToken cancel) =>
        Person is null ? AsyncEnumerable.Empty<Row>() : tables.Main.QueryAsync(Person.Partition, from, to, cancel);

    /// <summary>Reads another partition for the person who asks, or whose partition is the home: their own, or that of a partnership they are or were in.</summary>
    /// <returns>Null when it is not theirs to read.</returns>
    public async Task<OwnRows?> ReadOwnAsync(Person person, string partition, CancellationToken cancel) =>
        person.Id == Person?.Id || Home == person.Partition ? await OwnRows.OfAsync(tables.Main, person, partition, cancel) : null;

    // What is to change.

    /// <summary>Inserts the row when it has no ETag, else replaces it. The last change to a row counts.</summary>
    public void Save(Row row) => changes[row.Key] = new Change.Put(row);

    public void Remove(Row row) => changes[row.Key] = new Change.Remove(row.Key, row.ETag ?? throw new ArgumentException($"Row '{row.Key}' was not read, so it cannot be removed.", nameof(row)));

    /// <summary>Inserts a row in another partition soon after the commit, unless it is there already.</summary>
    public void SaveElsewhere(string partition, Row row) => Add(new Job(NextJob(), Now, Job.Write, partition, "", 0, Row: row));

    /// <summary>Lets a verb happen at a time, in this home or in another.</summary>
    public void Schedule(string verb, DateTimeOffset due, string value = "", string? home = null) =>
        Add(new Job(NextJob(), due < Now ? Now : due, verb, home ?? Home, value, 0));

    /// <summary>Writes a line into the log that all members of this partnership can read, in the same commit.</summary>
    /// <param name="what">One of the names in <see cref="LogEntry"/>; once a turn.</param>
    /// <param name="by">A member's id, empty for the bot; null for who asks.</param>
    public void Note(string what, string? by = null, string about = "", long number = 0)
    {
        Save(new LogEntry(Now, $"{ActivityHash[..16]}.{what}", what, by ?? Member?.Id ?? "", about, number, null).ToRow());
        Schedule("retention.begin", Now);
    }

    /// <summary>Takes everything in this home away, once what waits here to be sent is sent.</summary>
    public void EraseHome() => Add(new Job(NextJob(), Now, Job.Erase, Home, "", 0));

    /// <summary>Answers where the activity came from.</summary>
    /// <param name="tellsReaders">Whether the card ends with who can read it.</param>
    public void Reply(Card card, bool tellsReaders = false) =>
        Add(new Job(NextJob(), Now, Job.Send, Home, "", 0, new Delivery(Asker, Activity.Conversation, Ready(card), Policy.Replay, card.Origin?.CardId ?? "", TellsReaders: tellsReaders)));

    /// <summary>Sends a card to a person, wherever they are.</summary>
    /// <param name="started">Whether the bot starts this conversation: then pause, quiet hours and budget are obeyed.</param>
    /// <param name="budget">What a started message counts as; null counts it by itself, <see cref="Budget.Free"/> does not count it.</param>
    /// <param name="nowOrNever">Whether it leaves nothing behind: it is never put off, counted or kept, and goes only when its budget was counted before.</param>
    /// <param name="until">When it is of no use any more, UTC; null for never.</param>
    /// <param name="ask">A verb and its value, parted by a space, that decides anew when the message has to be put off; null when the message itself waits.</param>
    public void Send(
        string personId, Card card, Policy policy = Policy.Replay, bool started = false, string? budget = null, bool nowOrNever = false, DateTimeOffset? until = null, string? ask = null)
    {
        var id = NextJob();
        var counts = started && budget != Budget.Free ? budget ?? id : null;
        Add(new Job(id, Now, Job.Send, Home, "", 0, new Delivery(
            personId, null, Ready(card), policy, card.Origin?.CardId ?? "", Started: started, Budget: counts, NowOrNever: nowOrNever, Until: until, Ask: ask)));
    }

    /// <summary>Changes the card that was sent to a person earlier, when it was.</summary>
    public void Update(string personId, Card card) =>
        Add(new Job(NextJob(), Now, Job.Send, Home, "", 0, new Delivery(personId, null, Ready(card), Policy.Update, card.Origin!.CardId)));

    /// <summary>Posts a card where several people read. When more can read there than <paramref name="chosen"/>, <see cref="Delivery.Widened"/> happens instead.</summary>
    public void Post(ConversationReference to, Card card, Readers chosen) =>
        Add(new Job(NextJob(), Now, Job.Send, Home, "", 0, new Delivery(null, to, Ready(card), Policy.Replay, TellsReaders: true, Chosen: chosen)));

    /// <summary>Asks the platform who can read a conversation; the verb then happens with what it says, as <see cref="Readers"/> writes it, or the empty string when it does not tell.</summary>
    public void CountReaders(ConversationReference where, string verb) =>
        Add(new Job(NextJob(), Now, Job.CountReaders, Home, verb, 0, new Delivery(null, where, new Card("-", []), Policy.Replay)));

    // Cards with a life of their own.

    /// <summary>Gives a card a row, so that a late press can be told from a timely one.</summary>
    /// <param name="id">Unique in this home; the same again when the turn runs again.</param>
    /// <param name="drawVerb">The verb that shows the card as it is now.</param>
    public Card Live(Card card, string id, string drawVerb, string value = "")
    {
        Save(new Row(Keys.Card(id), new Columns { ["step"] = 1L, ["verb"] = drawVerb, ["value"] = value }));
        return card with { Origin = new Origin(Home, id, 1) };
    }

    /// <summary>Moves the pressed card on: presses from before are now stale. Does nothing when the pressed card has no row.</summary>
    public async Task MoveOnAsync(string drawVerb, string value, CancellationToken cancel)
    {
        if (Activity.Origin is not { CardId.Length: > 0 } origin || await GetAsync(Keys.Card(origin.CardId), cancel) is not { } row) return;
        Save(row with { Columns = new Columns { ["step"] = row.Number("step") + 1, ["verb"] = drawVerb, ["value"] = value } });
    }

    // Names and secrets.

    /// <summary>A new id, the same again when the turn runs again: letters and digits.</summary>
    public string NewId(string prefix) => prefix + Keys.Hash(ActivityHash + (++made).ToString(CultureInfo.InvariantCulture))[..16];

    /// <summary>What is kept of a secret or of an outside id: its keyed hash, 26 characters.</summary>
    public string Hash(string text) => ring.Hash(text);

    /// <summary>New random bytes; others when the turn runs again.</summary>
    public static byte[] NewSecret(int bytes) => RandomNumberGenerator.GetBytes(bytes);

    // For Bot.

    /// <summary>Changes the message that was pressed.</summary>
    internal void Replace(string messageId, Card card) =>
        Add(new Job(NextJob(), Now, Job.Send, Home, "", 0, new Delivery(Asker, Activity.Conversation, Ready(card), Policy.Update, card.Origin?.CardId ?? "", messageId)));

    /// <summary>The pressed card has moved on: the turn goes on as the verb that shows it as it is now.</summary>
    internal void Redirect(string verb, string value) => Activity = Activity with { Verb = verb, Value = value, Inputs = Activity.NoInputs };

    /// <summary>A form was filled in by chatting: the turn goes on as if it had been sent.</summary>
    internal void FillIn(Form form, IReadOnlyDictionary<string, string> given) =>
        Activity = Activity with { Verb = form.Verb, Value = form.Value, Inputs = given, Origin = form.Origin };

    internal string ActivityHash { get; }

    internal IReadOnlyDictionary<string, Change> Changes => changes;

    internal IReadOnlyList<Job> Jobs => jobs;

    internal IReadOnlyList<Func<CancellationToken, Task>> Before => before;

    internal bool HasChanges => changes.Count + jobs.Count + before.Count > 0;

    internal Card Ready(Card card)
    {
        CardLimits.Check(card);
        return card.Origin is null ? card with { Origin = new Origin(Home) } : card;
    }

    internal Form Ready(Form form)
    {
        CardLimits.Check(form);
        return form.Origin is null ? form with { Origin = Activity.Origin is { } origin && origin.Home == Home ? origin : new Origin(Home) } : form;
    }

    // Whatever this person is sent keeps its order, wherever it is decided.
    string? Asker => Activity.Conversation.Kind == ConversationKind.Personal ? Person?.Id : null;

    void Add(Job job) => jobs.Add(job);

    string NextJob() => string.Create(CultureInfo.InvariantCulture, $"{stem}.{jobs.Count:D3}");
}
