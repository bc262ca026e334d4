using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>Organisations working together.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="Features">What was switched on beyond check-ins, promises and voices; see <see cref="Extra"/>.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Partnership(string Id, string Name, DateTimeOffset StartedAt, IReadOnlyList<string> Features, string? Version)
{
    /// <summary>Whether people are asked about single partners: never while the partnership is one that had to happen.</summary>
    public bool AsksAboutPartners(DateTimeOffset now) => Features.Contains(Extra.Pairs) && !IsMandated(now);

    /// <summary>How long a partnership that somebody was made to join starts small.</summary>
    public static readonly TimeSpan StartsSmallFor = TimeSpan.FromDays(90);

    /// <summary>Whose public holidays its check-ins wait for.</summary>
    public Nation Nation { get; init; } = Nation.EnglandAndWales;

    /// <summary>Until when it is treated as one that had to happen, UTC; null when everybody who leads chose it or was nudged.</summary>
    public DateTimeOffset? MandatedUntil { get; init; }

    /// <summary>What happens to the answers of a check-in.</summary>
    public Sharing Sharing { get; init; }

    /// <summary>Whether it is treated as one that had to happen: then no organisation is asked about another.</summary>
    public bool IsMandated(DateTimeOffset now) => MandatedUntil > now;

    public static Partnership FromRow(string id, Row row) => new(
        id, row.Text("name"), row.Time("startedAt")!.Value, row.Text("features").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ETag)
    {
        Nation = Nations.Parse(row.Text("nation")) ?? Nation.EnglandAndWales,
        MandatedUntil = row.Time("mandatedUntil"),
        Sharing = Enum.TryParse<Sharing>(row.Text("sharing"), out var sharing) ? sharing : Sharing.Sealed,
    };

    public Row ToRow() => new(Keys.Profile, new Columns
    {
        ["name"] = Name,
        ["startedAt"] = StartedAt,
        ["features"] = string.Join(' ', Features),
        ["nation"] = Nation.ToString(),
        ["mandatedUntil"] = MandatedUntil,
        ["sharing"] = Sharing.ToString(),
    }, Version);
}

/// <summary>What happens to the answers of a check-in.</summary>
public enum Sharing
{
    /// <summary>They are mixed, and nobody can tell afterwards who said what. It takes five people.</summary>
    Sealed,
    /// <summary>Each keeps their own.</summary>
    PrivateNotes,
    /// <summary>The others read them with the name: everybody said yes to it.</summary>
    ByName,
}

/// <summary>A partner.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="HoldsMoney">Whether it funds or commissions the others; such a partner sees results after them.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Organisation(string Id, string Name, OrganisationKind Kind, bool HoldsMoney, string? Version)
{
    /// <summary>Whether it leads the contract or holds the money: it sees no ratings between partners, those about itself included, unless every rater chose that before rating.</summary>
    public bool HasPower => HoldsMoney || Kind is OrganisationKind.PrimeContractor or OrganisationKind.Funder;

    /// <summary>Whether its people see the result of a check-in after the others have talked about it.</summary>
    public bool HearsLater => HoldsMoney || Kind == OrganisationKind.Funder;

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
