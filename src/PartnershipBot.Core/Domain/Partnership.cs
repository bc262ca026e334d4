using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>Organisations working together.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="Features">What was switched on beyond check-ins, promises and voices; see <see cref="Feature"/>.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Partnership(string Id, string Name, DateTimeOffset StartedAt, IReadOnlyList<string> Features, string? Version)
{
    /// <summary>Until when it counts as one that had to happen, UTC; null when it is voluntary.</summary>
    public DateTimeOffset? MandatedUntil { get; init; }

    public bool IsMandated(DateTimeOffset now) => MandatedUntil > now;

    /// <summary>Whether people are asked about single partners: never while the partnership is one that had to happen.</summary>
    public bool AsksAboutPartners(DateTimeOffset now) => Features.Contains(Feature.Pairs) && !IsMandated(now);

    /// <summary>Whose public holidays its check-ins wait for.</summary>
    public Nation Nation { get; init; } = Nation.EnglandAndWales;

    public static Partnership FromRow(string id, Row row) => new(
        id, row.Text("name"), row.Time("startedAt")!.Value, row.Text("features").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ETag)
    {
        MandatedUntil = row.Time("mandatedUntil"),
        Nation = Nations.Parse(row.Text("nation")) ?? Nation.EnglandAndWales,
    };

    public Row ToRow() => new(Keys.Profile, new Columns
    {
        ["name"] = Name,
        ["startedAt"] = StartedAt,
        ["features"] = string.Join(' ', Features),
        ["mandatedUntil"] = MandatedUntil,
        ["nation"] = Nation.ToString(),
    }, Version);
}

/// <summary>A partner.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="HoldsMoney">Whether it funds or commissions the others; such a partner sees results after them.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Organisation(string Id, string Name, OrganisationKind Kind, bool HoldsMoney, string? Version)
{
    /// <summary>Whether it leads the contract or holds the money: it sees no ratings between partners, those about itself included, unless every rater chose that before rating.</summary>
    public bool HasPower => HoldsMoney || Kind is OrganisationKind.PrimeContractor or OrganisationKind.Funder;

    public static Organisation FromRow(Row row) => new(
        row.Key[Keys.OrganisationPrefix.Length..], row.Text("name"), Enum.Parse<OrganisationKind>(row.Text("kind")), row.Flag("holdsMoney"), row.ETag);

    public Row ToRow() => new(Keys.OrganisationPrefix + Id, new Columns
    {
        ["name"] = Name,
        ["kind"] = Kind.ToString(),
        ["holdsMoney"] = HoldsMoney,
    }, Version);
}

public enum OrganisationKind { Partner, PrimeContractor, Funder, UserGroup }
