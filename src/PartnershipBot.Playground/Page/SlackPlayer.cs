using System.Text.Json;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Playground.Page;

internal sealed class SlackPlayer(SlackTown town, SlackPerson person, Func<CancellationToken, Task> settle) : Player(person.Name, town.Options.TeamName, settle)
{
    static readonly TimeSpan UntilOpen = TimeSpan.FromSeconds(5);

    /// <summary>Whether a press opened the form that is waited for: the bot opens one only after it has answered the press.</summary>
    bool pressed;

    protected override IReadOnlyList<IReadOnlyList<string>> Offered => [.. town.DmOf(person.Id).Select(message => Offers.In(message).ToList())];

    protected override Task TypeAsync(string words, CancellationToken cancel) => town.CommandsAsync(person.Id, "/partnership", words, cancel);

    protected override async Task<bool> PressNewestAsync(string verb, CancellationToken cancel)
    {
        if (town.DmOf(person.Id).LastOrDefault(message => Offers.Button(message, verb) is not null) is not { } message) return false;
        pressed = true;
        return (await town.PressesAsync(person.Id, message.Ts, Offers.Button(message, verb)!, cancel)).Accepted;
    }

    protected override async Task<IReadOnlyList<OpenInput>?> OpenAsync(string verb, CancellationToken cancel)
    {
        if (pressed) await OpensAsync(cancel);
        pressed = false;
        return town.ModalOf(person.Id) is [.., var view]
            ? [.. SlackInputs.In(view.Blocks).Select(input => new OpenInput(input.Block.GetProperty("block_id").GetString()!, Options(input.Element), input.Required))]
            : null;
    }

    protected override async Task<bool> SendAsync(string verb, IReadOnlyDictionary<string, string?> values, CancellationToken cancel) =>
        (await town.SubmitsAsync(person.Id, values, cancel)).Accepted;

    protected override async Task CloseAsync(CancellationToken cancel)
    {
        if (town.ModalOf(person.Id).Count > 0) await town.ClosesAsync(person.Id, cancel);
    }

    async Task OpensAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(UntilOpen);
        try
        {
            await town.WaitForAsync(seen => seen.ModalOf(person.Id).Count > 0, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The press opened no form: then there is none to fill in.
        }
    }

    static IReadOnlyList<string> Options(JsonElement element) => element.TryGetProperty("options", out var options)
        ? [.. options.EnumerateArray().Select(option => option.GetProperty("value").GetString()!)]
        : [];
}
