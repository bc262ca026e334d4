using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>A thing to do at a time: a message is due now, a check-in on Friday.</summary>
/// <param name="Id">Sorts in the order in which jobs were made, so that messages to one conversation keep theirs.</param>
/// <param name="Due">UTC, to the millisecond.</param>
/// <param name="Verb"><see cref="Send"/>, <see cref="Write"/>, <see cref="AskProfile"/>, <see cref="CountReaders"/>, <see cref="Purge"/>, or a verb of Routes.cs.</param>
/// <param name="Home">The partition that the verb's turn belongs to; for <see cref="Write"/> the one to write to.</param>
/// <param name="Value">Comes back as <c>Activity.Value</c>; for <see cref="Write"/> empty.</param>
/// <param name="Attempts">How often it was claimed.</param>
/// <param name="Begun">For a message that must never be sent twice: sending has begun, and how it ended is not known yet.</param>
/// <param name="Planned">When it was to be done, UTC, kept once it was claimed; null before.</param>
public sealed record Job(string Id, DateTimeOffset Due, string Verb, string Home, string Value, int Attempts, Delivery? Delivery = null, Row? Row = null, string? ETag = null, bool Begun = false, DateTimeOffset? Planned = null)
{
    /// <summary>Send a card.</summary>
    public const string Send = "send";
    /// <summary>Insert a row in another partition, unless it is there already.</summary>
    public const string Write = "write";
    /// <summary>Ask the platform about a person, then tell the person's partition.</summary>
    public const string AskProfile = "profile";
    /// <summary>Ask the platform who can read a conversation, then let the verb in <c>Value</c> happen with what it says.</summary>
    public const string CountReaders = "readers";
    /// <summary>Take the rows of old activities away.</summary>
    public const string Purge = "purge";

    public string Key => Keys.Due(Due, Id);

    /// <summary>What has to happen in order: messages to one conversation, turns of one partition.</summary>
    public string Lane => Delivery is null ? Home : Delivery.Person ?? Delivery.To!.Address;

    public Row ToRow(string? etag = null)
    {
        var columns = new Columns
        {
            ["verb"] = Verb,
            ["home"] = Home,
            ["value"] = Value,
            ["attempts"] = (long)Attempts,
            ["delivery"] = Delivery is null ? null : JsonSerializer.Serialize(Delivery, JobJson.Default.Delivery),
            ["rowKey"] = Row?.Key,
            ["begun"] = Begun ? true : null,
            ["planned"] = Planned,
        };
        if (Row is not null)
            foreach (var (name, value) in Row.Columns) columns["put" + name] = value;
        return new Row(Key, columns, etag);
    }

    /// <summary>The changes that put this job, as it is kept, off to another time.</summary>
    public IReadOnlyList<Change> MoveTo(Job later) => later.Key == Key
        ? [new Change.Put(later.ToRow(ETag))]
        : [new Change.Remove(Key, ETag!), new Change.Put(later.ToRow())];

    public static Job FromRow(Row row)
    {
        var due = row.Key.Split('|', 3);
        var delivery = row.Text("delivery");
        var rowKey = row.Text("rowKey");
        return new Job(due[2], Keys.ParseTime(due[1])!.Value, row.Text("verb"), row.Text("home"), row.Text("value"), (int)row.Number("attempts"),
            delivery.Length == 0 ? null : JsonSerializer.Deserialize(delivery, JobJson.Default.Delivery),
            rowKey.Length == 0 ? null : new Row(rowKey, row.Columns
                .Where(column => column.Key.StartsWith("put", StringComparison.Ordinal))
                .ToDictionary(column => column.Key[3..], column => column.Value, StringComparer.Ordinal)),
            row.ETag, row.Flag("begun"), row.Time("planned"));
    }
}

/// <summary>A card to send or to change.</summary>
/// <param name="Person">Whom to reach, wherever they are now unless <paramref name="To"/> says where; null in a conversation of several people.</param>
/// <param name="To">Where; null when it is wherever <paramref name="Person"/> is.</param>
/// <param name="CardId">The card's id: the message that holds it is noted once sent. Empty when nobody will change it.</param>
/// <param name="Replaces">The platform's id of the message to change; with <paramref name="CardId"/> and <see cref="Policy.Update"/> the noted one; else null.</param>
/// <param name="Started">Whether the bot starts this conversation: then pause, quiet hours and budget are obeyed; see <see cref="Starting"/>.</param>
/// <param name="TellsReaders">Whether the card ends with who can read it, where the platform tells.</param>
/// <param name="Chosen">For a post: who could read there when the place was chosen. If more can now, it is not sent and <see cref="Widened"/> happens; null when it does not matter.</param>
/// <param name="Budget">What it counts as among the messages that the bot starts; the same again is counted once. Null: it does not count.</param>
/// <param name="NowOrNever">Whether it leaves nothing behind: it is never put off, counted or kept, and goes only when its <paramref name="Budget"/>, if it has one, was counted before.</param>
/// <param name="Until">When it is of no use any more, UTC; then it is dropped, as it is when a day late. Null for never.</param>
/// <param name="Ask">A verb and its value, parted by a space, that decides anew when the message has to be put off; null when the message itself waits.</param>
public sealed record Delivery(
    string? Person, ConversationReference? To, Card Card, Policy Policy, string CardId = "", string? Replaces = null, bool Started = false, bool TellsReaders = false,
    Readers? Chosen = null, string? Budget = null, bool NowOrNever = false, DateTimeOffset? Until = null, string? Ask = null)
{
    /// <summary>The verb of a post that was held back, with who can read there now.</summary>
    public const string Widened = "channel.widened";
}

/// <summary>What happens when nobody can tell whether a message arrived.</summary>
public enum Policy
{
    /// <summary>It is sent again: twice does no harm.</summary>
    Replay,
    /// <summary>It is listed for the coordinator and never sent again.</summary>
    Once,
    /// <summary>It changes a known message, which is safe to repeat.</summary>
    Update,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Delivery))]
sealed partial class JobJson : JsonSerializerContext;
