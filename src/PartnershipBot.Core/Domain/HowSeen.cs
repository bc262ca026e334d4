using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>What one organisation, and nobody else, sees of a round's ratings between partners. An organisation that may see nothing has no such row.</summary>
/// <param name="Sides">The partners with whom both sides are laid open.</param>
public sealed record HowSeen(string Round, string Organisation, Seen Seen, IReadOnlyList<Side> Sides)
{
    public static string Key(string round, string organisation) => $"howseen|{round}|{organisation}";

    public static HowSeen FromRow(Row row)
    {
        var parts = row.Key.Split('|');
        return new HowSeen(parts[1], parts[2],
            JsonSerializer.Deserialize(row.Text("seen"), PairJson.Default.Seen)!,
            JsonSerializer.Deserialize(row.Text("sides"), PairJson.Default.IReadOnlyListSide)!);
    }

    public Row ToRow() => new(Key(Round, Organisation), new Columns
    {
        ["seen"] = JsonSerializer.Serialize(Seen, PairJson.Default.Seen),
        ["sides"] = JsonSerializer.Serialize(Sides, PairJson.Default.IReadOnlyListSide),
    });
}

/// <summary>A partner, and what both sides said of each other, in tenths.</summary>
public sealed record Side(string Partner, int Ours, int Theirs);

/// <summary>That the figures of a round's ratings between partners are made, once.</summary>
/// <param name="Gaps">The two figures for coordinators; null when they are not shown.</param>
/// <param name="ToldTo">The last member id that was told how their organisation is seen; <see cref="Domain.Round.Everyone"/> when all were; empty before.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record PairRound(string Round, Gaps? Gaps, string ToldTo, string? Version)
{
    public static string Key(string round) => "pairround|" + round;

    public static PairRound FromRow(Row row) => new(
        row.Key.Split('|')[1], row.Text("gaps") is { Length: > 0 } gaps ? JsonSerializer.Deserialize(gaps, PairJson.Default.Gaps) : null, row.Text("toldTo"), row.ETag);

    public Row ToRow() => new(Key(Round), new Columns
    {
        ["gaps"] = Gaps is null ? null : JsonSerializer.Serialize(Gaps, PairJson.Default.Gaps),
        ["toldTo"] = ToldTo,
    }, Version);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Seen))]
[JsonSerializable(typeof(Gaps))]
[JsonSerializable(typeof(IReadOnlyList<Side>))]
sealed partial class PairJson : JsonSerializerContext;
