using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>A person of a partner who joined.</summary>
/// <param name="Name">As the others see it; at most 80 characters.</param>
/// <param name="LeftAt">UTC; null while they are a member.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Member(
    string Id,
    string PersonId,
    string Name,
    string OrganisationId,
    Roles Roles,
    string Zone,
    string Language,
    DateTimeOffset JoinedAt,
    DateTimeOffset? LeftAt,
    string? Version)
{
    /// <summary>When the bot may write first to them, as their own row has it.</summary>
    public SendTime SendTime { get; init; } = SendTime.In(Zone);

    public bool IsActive => LeftAt is null;

    /// <summary>Whether somebody who leads their organisation has said that they are with it. Until then they do not count towards five.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>The id of a person who joins this partnership now; it stays theirs when they move to another platform.</summary>
    public static string IdFor(string partnershipId, string personId) => "m" + Keys.Hash($"{partnershipId}|{personId}");

    public static Member FromRow(Row row) => new(
        row.Key[Keys.MemberPrefix.Length..], row.Text("person"), row.Text("name"), row.Text("organisation"),
        (Roles)row.Number("roles"), row.Text("zone"), row.Text("language"), row.Time("joinedAt")!.Value, row.Time("leftAt"), row.ETag)
    {
        SendTime = SendTime.FromRow(row, row.Text("zone")),
        Confirmed = !row.Flag("unconfirmed"),
    };

    public Row ToRow()
    {
        var columns = new Columns
        {
            ["person"] = PersonId,
            ["name"] = Name,
            ["organisation"] = OrganisationId,
            ["roles"] = (long)Roles,
            ["zone"] = Zone,
            ["language"] = Language,
            ["joinedAt"] = JoinedAt,
            ["leftAt"] = LeftAt,
            ["unconfirmed"] = Confirmed ? null : true,
        };
        SendTime.AddTo(columns);
        return new Row(Keys.MemberPrefix + Id, columns, Version);
    }
}

/// <summary>What a member may do beyond answering and promising. They add up.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Lead = 1,
    Coordinator = 2,
    Commissioner = 4,
}
