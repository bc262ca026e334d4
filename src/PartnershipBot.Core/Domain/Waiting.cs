using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>A card that was not sent because the month's messages were used up; it waits in the person's own partition until they look.</summary>
/// <param name="Key">Sorts what goes first to the front.</param>
/// <param name="Until">When it is of no use any more, UTC; null for never.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Waiting(string Key, Card Card, DateTimeOffset? Until, string? Version)
{
    public const string Prefix = "waiting|";

    /// <param name="what">What it would have been counted as.</param>
    public static Waiting For(string what, Card card, DateTimeOffset? until) => new($"{Prefix}{(Budget.IsFirst(what) ? 1 : 2)}|{what}", card, until, null);

    public static Waiting FromRow(Row row) => new(row.Key, JsonSerializer.Deserialize(row.Text("card"), CardJson.Default.Card)!, row.Time("until"), row.ETag);

    public Row ToRow() => new(Key, new Columns { ["card"] = JsonSerializer.Serialize(Card, CardJson.Default.Card), ["until"] = Until }, Version);
}
