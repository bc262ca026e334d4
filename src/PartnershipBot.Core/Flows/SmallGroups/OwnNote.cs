using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.SmallGroups;

/// <summary>What a person answered for themself, in their own partition alone. The next one takes its place.</summary>
/// <param name="Given">Question id to what was chosen; no free text.</param>
/// <param name="At">UTC.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record OwnNote(string Partnership, IReadOnlyDictionary<string, string> Given, DateTimeOffset At, string? Version)
{
    public const string Prefix = "own-note|";

    public static string Key(string partnership) => Prefix + partnership;

    public static OwnNote FromRow(Row row) => new(
        row.Key[Prefix.Length..], JsonSerializer.Deserialize(row.Text("given"), CardJson.Default.DictionaryStringString)!, row.Time("at")!.Value, row.ETag);

    public Row ToRow() => new(Key(Partnership), new Columns
    {
        ["given"] = JsonSerializer.Serialize(new Dictionary<string, string>(Given, StringComparer.Ordinal), CardJson.Default.DictionaryStringString),
        ["at"] = At,
    }, Version);
}
