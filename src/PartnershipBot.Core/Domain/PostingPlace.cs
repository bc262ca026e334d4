using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>The channel or group that a partnership's results are posted in, besides being sent to each member.</summary>
/// <param name="Readers">Who could read there when a coordinator said yes; while asked or paused, who can now.</param>
/// <param name="AskedBy">The person who chose it.</param>
/// <param name="LastPost">UTC; null before the first.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record PostingPlace(ConversationReference To, PostingState State, Readers? Readers, string AskedBy, DateTimeOffset? LastPost, string? Version)
{
    public const string Key = "posting";

    /// <summary>At most one post in this time.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    public static PostingPlace FromRow(Row row) => new(
        JsonSerializer.Deserialize(row.Text("to"), CardJson.Default.ConversationReference)!, Enum.Parse<PostingState>(row.Text("state")),
        row.Text("readers") is { Length: > 0 } readers ? Conversation.Readers.Parse(readers) : null, row.Text("askedBy"), row.Time("lastPost"), row.ETag);

    public Row ToRow() => new(Key, new Columns
    {
        ["to"] = JsonSerializer.Serialize(To, CardJson.Default.ConversationReference),
        ["state"] = State.ToString(),
        ["readers"] = Readers?.ToString() ?? "",
        ["askedBy"] = AskedBy,
        ["lastPost"] = LastPost,
    }, Version);
}

public enum PostingState
{
    /// <summary>Named, and waiting for a coordinator's yes.</summary>
    Asked,
    /// <summary>Results are posted.</summary>
    On,
    /// <summary>More people can read there than when it was chosen: waiting for a coordinator's word.</summary>
    Paused,
}
