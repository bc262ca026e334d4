using System.Security.Cryptography;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground;

/// <summary>
/// The invented partnership that people try the bot in: Harbour Homes Together, housing and support for people who leave temporary accommodation.
/// All of it is here: who works where, and where they talk.
/// </summary>
public static class HarbourHomes
{
    public const string Name = "Harbour Homes Together";

    /// <summary>Who runs the service.</summary>
    public const string Host = "Harbour Support";

    public const string HousingAssociation = "Saltmarsh Homes", Council = "Brackwater Council", Charity = "Open Door Visiting", TenantsGroup = "Quayside Tenants";

    /// <summary>The tenants' group: neither Slack nor Teams, only web links.</summary>
    public static IReadOnlyList<string> WebPeople { get; } = ["Bethan Hughes", "Joe Whitlock"];

    /// <summary>The four, in the order in which they are named.</summary>
    public static IReadOnlyList<string> Organisations { get; } = [Charity, HousingAssociation, Council, TenantsGroup];

    /// <summary>What each organisation is, and what each person does there.</summary>
    internal static IReadOnlyDictionary<string, string> About { get; } = new Dictionary<string, string>
    {
        [Charity] = "charity",
        ["Siobhán Kelly"] = "runs the visiting service",
        ["Callum Fraser"] = "visits people at home",
        ["Priya Nair"] = "looks after the volunteers",
        [HousingAssociation] = "housing association",
        ["Rhian Evans"] = "leads the move-on team",
        ["Tariq Mahmood"] = "is a housing officer",
        ["Moira Campbell"] = "plans the repairs",
        [Council] = "council",
        ["Declan Murphy"] = "holds the contract for support",
        ["Grace Okafor"] = "advises people without a home",
        [TenantsGroup] = "tenants' group",
        ["Bethan Hughes"] = "chairs the group",
        ["Joe Whitlock"] = "is a tenant",
    };

    /// <summary>What somebody of this organisation might type, by the id of the input.</summary>
    internal static Dictionary<string, string> Typed(string organisation) => new()
    {
        ["name"] = Name,
        ["own"] = organisation,
        ["others"] = string.Join('\n', Organisations.Where(other => other != organisation)),
        ["words"] = "One person to ring about repairs.",
    };

    /// <summary>The charity that visits people in their new homes.</summary>
    public static SlackTownOptions Slack() => new()
    {
        TeamName = Charity,
        TeamDomain = "open-door-visiting",
        SigningSecret = Secret(),
        BotToken = "xoxb-" + Secret(),
        // A laptop that has just started the program is slower than the servers that Slack has in mind.
        TriggerLives = TimeSpan.FromSeconds(30),
        People =
        [
            new SlackPerson("U01SIOBHAN", "Siobhán Kelly", "Europe/Dublin", "en-IE"),
            new SlackPerson("U02CALLUM", "Callum Fraser"),
            new SlackPerson("U03PRIYA", "Priya Nair"),
        ],
        Rooms =
        [
            new SlackRoom("C01VISITS", "harbour-homes", ["U01SIOBHAN", "U02CALLUM", "U03PRIYA", "U0PARTBOT1"]),
        ],
    };

    /// <summary>The housing association, and the council that holds the contract.</summary>
    public static TeamsTownOptions Teams() => new()
    {
        Tenants =
        [
            new TeamsTenant("5a17a125-0000-4000-8000-000000000001", HousingAssociation, "b07a5a17-0000-4000-8000-000000000001", Secret())
            {
                People =
                [
                    new TeamsPerson("5a17a125-0000-4000-8000-0000000000a1", "29:1RhianEvans", "Rhian Evans", Locale: "cy-GB"),
                    new TeamsPerson("5a17a125-0000-4000-8000-0000000000a2", "29:1TariqMahmood", "Tariq Mahmood"),
                    new TeamsPerson("5a17a125-0000-4000-8000-0000000000a3", "29:1MoiraCampbell", "Moira Campbell"),
                ],
                Rooms =
                [
                    new TeamsRoom("19:harbourhomes@thread.tacv2", "General", "19:moveon@thread.tacv2", "Move-on team",
                        ["29:1RhianEvans", "29:1TariqMahmood", "29:1MoiraCampbell"]),
                ],
            },
            new TeamsTenant("b2ac5a7e-0000-4000-8000-000000000002", Council, "b07b2ac5-0000-4000-8000-000000000002", Secret())
            {
                People =
                [
                    new TeamsPerson("b2ac5a7e-0000-4000-8000-0000000000b1", "29:1DeclanMurphy", "Declan Murphy"),
                    new TeamsPerson("b2ac5a7e-0000-4000-8000-0000000000b2", "29:1GraceOkafor", "Grace Okafor"),
                ],
            },
        ],
    };

    static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
