using System.Globalization;
using System.Text.Json;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>What the page draws: the time, and each pane as its person sees it.</summary>
internal static class PageState
{
    public static object Of(PlaygroundWorld world, string? slack, string? slackAt, string? teams, string? teamsAt) => new
    {
        now = world.Clock.GetUtcNow(),
        name = HarbourHomes.Name,
        web = new { organisation = HarbourHomes.TenantsGroup, people = HarbourHomes.WebPeople },
        slack = world.Slack is { } workspace ? OfSlack(workspace, slack, slackAt) : null,
        teams = world.Teams is { } tenants ? OfTeams(tenants, teams, teamsAt) : null,
    };

    static object OfSlack(SlackTown town, string? who, string? where)
    {
        var person = town.Options.People.FirstOrDefault(known => known.Id == who) ?? town.Options.People[0];
        var room = town.Options.Rooms.FirstOrDefault(known => known.Id == where && known.Members.Contains(person.Id));
        var modal = town.ModalOf(person.Id) is [.., var front] ? front : null;
        return new
        {
            organisation = town.Options.TeamName,
            people = town.Options.People.Select(known => new { id = known.Id, name = known.Name }),
            rooms = town.Options.Rooms.Where(known => known.Members.Contains(person.Id)).Select(known => new { id = known.Id, name = "#" + known.Name }),
            who = person.Id,
            where = room?.Id,
            bot = new { id = town.Options.BotUserId, name = town.Options.BotName },
            messages = town.MessagesIn(room?.Id ?? person.DirectMessages).Where(message => message.EphemeralFor is null || message.EphemeralFor == person.Id).Select(message => new
            {
                id = message.Ts,
                at = DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(message.Ts, CultureInfo.InvariantCulture)),
                from = message.User == town.Options.BotUserId ? town.Options.BotName : town.Person(message.User).Name,
                bot = message.User == town.Options.BotUserId,
                mine = message.User == person.Id,
                text = message.Text,
                blocks = message.Blocks,
                edited = message.Edited,
                onlyYou = message.EphemeralFor is not null,
            }),
            modal = modal is null ? null : new { id = modal.Id, hash = modal.Hash, view = modal.Json, errors = modal.Errors, deep = town.ModalOf(person.Id).Count, values = Values(modal) },
            home = town.HomeOf(person.Id) is { } home ? new { id = home.Id, view = home.Json } : null,
        };
    }

    static Dictionary<string, JsonElement> Values(SlackView view) =>
        view.Values.ToDictionary(value => value.Key.Block, value => JsonSerializer.SerializeToElement(value.Value));

    static object OfTeams(TeamsTown town, string? who, string? where)
    {
        var tenant = town.Options.Tenants.FirstOrDefault(one => one.People.Any(known => known.AadObjectId == who)) ?? town.Options.Tenants[0];
        var person = tenant.People.FirstOrDefault(known => known.AadObjectId == who) ?? tenant.People[0];
        var room = tenant.Rooms.FirstOrDefault(known => known.Id == where && known.Members.Contains(person.Mri));
        var dialog = town.DialogOf(person.Mri);
        return new
        {
            organisation = tenant.Name,
            people = town.Options.Tenants.SelectMany(one => one.People.Select(known => new { id = known.AadObjectId, name = known.Name, organisation = one.Name })),
            rooms = tenant.Rooms.Where(known => known.Members.Contains(person.Mri)).Select(known => new { id = known.Id, name = $"{known.TeamName}: {known.Name}" }),
            who = person.AadObjectId,
            where = room?.Id,
            installed = town.HasInstalled(person.Mri),
            bot = new { id = tenant.BotMri, name = tenant.BotName },
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
            }),
            dialog = dialog is null ? null : new { title = dialog.Title, card = dialog.Card, url = dialog.Url },
            toast = town.ToastOf(person.Mri),
        };
    }
}
