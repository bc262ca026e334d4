using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Whether a partnership needs another coordinator, and whom one of those who lead has named.</summary>
/// <param name="NeededAt">Since when, UTC; null when it is not needed.</param>
/// <param name="ToldTo">How far those who lead were told, as a member id; <see cref="Round.Everyone"/> when all were; empty before.</param>
/// <param name="Named">The member who was named; empty when nobody is.</param>
/// <param name="NamedBy">The member who named them.</param>
/// <param name="HereAt">When somebody who coordinates last said that they see to it, UTC; null when never.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
internal sealed record Succession(DateTimeOffset? NeededAt, string ToldTo, string Named, string NamedBy, DateTimeOffset? HereAt, string? Version)
{
    const string Key = "succession";

    public static async Task<Succession> ReadAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Key, cancel) is { } row
            ? new(row.Time("neededAt"), row.Text("toldTo"), row.Text("named"), row.Text("namedBy"), row.Time("hereAt"), row.ETag)
            : new(null, "", "", "", null, null);

    public Row ToRow() => new(Key, new Columns
    {
        ["neededAt"] = NeededAt,
        ["toldTo"] = ToldTo,
        ["named"] = Named,
        ["namedBy"] = NamedBy,
        ["hereAt"] = HereAt,
    }, Version);
}
