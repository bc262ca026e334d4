using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Who is being taken out of a partnership, and how far that has got.</summary>
/// <param name="Address">Where they are reached alone, as the platform has it.</param>
/// <param name="After">The last row key that was looked at; empty before the first.</param>
internal sealed record Erased(string Member, string Person, string Address, string After)
{
    public override string ToString() => JsonSerializer.Serialize(this, PrivacyJson.Default.Erased);

    public static Erased Parse(string json) => JsonSerializer.Deserialize(json, PrivacyJson.Default.Erased)!;

    /// <summary>Whether the row names them.</summary>
    public bool IsIn(Row row) => Names(row.Key) || row.Columns.Values.OfType<string>().Any(Names);

    /// <summary>Whether the row is about them alone: by its key, or as a message or a task of theirs.</summary>
    public bool Owns(Row row) => Names(row.Key) || new[] { Keys.DuePrefix, Keys.DeadPrefix, Keys.Sent("") }.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    public Row TakenOutOf(Row row) => row with
    {
        Columns = row.Columns.ToDictionary(column => column.Key, column => column.Value is string text ? Without(text) : column.Value, StringComparer.Ordinal),
    };

    bool Names(string text) =>
        text.Contains(Member, StringComparison.Ordinal) || text.Contains(Person, StringComparison.Ordinal) || Address.Length > 0 && text.Contains(Quoted, StringComparison.Ordinal);

    string Without(string text) =>
        text.Replace(Member, "", StringComparison.Ordinal).Replace(Person, "", StringComparison.Ordinal).Replace(Quoted, "\"\"", StringComparison.Ordinal);

    /// <summary>As it stands in a reference that is kept: a whole JSON string, so that no part of another's is meant.</summary>
    [JsonIgnore]
    string Quoted => $"\"{JsonEncodedText.Encode(Address)}\"";
}

[JsonSerializable(typeof(Erased))]
sealed partial class PrivacyJson : JsonSerializerContext;
