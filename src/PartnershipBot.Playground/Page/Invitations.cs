using System.Text.RegularExpressions;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <param name="Organisation">Whose people it is for.</param>
/// <param name="Code">Ten letters and figures.</param>
internal sealed record InvitationSeen(string Organisation, string Code);

/// <summary>Invitations that somebody was given to pass on.</summary>
internal static partial class Invitations
{
    public static InvitationSeen? In(SlackMessage message) => In(message.Text + message.Blocks?.GetRawText());

    public static InvitationSeen? In(TeamsMessage message, string mri) => message.CardFor(mri) is { } card ? In(card.GetRawText()) : null;

    /// <summary>The newest code of each organisation that has one.</summary>
    public static IReadOnlyDictionary<string, string> Codes(PlaygroundWorld world)
    {
        var inSlack = world.Slack is not { } slack ? [] : slack.Options.People.SelectMany(person => slack.DmOf(person.Id)).Select(In);
        var inTeams = world.Teams is not { } teams ? [] : teams.Options.Tenants.SelectMany(tenant => tenant.People)
            .SelectMany(person => teams.ChatOf(person.Mri).Select(message => In(message, person.Mri)));
        return inSlack.Concat(inTeams).OfType<InvitationSeen>().GroupBy(seen => seen.Organisation).ToDictionary(same => same.Key, same => same.Last().Code);
    }

    /// <summary>The organisation that it names first is the one it is for; the one that invites comes later.</summary>
    static InvitationSeen? In(string text) =>
        JoinPage.Match(text) is { Success: true } page
        && HarbourHomes.Organisations.Where(name => Place(text, name) >= 0).MinBy(name => Place(text, name)) is { } organisation
            ? new InvitationSeen(organisation, page.Groups["code"].Value)
            : null;

    static int Place(string text, string name) => text.IndexOf(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("/join/(?<code>[0-9A-Z]{10})(?![0-9A-Za-z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JoinPage { get; }
}
