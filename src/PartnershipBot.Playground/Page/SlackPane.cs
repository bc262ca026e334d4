using System.Globalization;
using System.Text.Json;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Playground.Page;

/// <summary>The Slack pane as one person sees it.</summary>
internal static class SlackPane
{
    /// <param name="who">A user id; anything else is the first person.</param>
    /// <param name="where">A channel the person is in; anything else is their messages with the bot.</param>
    public static object Of(SlackTown town, string? who, string? where)
    {
        var person = town.Options.People.FirstOrDefault(known => known.Id == who) ?? town.Options.People[0];
        var room = town.Options.Rooms.FirstOrDefault(known => known.Id == where && known.Members.Contains(person.Id));
        var modals = town.ModalOf(person.Id);
        var modal = modals.Count > 0 ? modals[^1] : null;
        return new
        {
            people = town.Options.People.Select(known => Shown(town, known)),
            rooms = town.Options.Rooms.Where(known => known.Members.Contains(person.Id)).Select(known => new { id = known.Id, name = "#" + known.Name }),
            who = person.Id,
            typed = HarbourHomes.Typed(town.Options.TeamName),
            messages = town.MessagesIn(room?.Id ?? person.DirectMessages).Where(message => message.EphemeralFor is null || message.EphemeralFor == person.Id).Select(message => new
            {
                id = message.Ts,
                at = DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(message.Ts, CultureInfo.InvariantCulture)),
                from = IsBot(town, message) ? town.Options.BotName : town.Person(message.User).Name,
                bot = IsBot(town, message),
                mine = message.User == person.Id,
                text = message.Text.Replace($"<@{town.Options.BotUserId}>", $"<@{town.Options.BotUserId}|@{town.Options.BotName}>", StringComparison.Ordinal),
                blocks = message.Blocks,
                edited = message.Edited,
                onlyYou = message.EphemeralFor is not null,
                invitation = Invitations.In(message),
            }),
            modal = modal is null ? null : new { id = modal.Id, hash = modal.Hash, view = modal.Json, errors = modal.Errors, values = Values(modal) },
            home = town.HomeOf(person.Id) is { } home ? new { id = home.Id, view = home.Json } : null,
        };
    }

    static ShownPerson Shown(SlackTown town, SlackPerson person)
    {
        var messages = town.DmOf(person.Id);
        return new(person.Id, person.Name, town.Options.TeamName, messages.LastOrDefault(message => IsBot(town, message))?.Ts ?? "",
            [.. messages.SelectMany(Offers.In).Distinct(StringComparer.Ordinal)]);
    }

    static bool IsBot(SlackTown town, SlackMessage message) => message.User == town.Options.BotUserId;

    static Dictionary<string, JsonElement> Values(SlackView view) =>
        view.Values.ToDictionary(value => value.Key.Block, value => JsonSerializer.SerializeToElement(value.Value));
}
