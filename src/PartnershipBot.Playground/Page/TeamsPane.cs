using System.Globalization;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>The Teams pane as one person sees it.</summary>
internal static class TeamsPane
{
    /// <param name="who">An object id; anything else is the first person.</param>
    /// <param name="where">A room the person is in; anything else is their chat with the bot.</param>
    public static object Of(TeamsTown town, string? who, string? where)
    {
        var tenant = town.Options.Tenants.FirstOrDefault(one => one.People.Any(known => known.AadObjectId == who)) ?? town.Options.Tenants[0];
        var person = tenant.People.FirstOrDefault(known => known.AadObjectId == who) ?? tenant.People[0];
        var room = tenant.Rooms.FirstOrDefault(known => known.Id == where && known.Members.Contains(person.Mri));
        return new
        {
            people = town.Options.Tenants.SelectMany(one => one.People.Select(known => Shown(town, one, known))),
            rooms = tenant.Rooms.Where(known => known.Members.Contains(person.Mri)).Select(known => new { id = known.Id, name = $"{known.TeamName}: {known.Name}" }),
            who = person.AadObjectId,
            typed = HarbourHomes.Typed(tenant.Name),
            installed = town.HasInstalled(person.Mri),
            messages = town.MessagesIn(room?.Id ?? person.Chat).Select(message => new
            {
                id = message.Id,
                at = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(message.Id, CultureInfo.InvariantCulture)),
                from = message.FromName,
                bot = message.From == tenant.BotMri,
                mine = message.From == person.Mri,
                text = message.Text,
                card = message.CardFor(person.Mri),
                edited = message.Edited,
                invitation = Invitations.In(message, person.Mri),
            }),
            dialog = town.DialogOf(person.Mri) is { } dialog ? new { title = dialog.Title, card = dialog.Card, url = dialog.Url } : null,
            toast = town.ToastOf(person.Mri),
        };
    }

    static ShownPerson Shown(TeamsTown town, TeamsTenant tenant, TeamsPerson person)
    {
        var messages = town.ChatOf(person.Mri);
        return new(person.AadObjectId, person.Name, tenant.Name, messages.LastOrDefault(message => message.From == tenant.BotMri)?.Id ?? "",
            [.. messages.SelectMany(message => Offers.In(message, person.Mri)).Distinct(StringComparer.Ordinal)]);
    }
}
