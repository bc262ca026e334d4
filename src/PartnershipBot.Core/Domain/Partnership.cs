using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>Organisations working together.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="Features">What was switched on beyond check-ins, promises and voices; see <see cref="Feature"/>.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Partnership(string Id, string Name, DateTimeOffset StartedAt, IReadOnlyList<string> Features, string? Version)
{
    public const int KeptYears = 3;

    /// <summary>How many years results, notes and the log are kept: 1, 2, 3 or 6.</summary>
    public int KeepYears { get; init; } = KeptYears;

    /// <summary>Whose public holidays its check-ins wait for.</summary>
    public Nation Nation { get; init; } = Nation.EnglandAndWales;

    public static Partnership FromRow(string id, Row row) => new(
        id, row.Text("name"), row.Time("startedAt")!.Value, row.Text("features").Split(' ', StringSplitOptions.RemoveEmptyEntries), row.ETag)
    {
        KeepYears = row.Number("keepYears") is > 0 and var years ? (int)years : KeptYears,
        Nation = Nations.Parse(row.Text("nation")) ?? Nation.EnglandAndWales,
    };

    public Row ToRow() => new(Keys.Profile, new Columns
    {
        ["name"] = Name,
        ["startedAt"] = StartedAt,
        ["features"] = string.Join(' ', Features),
        ["keepYears"] = (long)KeepYears,
        ["nation"] = Nation.ToString(),
    }, Version);
}

/// <summary>A partner.</summary>
/// <param name="Name">At most 80 characters, on one line.</param>
/// <param name="HoldsMoney">Whether it funds or commissions the others; such a partner sees results after them.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Organisation(string Id, string Name, OrganisationKind Kind, bool HoldsMoney, string? Version)
{
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
