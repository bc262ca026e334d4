using System.Text.Json;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>What the people of the Teams tenants do who are not on show.</summary>
internal sealed class TeamsOthers(TeamsTown town, Func<CancellationToken, Task> settle)
{
    /// <summary>False when they are in already, or the bot did not offer it.</summary>
    public async Task<bool> JoinAsync(TeamsPerson person, string code, CancellationToken cancel)
    {
        if (Offers.IsMember(town.ChatOf(person.Mri).SelectMany(message => Offers.In(message, person.Mri)))) return false;
        if (!town.HasInstalled(person.Mri)) await town.InstallsAsync(person.Mri, cancel);
        await settle(cancel);
        await town.SaysAsync(person.Mri, "join " + code, cancel);
        await settle(cancel);
        return Last(person, Offers.Join) is { } message && (await PressAsync(person, message, Offers.Join, NothingTyped, cancel)).Accepted;
    }

    /// <summary>False when they are not asked, or have answered. The form opens in place of the invitation.</summary>
    public async Task<bool> AnswerAsync(TeamsPerson person, Random chance, CancellationToken cancel)
    {
        var messages = town.ChatOf(person.Mri);
        if (Last(person, Offers.Answer) is not { } asked || Offers.In(asked, person.Mri).Contains(Offers.Recorded)) return false;
        if (messages.SkipWhile(message => message.Id != asked.Id).Any(message => Offers.In(message, person.Mri).Contains(Offers.Recorded))) return false;
        await PressAsync(person, asked, Offers.Answer, NothingTyped, cancel);
        if (Last(person, Offers.Submit) is not { } form) return false;
        var values = CardParts.OfType(form.CardFor(person.Mri)!.Value, "Input.")
            .Where(input => input.TryGetProperty("choices", out _) || (input.TryGetProperty("isRequired", out var must) && must.GetBoolean()))
            .ToDictionary(input => CardParts.Text(input, "id")!, input => Drawn(input, chance));
        return (await PressAsync(person, form, Offers.Submit, values, cancel)).Accepted;
    }

    static Dictionary<string, string?> NothingTyped => [];

    TeamsMessage? Last(TeamsPerson person, string verb) => town.ChatOf(person.Mri).LastOrDefault(message => Offers.In(message, person.Mri).Contains(verb));

    async Task<BotAnswer> PressAsync(TeamsPerson person, TeamsMessage message, string verb, Dictionary<string, string?> values, CancellationToken cancel)
    {
        var answer = await town.PressesAsync(person.Mri, message.Id, verb, values, cancel);
        await settle(cancel);
        return answer;
    }

    static string? Drawn(JsonElement input, Random chance) => input.TryGetProperty("choices", out var choices)
        ? choices[chance.Next(choices.GetArrayLength())].GetProperty("value").GetString()
        : "Nothing to add.";
}
