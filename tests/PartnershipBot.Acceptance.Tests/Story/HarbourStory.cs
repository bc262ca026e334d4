using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Harbour Homes Together, from its first day to the first thing that its members heard from each other.</summary>
internal sealed class HarbourStory(RunningBot bot)
{
    /// <summary>How what is said about confidentiality begins, wherever it is said.</summary>
    public const string Confidential = "Your ratings are mixed with others' and shown only when 5 or more people answered.";

    readonly Dictionary<string, InvitationText> invitations = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public RunningBot Bot => bot;

    // The charity talks in Slack.
    public SlackUser Siobhan { get; } = bot.InSlack("Siobhán Kelly");
    public SlackUser Callum { get; } = bot.InSlack("Callum Fraser");
    public SlackUser Priya { get; } = bot.InSlack("Priya Nair");

    // The housing association and the council each have a Teams tenant.
    public TeamsUser Rhian { get; } = bot.InTeams("Rhian Evans");
    public TeamsUser Tariq { get; } = bot.InTeams("Tariq Mahmood");
    public TeamsUser Declan { get; } = bot.InTeams("Declan Murphy");
    public TeamsUser Grace { get; } = bot.InTeams("Grace Okafor");

    // The tenants' group has neither.
    public WebVisitor Bethan { get; } = bot.OnTheWeb("Bethan Hughes");

    public IReadOnlyList<Person> Members { get; private set; } = [];

    /// <summary>What opens Bethan's own page.</summary>
    public string BethansWords { get; private set; } = "";

    public IReadOnlyCollection<InvitationText> Invitations => invitations.Values;

    public InvitationText Invitation(string organisation) => invitations[organisation];

    public async Task The_coordinator_starts_a_partnership_of_four_organisations()
    {
        await Siobhan.SaysAsync("hi");
        await Siobhan.SeesAsync("Ask each other, hear the people you serve, promise one small thing, and ask the other side if it happened.");
        await Siobhan.PressesAsync("Start a partnership");
        await Siobhan.SendsAsync("Start",
            ("What is the partnership called?", HarbourHomes.Name),
            ("Which organisation are you from?", HarbourHomes.Charity),
            ("Which other organisations are in it?", $"{HarbourHomes.HousingAssociation}\n{HarbourHomes.Council}\n{HarbourHomes.TenantsGroup}"));
        await Siobhan.SeesAsync("Harbour Homes Together is ready");
        await Siobhan.SeesAsync("Nobody has been invited yet.");
        Members = [Siobhan];
    }

    public async Task She_gets_an_invitation_for_each(params string[] organisations)
    {
        foreach (var organisation in organisations)
        {
            await Siobhan.PressesAsync(invitations.Count == 0 ? "Invite" : "Invite others");
            await Siobhan.SendsAsync("Make invitation", ("People from which organisation?", organisation));
            invitations[organisation] = InvitationText.In(await Siobhan.SeesAsync($"An invitation for {organisation}"));
        }
        Assert.Equal(organisations.Length, invitations.Values.Select(one => one.Code).Distinct().Count());
    }

    /// <summary>Types the code that somebody passed on.</summary>
    public async Task Joins_by_typing_the_code(Chatter member, string organisation)
    {
        await member.SaysAsync($"join {Invitation(organisation).Code}");
        await Consents_and_is_in(member, organisation);
    }

    /// <summary>Presses the button of the first hello, and pastes the link or types the code into the form.</summary>
    public async Task Joins_from_the_first_hello(TeamsUser member, string organisation, string codeOrLink)
    {
        await member.InstallsAsync();
        await member.SeesAsync("I'm a bot that helps partners check in with each other.");
        await member.PressesAsync("I have an invitation");
        await member.SendsAsync("Go on", ("What is the code?", codeOrLink));
        await member.PressesAsync("See the invitation");
        await Consents_and_is_in(member, organisation);
    }

    /// <summary>Opens the link in a browser and does what its page says.</summary>
    public async Task Joins_as_the_links_page_says(TeamsUser member, string organisation)
    {
        using var browser = bot.OnTheWeb(member.Name);
        await browser.OpensAsync(Invitation(organisation).Page);
        await browser.SeesAsync($"You are invited to join for {organisation}. It is run by Siobhán (Open Door Visiting).");
        await browser.PressesAsync("I use Teams");
        var page = await browser.SeesAsync("Search for PartnershipBot, open a chat with it, and send: join ");
        await member.InstallsAsync();
        await member.SaysAsync($"join {InvitationText.CodeIn(page)}");
        await Consents_and_is_in(member, organisation);
    }

    /// <summary>Who leads an organisation is asked about a colleague whom somebody else had invited.</summary>
    public static async Task Says_they_are_with_us(TeamsUser lead)
    {
        await lead.SeesAsync("with an invitation that you did not make.");
        await lead.PressesAsync("Yes, they are with us");
        await lead.SeesAsync("counts from now on.");
    }

    /// <summary>The third door: no Slack, no Teams, no account, no script.</summary>
    public async Task Bethan_joins_through_the_third_door()
    {
        await Bethan.OpensAsync(Invitation(HarbourHomes.TenantsGroup).Page);
        await Bethan.SeesAsync("You are invited to join for Quayside Tenants.");
        await Bethan.PressesAsync("Neither: answer here");
        await Bethan.SeesAsync(Confidential);
        await Bethan.SendsAsync("Join", ("What should the others call you?", Bethan.Name));
        var greeting = await Bethan.SeesAsync("You're in");
        BethansWords = greeting.Lines.Single(line => line.StartsWith("Your three words: ", StringComparison.Ordinal))["Your three words: ".Length..];
        Assert.Equal(3, BethansWords.Split(' ').Length);
        Bethan.OwnPage = Bethan.LinkTo("Open my page");
        Members = [.. Members, Bethan];
    }

    /// <summary>At another computer, where the link alone opens nothing.</summary>
    public async Task Bethan_comes_back_with_her_link_and_her_three_words()
    {
        Bethan.ChangesBrowser();
        await Bethan.ReturnsAsync();
        await Bethan.SeesNothingOfAsync(HarbourHomes.Name);
        await Bethan.SendsAsync("Open", ("Your three words", BethansWords.ToUpperInvariant().Replace(' ', '-')));
        await Bethan.SeesAsync(HarbourHomes.Name);
    }

    async Task Consents_and_is_in(Chatter member, string organisation)
    {
        var asked = await member.SeesAsync($"You are invited to join for {organisation}.");
        Assert.True(asked.Says(Confidential), asked.ToString());
        Assert.True(asked.Says("You can skip any question, pause me, or leave, and no one is told."), asked.ToString());
        await member.PressesAsync("Join");
        await member.SeesAsync("You're in");
        Members = [.. Members, member];
    }
}
