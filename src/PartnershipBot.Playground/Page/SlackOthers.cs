using System.Text.Json;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Playground.Page;

/// <summary>What the people of the Slack workspace do who are not on show.</summary>
internal sealed class SlackOthers(SlackTown town, Func<CancellationToken, Task> settle)
{
    const int MostPages = 12;
    static readonly TimeSpan UntilOpen = TimeSpan.FromSeconds(5);

    /// <summary>False when they are in already, or the bot did not offer it.</summary>
    public async Task<bool> JoinAsync(SlackPerson person, string code, CancellationToken cancel)
    {
        if (Offers.IsMember(town.DmOf(person.Id).SelectMany(Offers.In))) return false;
        await town.CommandsAsync(person.Id, "/partnership", "join " + code, cancel);
        await settle(cancel);
        return await PressLastAsync(person, Offers.Join, cancel);
    }

    /// <summary>False when they are not asked, or have answered.</summary>
    public async Task<bool> AnswerAsync(SlackPerson person, Random chance, CancellationToken cancel)
    {
        var messages = town.DmOf(person.Id);
        if (messages.LastOrDefault(message => Offers.In(message).Contains(Offers.Answer)) is not { } asked || Offers.In(asked).Contains(Offers.Recorded)) return false;
        if (messages.SkipWhile(message => message != asked).Any(message => Offers.In(message).Contains(Offers.Recorded))) return false;
        await PressLastAsync(person, Offers.Answer, cancel);
        if (!await OpensAsync(person, cancel)) return false;
        var (pages, answered) = (0, false);
        while (town.ModalOf(person.Id) is [.., var view] && pages++ < MostPages)
        {
            var values = SlackInputs.In(view.Blocks).Where(input => input.Required || input.Element.TryGetProperty("options", out _))
                .ToDictionary(input => input.Block.GetProperty("block_id").GetString()!, input => Drawn(input.Element, chance));
            answered = (await town.SubmitsAsync(person.Id, values, cancel)).Accepted;
            await settle(cancel);
            if (!answered) break;
        }
        if (town.ModalOf(person.Id).Count > 0) await town.ClosesAsync(person.Id, cancel);
        return answered;
    }

    async Task<bool> PressLastAsync(SlackPerson person, string verb, CancellationToken cancel)
    {
        if (town.DmOf(person.Id).LastOrDefault(message => Offers.Button(message, verb) is not null) is not { } message) return false;
        var answer = await town.PressesAsync(person.Id, message.Ts, Offers.Button(message, verb)!, cancel);
        await settle(cancel);
        return answer.Accepted;
    }

    /// <summary>The bot opens a form only after it has answered the press.</summary>
    async Task<bool> OpensAsync(SlackPerson person, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilOpen);
        try
        {
            await town.WaitForAsync(seen => seen.ModalOf(person.Id).Count > 0, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    static string? Drawn(JsonElement input, Random chance) => input.TryGetProperty("options", out var options)
        ? options[chance.Next(options.GetArrayLength())].GetProperty("value").GetString()
        : "Nothing to add.";
}
