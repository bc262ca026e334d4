using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>One opening of a check-in. It holds no count of answers: who answered, and what, is known to the rounds store alone.</summary>
/// <param name="Pack">The id of the question pack.</param>
/// <param name="First">Whether it is the partnership's first, which hides what asks about "last time".</param>
/// <param name="OpenedBy">The member who opened it; empty when it opened by itself.</param>
/// <param name="ClosesAt">UTC.</param>
/// <param name="ClosedAt">When its answers and their keys were gone, UTC; null before.</param>
/// <param name="InvitedTo">The last member id that was invited; <see cref="Everyone"/> when all were; empty before.</param>
/// <param name="PublishedTo">The last member id that was sent the result; <see cref="Everyone"/> when all were; empty before.</param>
/// <param name="Result">What was published, as JSON; empty until closed.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Round(
    string Id,
    string Pack,
    int PackVersion,
    bool First,
    string OpenedBy,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    RoundState State,
    DateTimeOffset? ClosedAt,
    string InvitedTo,
    string PublishedTo,
    string Result,
    string? Version)
{
    /// <summary>The ids of what it asks, in order, as they were when it opened, with spaces between them.</summary>
    public string Questions { get; init; } = "";

    /// <summary>When everybody gets the result, UTC, while each organisation sees first how it is seen; null when nothing is waited for.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>How long each organisation knows how it is seen before everybody gets the result.</summary>
    public static readonly TimeSpan SeenFirst = TimeSpan.FromHours(24);

    /// <summary>Whether the result is there but not to be shown yet.</summary>
    public bool IsHeldBack(DateTimeOffset now) => now < PublishAt;

    /// <summary>Sorts after every member id.</summary>
    public const string Everyone = "~";

    /// <summary>How long after closing the answers of turns that had begun before may still be written.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(60);

    /// <summary>Whether an answer that comes now counts.</summary>
    public bool Takes(DateTimeOffset now) => State == RoundState.Open && now < ClosesAt;

    public static Round Begin(string id, string pack, int packVersion, bool first, string openedBy, DateTimeOffset now, DateTimeOffset closesAt) =>
        new(id, pack, packVersion, first, openedBy, now, closesAt, RoundState.Open, null, "", "", "", null);

    public static Round FromRow(Row row) => new(
        row.Key[Keys.RoundPrefix.Length..], row.Text("pack"), (int)row.Number("packVersion"), row.Flag("first"), row.Text("openedBy"),
        row.Time("openedAt")!.Value, row.Time("closesAt")!.Value, Enum.Parse<RoundState>(row.Text("state")), row.Time("closedAt"),
        row.Text("invitedTo"), row.Text("publishedTo"), row.Text("result"), row.ETag)
    {
        Questions = row.Text("questions"),
        PublishAt = row.Time("publishAt"),
    };

    public Row ToRow() => new(Keys.RoundPrefix + Id, new Columns
    {
        ["pack"] = Pack,
        ["packVersion"] = (long)PackVersion,
        ["first"] = First,
        ["openedBy"] = OpenedBy,
        ["openedAt"] = OpenedAt,
        ["closesAt"] = ClosesAt,
        ["state"] = State.ToString(),
        ["closedAt"] = ClosedAt,
        ["invitedTo"] = InvitedTo,
        ["publishedTo"] = PublishedTo,
        ["result"] = Result,
        ["questions"] = Questions,
        ["publishAt"] = PublishAt,
    }, Version);
}

public enum RoundState
{
    /// <summary>Answers are taken.</summary>
    Open,
    /// <summary>No new answers; those on their way are waited for, then all are sealed.</summary>
    Closing,
    /// <summary>The figures are made; the answers and their keys are gone.</summary>
    Closed,
}

/// <summary>Which round of a partnership is open and which one closed last: one row, so that two cannot open at once.</summary>
/// <param name="Open">The id of the round that is open or closing; empty when none is.</param>
/// <param name="Last">The id of the round that closed last; empty when none did.</param>
/// <param name="Version">The row's ETag; null when no round ever was.</param>
public sealed record CurrentRounds(string Open, string Last, string? Version)
{
    public const string Key = "checkins";

    public static CurrentRounds FromRow(Row? row) => row is null ? new("", "", null) : new(row.Text("open"), row.Text("last"), row.ETag);

    public bool NoneEver => Version is null;

    public Row ToRow() => new(Key, new Columns { ["open"] = Open, ["last"] = Last }, Version);
}

/// <summary>That a member was invited to a round. It never says whether they answered.</summary>
/// <param name="AskAgain">Whether they asked to be asked again in an hour.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Invited(string Round, string Member, bool AskAgain, string? Version)
{
    /// <summary>When they will be asked again as they wished, UTC; null when they did not ask for it.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>The invitations of one round; the member id follows.</summary>
    public static string Prefix(string round) => $"invited|{round}|";

    /// <summary>The id of the card that asks the member.</summary>
    public static string CardId(string round, string member) => $"invite.{round}.{member}";

    public static Invited FromRow(Row row)
    {
        var parts = row.Key.Split('|');
        return new Invited(parts[1], parts[2], row.Flag("askAgain"), row.ETag) { AgainAt = row.Time("againAt") };
    }

    public Row ToRow() => new(Prefix(Round) + Member, new Columns { ["askAgain"] = AskAgain, ["againAt"] = AgainAt }, Version);
}
