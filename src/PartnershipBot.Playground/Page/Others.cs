namespace PartnershipBot.Playground.Page;

/// <param name="Slack">The Slack person on show, who is played by hand; null for nobody.</param>
/// <param name="Teams">The Teams person on show; null for nobody.</param>
/// <param name="Seed">The same seed gives the same answers.</param>
internal sealed record OthersShown(string? Slack, string? Teams, int Seed);

/// <summary>Joins and answers for everybody in Slack and Teams who is not on show. The page does the same for those on the web.</summary>
internal sealed class Others(PlaygroundWorld world, PlaygroundHooks hooks)
{
    /// <summary>How many people joined. Who has no invitation waits. Who leads an organisation says that the others are with it.</summary>
    public async Task<int> JoinAsync(OthersShown shown, CancellationToken cancel)
    {
        var codes = Invitations.Codes(world);
        var joined = 0;
        foreach (var player in Players(shown))
            if (codes.TryGetValue(player.Organisation, out var code) && await player.JoinAsync(code, cancel)) joined++;
        // Whoever leads an organisation says who is with it, be they on show or not: figures count only those.
        foreach (var player in Players(new(null, null, 0))) await player.ConfirmAsync(cancel);
        return joined;
    }

    /// <summary>How many people answered, with answers drawn by chance.</summary>
    public async Task<int> AnswerAsync(OthersShown shown, CancellationToken cancel)
    {
        var chance = new Random(shown.Seed);
        var answered = 0;
        foreach (var player in Players(shown))
            if (await player.AnswerAsync(input => Drawn(input, chance), cancel)) answered++;
        return answered;
    }

    /// <summary>Everybody in Slack and Teams who is not on show.</summary>
    public IReadOnlyList<Player> Players(OthersShown shown) =>
    [
        .. (world.Slack?.Options.People ?? []).Where(person => person.Id != shown.Slack).Select(person => new SlackPlayer(world.Slack!, person, hooks.Settle)),
        .. (world.Teams?.Options.Tenants ?? []).SelectMany(tenant => tenant.People.Where(person => person.AadObjectId != shown.Teams)
            .Select(person => new TeamsPlayer(world.Teams!, tenant, person, hooks.Settle))),
    ];

    static string? Drawn(OpenInput input, Random chance) => input switch
    {
        { Options.Count: > 0 } => input.Options[chance.Next(input.Options.Count)],
        { Required: true } => "Nothing to add.",
        _ => null,
    };
}
