using System.Text.Json;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>A form opens in place of the card that was pressed.</summary>
internal sealed class TeamsPlayer(TeamsTown town, TeamsTenant tenant, TeamsPerson person, Func<CancellationToken, Task> settle) : Player(person.Name, tenant.Name, settle)
{
    readonly Func<CancellationToken, Task> settle = settle;

    /// <summary>Where the form is filled in; null when none is.</summary>
    string? form;

    protected override IReadOnlyList<IReadOnlyList<string>> Offered => [.. town.ChatOf(person.Mri).Select(message => Offers.In(message, person.Mri).ToList())];

    protected override async Task TypeAsync(string words, CancellationToken cancel)
    {
        if (!town.HasInstalled(person.Mri))
        {
            await town.InstallsAsync(person.Mri, cancel);
            await settle(cancel);
        }
        await town.SaysAsync(person.Mri, words, cancel);
    }

    protected override async Task<bool> PressNewestAsync(string verb, CancellationToken cancel)
    {
        if (Newest(verb) is not { } message) return false;
        form = message.Id;
        return (await town.PressesAsync(person.Mri, message.Id, verb, cancel)).Accepted;
    }

    protected override Task<IReadOnlyList<OpenInput>?> OpenAsync(string verb, CancellationToken cancel)
    {
        var message = Newest(verb);
        if (message is null || form is not null && message.Id != form) return Task.FromResult<IReadOnlyList<OpenInput>?>(null);
        form = message.Id;
        return Task.FromResult<IReadOnlyList<OpenInput>?>(
        [
            .. CardParts.OfType(message.CardFor(person.Mri)!.Value, "Input.")
                .Select(input => new OpenInput(CardParts.Text(input, "id")!, Options(input), input.TryGetProperty("isRequired", out var must) && must.GetBoolean())),
        ]);
    }

    protected override async Task<bool> SendAsync(string verb, IReadOnlyDictionary<string, string?> values, CancellationToken cancel) =>
        (await town.PressesAsync(person.Mri, form!, verb, values, cancel)).Accepted;

    protected override Task CloseAsync(CancellationToken cancel)
    {
        form = null;
        return Task.CompletedTask;
    }

    TeamsMessage? Newest(string verb) => town.ChatOf(person.Mri).LastOrDefault(message => Offers.In(message, person.Mri).Contains(verb));

    static IReadOnlyList<string> Options(JsonElement input) => input.TryGetProperty("choices", out var choices)
        ? [.. choices.EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!)]
        : [];
}
