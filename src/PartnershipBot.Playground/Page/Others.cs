using System.Text.Json;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>Answers the check-in for everybody who is not on show, with answers drawn by chance from a seed.</summary>
internal sealed class Others(PlaygroundWorld world, PlaygroundHooks hooks)
{
    const int MostPages = 12;

    /// <summary>A button that opens a check-in begins with one of these.</summary>
    static readonly string[] Openers = ["Answer", "Start"];

    /// <summary>How many people answered.</summary>
    public async Task<int> AnswerAsync(OthersShown shown, CancellationToken cancel)
    {
        var chance = new Random(shown.Seed);
        var answered = 0;
        foreach (var person in world.Slack?.Options.People ?? [])
            if (person.Id != shown.Slack && await InSlackAsync(world.Slack!, person, chance, cancel)) answered++;
        foreach (var person in world.Teams?.Options.Tenants.SelectMany(tenant => tenant.People) ?? [])
            if (person.AadObjectId != shown.Teams && await InTeamsAsync(world.Teams!, person, chance, cancel)) answered++;
        return answered;
    }

    async Task<bool> InSlackAsync(SlackTown town, SlackPerson person, Random chance, CancellationToken cancel)
    {
        if (town.DmOf(person.Id).LastOrDefault(message => Opener(message) is not null) is not { } invitation) return false;
        await town.PressesAsync(person.Id, invitation.Ts, Opener(invitation)!, cancel);
        await hooks.Settle(cancel);
        var pages = 0;
        while (town.ModalOf(person.Id) is [.., var view] && pages++ < MostPages)
        {
            var values = SlackInputs.In(view.Blocks).Where(input => input.Required || HasChoices(input.Element))
                .ToDictionary(input => input.Block.GetProperty("block_id").GetString()!, input => Drawn(input.Element, chance));
            var answer = await town.SubmitsAsync(person.Id, values, cancel);
            await hooks.Settle(cancel);
            if (!answer.Accepted) break;
        }
        if (town.ModalOf(person.Id).Count > 0) await town.ClosesAsync(person.Id, cancel);
        return pages > 0;
    }

    async Task<bool> InTeamsAsync(TeamsTown town, TeamsPerson person, Random chance, CancellationToken cancel)
    {
        if (town.ChatOf(person.Mri).LastOrDefault(message => Opener(message, person) is not null) is not { } invitation) return false;
        await town.PressesAsync(person.Mri, invitation.Id, Opener(invitation, person)!, cancel);
        await hooks.Settle(cancel);
        var pages = 0;
        while (town.DialogOf(person.Mri)?.Card is { } card && pages++ < MostPages)
        {
            var values = CardParts.OfType(card, "Input.").Where(input => CardParts.Text(input, "type") is "Input.ChoiceSet" || (input.TryGetProperty("isRequired", out var must) && must.GetBoolean()))
                .ToDictionary(input => CardParts.Text(input, "id")!, input => Drawn(input, chance));
            var answer = await town.SubmitsDialogAsync(person.Mri, null, values, cancel);
            await hooks.Settle(cancel);
            if (!answer.Accepted) break;
        }
        town.ClosesDialog(person.Mri);
        return pages > 0;
    }

    static string? Opener(SlackMessage message) => message.Blocks is not { } blocks ? null
        : SlackInputs.Pressable(blocks).Select(part => SlackInputs.TextOf(part.Element, "text")).FirstOrDefault(Opens);

    static string? Opener(TeamsMessage message, TeamsPerson person) => message.CardFor(person.Mri) is not { } card ? null
        : CardParts.OfType(card, "Action.").Select(action => CardParts.Text(action, "title") ?? "").FirstOrDefault(Opens);

    static bool Opens(string label) => Array.Exists(Openers, opener => label.StartsWith(opener, StringComparison.OrdinalIgnoreCase));

    static bool HasChoices(JsonElement element) => element.TryGetProperty("options", out _);

    static string? Drawn(JsonElement input, Random chance)
    {
        if (!input.TryGetProperty("options", out var choices) && !input.TryGetProperty("choices", out choices)) return "Nothing to add.";
        return choices[chance.Next(choices.GetArrayLength())].GetProperty("value").GetString();
    }
}
