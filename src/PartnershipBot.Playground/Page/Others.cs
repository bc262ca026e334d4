namespace PartnershipBot.Playground.Page;

/// <param name="Slack">The Slack person on show, who is played by hand; null for nobody.</param>
/// <param name="Teams">The Teams person on show; null for nobody.</param>
/// <param name="Seed">The same seed gives the same answers.</param>
internal sealed record OthersShown(string? Slack, string? Teams, int Seed);

/// <summary>Joins and answers for everybody in Slack and Teams who is not on show. The page does the same for those on the web.</summary>
internal sealed class Others(PlaygroundWorld world, PlaygroundHooks hooks)
{
    /// <summary>How many people joined. Who has no invitation waits.</summary>
    public async Task<int> JoinAsync(OthersShown shown, CancellationToken cancel)
    {
        var codes = Invitations.Codes(world);
        var joined = 0;
        if (world.Slack is { } slack && codes.TryGetValue(slack.Options.TeamName, out var own))
        {
            var others = new SlackOthers(slack, hooks.Settle);
            foreach (var person in slack.Options.People.Where(person => person.Id != shown.Slack))
                if (await others.JoinAsync(person, own, cancel)) joined++;
        }
        if (world.Teams is { } teams)
        {
            var others = new TeamsOthers(teams, hooks.Settle);
            foreach (var tenant in teams.Options.Tenants)
                if (codes.TryGetValue(tenant.Name, out var code))
                    foreach (var person in tenant.People.Where(person => person.AadObjectId != shown.Teams))
                        if (await others.JoinAsync(person, code, cancel)) joined++;
        }
        return joined;
    }

    /// <summary>How many people answered, with answers drawn by chance.</summary>
    public async Task<int> AnswerAsync(OthersShown shown, CancellationToken cancel)
    {
        var chance = new Random(shown.Seed);
        var answered = 0;
        if (world.Slack is { } slack)
        {
            var others = new SlackOthers(slack, hooks.Settle);
            foreach (var person in slack.Options.People.Where(person => person.Id != shown.Slack))
                if (await others.AnswerAsync(person, chance, cancel)) answered++;
        }
        if (world.Teams is { } teams)
        {
            var others = new TeamsOthers(teams, hooks.Settle);
            foreach (var person in teams.Options.Tenants.SelectMany(tenant => tenant.People).Where(person => person.AadObjectId != shown.Teams))
                if (await others.AnswerAsync(person, chance, cancel)) answered++;
        }
        return answered;
    }
}
