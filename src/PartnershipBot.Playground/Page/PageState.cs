namespace PartnershipBot.Playground.Page;

/// <summary>What the page draws: the time, and each pane as its person sees it.</summary>
internal static class PageState
{
    /// <summary>Changes with every start, so that a page that was left open forgets what is gone.</summary>
    static readonly string Run = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));

    public static object Of(PlaygroundWorld world, string? slack, string? slackAt, string? teams, string? teamsAt) => new
    {
        run = Run,
        now = world.Clock.GetUtcNow(),
        codes = Invitations.Codes(world),
        slack = world.Slack is { } workspace ? SlackPane.Of(workspace, slack, slackAt) : null,
        teams = world.Teams is { } tenants ? TeamsPane.Of(tenants, teams, teamsAt) : null,
        web = new { people = HarbourHomes.WebPeople.Select(name => new ShownPerson(name, name, HarbourHomes.TenantsGroup, "", [])), typed = HarbourHomes.Typed(HarbourHomes.TenantsGroup) },
    };
}

/// <summary>Somebody to be.</summary>
/// <param name="Id">Slack user id, Teams object id, or name.</param>
/// <param name="Latest">Changes whenever the bot wrote to them; empty when it never did.</param>
/// <param name="Verbs">What they could press.</param>
internal sealed record ShownPerson(string Id, string Name, string Organisation, string Latest, IReadOnlyCollection<string> Verbs)
{
    /// <summary>What the person does there, as the end of a sentence.</summary>
    public string Does => HarbourHomes.About.GetValueOrDefault(Name, "works here");

    /// <summary>What the organisation is.</summary>
    public string Kind => HarbourHomes.About.GetValueOrDefault(Organisation, "partner");
}
