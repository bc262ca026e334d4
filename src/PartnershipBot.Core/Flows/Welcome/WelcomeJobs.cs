using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What <c>partnership.create</c> needs to make a partnership.</summary>
/// <param name="Organisation">The creator's own.</param>
/// <param name="Kind">See <see cref="StartForm.Kinds"/>.</param>
/// <param name="Nation">Whose public holidays the creator keeps; null for the likeliest of their zone.</param>
internal sealed record NewPartnership(string PersonId, string PersonName, string Zone, string Language, string Name, string Organisation, string Kind, IReadOnlyList<string> Others, Domain.Nation? Nation = null)
{
    public override string ToString() => JsonSerializer.Serialize(this, WelcomeJson.Default.NewPartnership);

    public static NewPartnership Parse(string json) => JsonSerializer.Deserialize(json, WelcomeJson.Default.NewPartnership)!;
}

/// <summary>What <c>person.joined</c> tells the person's own partition.</summary>
/// <param name="Name">The partnership's.</param>
/// <param name="PersonName">What they gave as their name; empty when they gave none.</param>
/// <param name="DoorKey">The hash of their three words; empty for people of Slack and Teams.</param>
internal sealed record JoinedPartnership(string PartnershipId, string MemberId, string Name, string PersonName, string DoorKey)
{
    public override string ToString() => JsonSerializer.Serialize(this, WelcomeJson.Default.JoinedPartnership);

    public static JoinedPartnership Parse(string json) => JsonSerializer.Deserialize(json, WelcomeJson.Default.JoinedPartnership)!;
}

/// <summary>What <c>member.zone</c> tells a partnership.</summary>
/// <param name="Time">When the bot may write first; null when only the zone is known.</param>
internal sealed record MovedZone(string MemberId, string Zone, Domain.SendTime? Time = null)
{
    public override string ToString() => JsonSerializer.Serialize(this, WelcomeJson.Default.MovedZone);

    public static MovedZone Parse(string json) => JsonSerializer.Deserialize(json, WelcomeJson.Default.MovedZone)!;
}

[JsonSerializable(typeof(NewPartnership))]
[JsonSerializable(typeof(JoinedPartnership))]
[JsonSerializable(typeof(MovedZone))]
sealed partial class WelcomeJson : JsonSerializerContext;
