using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>One human, with or without partnerships.</summary>
/// <param name="Name">As their platform shows it, or empty.</param>
/// <param name="Zone">An IANA zone id; Europe/London until their platform or they say otherwise.</param>
/// <param name="Language">A BCP 47 tag; en until their platform says otherwise.</param>
/// <param name="Hour">The hour of their day at which the bot may start a conversation, 0 to 23.</param>
/// <param name="Reach">Where to reach them alone.</param>
/// <param name="Home">The partition that typed words belong to now.</param>
/// <param name="HomeBefore">The one before, for a while after a switch; empty when none.</param>
/// <param name="SwitchedAt">When <paramref name="Home"/> last changed, UTC; null when never.</param>
/// <param name="PausedUntil">No message that the bot starts before this time, UTC; null when not paused; <see cref="ForNow"/> when until they say so.</param>
/// <param name="DoorKey">For the Door: the hash of the three words, else empty.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Person(
    string Id,
    string Name,
    string Zone,
    string Language,
    int Hour,
    ConversationReference Reach,
    string Home,
    string HomeBefore,
    DateTimeOffset? SwitchedAt,
    DateTimeOffset? PausedUntil,
    IReadOnlyList<Membership> Memberships,
    string DoorKey,
    string? Version)
{
    public const string DefaultZone = "Europe/London";
    public const int DefaultHour = 10;
    public static readonly DateTimeOffset ForNow = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long typed words are also understood in the home before.</summary>
    public static readonly TimeSpan KeepHomeBefore = TimeSpan.FromHours(25);

    /// <summary>Whose public holidays they keep; null for the likeliest of their zone.</summary>
    public Nation? Nation { get; init; }

    /// <summary>The days on which the bot may write first.</summary>
    public Weekdays Days { get; init; } = Weekdays.MondayToFriday;

    /// <summary>The hours of their day between which the bot may write first: from 0 to 23, until 1 to 24.</summary>
    public (int From, int Until) Hours { get; init; } = (SendTime.DefaultFrom, SendTime.DefaultUntil);

    /// <summary>How many messages a month the bot may start; <see cref="Budget.NoLimit"/> when as many as come.</summary>
    public int MostMessages { get; init; } = Budget.Default;

    public SendTime SendTime => new(Zone, Nation ?? Nations.Of(Zone), Days, Hours.From, Hours.Until, Hour);

    public string Partition => Keys.Person(Id);

    public bool IsPaused(DateTimeOffset now) => PausedUntil > now;

    public static Person Meet(string id, ConversationReference reach, Profile? profile) => new(
        id, profile?.Name ?? "", OrElse(profile?.Zone, DefaultZone), OrElse(profile?.Language, "en"), DefaultHour,
        reach, Keys.Person(id), "", null, null, [], "", null);

    /// <summary>Takes over what a platform tells, where nothing was known.</summary>
    public Person Told(Profile profile) => this with
    {
        Name = OrElse(Name, profile.Name),
        Zone = Zone == DefaultZone ? OrElse(profile.Zone, Zone) : Zone,
        Language = Language == "en" ? OrElse(profile.Language, Language) : Language,
    };

    public Person SwitchTo(string home, DateTimeOffset now) =>
        home == Home ? this : this with { Home = home, HomeBefore = Home, SwitchedAt = now };

    public Person Join(Membership membership, DateTimeOffset now) =>
        (this with { Memberships = [.. Memberships.Where(m => m.Partnership != membership.Partnership), membership] })
        .SwitchTo(Keys.Partnership(membership.Partnership), now);

    public Person Leave(string partnership, DateTimeOffset now)
    {
        var left = this with { Memberships = [.. Memberships.Where(m => m.Partnership != partnership)] };
        return Home != Keys.Partnership(partnership)
            ? left
            : left.SwitchTo(left.Memberships.Count > 0 ? Keys.Partnership(left.Memberships[0].Partnership) : Partition, now) with { HomeBefore = "" };
    }

    public static Person FromRow(string id, Row row)
    {
        var time = SendTime.FromRow(row, DefaultZone);
        return new Person(
            id, row.Text("name"), row.Text("zone"), row.Text("language"), (int)row.Number("hour"),
            JsonSerializer.Deserialize(row.Text("reach"), CardJson.Default.ConversationReference)!,
            row.Text("home"), row.Text("homeBefore"), row.Time("switchedAt"), row.Time("pausedUntil"),
            [.. row.Text("memberships").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Membership.Parse)],
            row.Text("doorKey"), row.ETag)
        {
            Nation = Nations.Parse(row.Text("nation")),
            Days = time.Days,
            Hours = (time.From, time.Until),
            MostMessages = row.Number("mostMessages") is not 0 and var most ? (int)most : Budget.Default,
        };
    }

    public Row ToRow() => new(Keys.Profile, new Columns
    {
        ["name"] = Name,
        ["zone"] = Zone,
        ["language"] = Language,
        ["hour"] = (long)Hour,
        ["reach"] = JsonSerializer.Serialize(Reach, CardJson.Default.ConversationReference),
        ["home"] = Home,
        ["homeBefore"] = HomeBefore,
        ["switchedAt"] = SwitchedAt,
        ["pausedUntil"] = PausedUntil,
        ["memberships"] = string.Join('\n', Memberships),
        ["doorKey"] = DoorKey,
        ["nation"] = Nation?.ToString(),
        ["days"] = (long)Days,
        ["hoursFrom"] = (long)Hours.From,
        ["hoursUntil"] = (long)Hours.Until,
        ["mostMessages"] = (long)MostMessages,
    }, Version);

    static string OrElse(string? given, string otherwise) => string.IsNullOrWhiteSpace(given) ? otherwise : given;
}

/// <summary>That a person is a member of a partnership, as their own row tells it.</summary>
/// <param name="Name">The partnership's name when they joined; at most 80 characters, on one line.</param>
public sealed record Membership(string Partnership, string Member, string Name)
{
    public override string ToString() => $"{Partnership} {Member} {Name}";

    public static Membership Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return new Membership(parts[0], parts[1], parts[2]);
    }
}
