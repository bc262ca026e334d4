using PartnershipBot.Playground;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Somebody in one of the pretend Teams tenants.</summary>
internal sealed class TeamsUser(RunningBot bot, TeamsTown town, string name) : Chatter(bot, name)
{
    public override IReadOnlyList<string> PlatformIds => [Mri, town.Person(Name).AadObjectId, town.Person(Name).Chat];

    string Mri => town.Person(Name).Mri;

    IReadOnlyList<TeamsMessage> Received => [.. town.ChatOf(Name).Where(message => message.From != Mri)];

    public Task InstallsAsync() => DoneAsync(town.InstallsAsync(Name, Cancel));

    public override Task<IReadOnlyList<Screen>> LooksAsync() => Task.FromResult<IReadOnlyList<Screen>>([.. Received.Select(Read)]);

    public override Task SaysAsync(string words) => DoneAsync(town.SaysAsync(Name, words, Cancel));

    public override async Task PressesAsync(string button) => await DoneAsync(town.PressesAsync(Name, (await HoldsAsync(button)).Id, button, Cancel));

    public override Task SendsAsync(string button, params (string Question, string Answer)[] answers) => DoneAsync(TriesToSendAsync(button, answers));

    /// <returns>What the bot answered.</returns>
    public async Task<BotAnswer> TriesToSendAsync(string button, params (string Question, string Answer)[] answers)
    {
        var form = await HoldsAsync(button);
        var inputs = TeamsScreen.InputsOf(form.CardFor(Mri)!.Value).ToList();
        var given = answers.ToDictionary(answer => inputs.Single(input => input.Label.StartsWith(answer.Question, StringComparison.Ordinal)).Id, answer => (string?)answer.Answer);
        return await town.PressesAsync(Name, form.Id, button, given, Cancel);
    }

    public override Task RepeatsAsync() => DoneAsync(town.RedeliversAsync(Cancel));

    Screen Read(TeamsMessage message) => TeamsScreen.Of(message, Mri);

    async Task<TeamsMessage> HoldsAsync(string button) =>
        Received.LastOrDefault(message => Read(message).Buttons.Contains(button)) ?? throw Missing($"[{button}]", await LooksAsync());

    async Task DoneAsync(Task<BotAnswer> act)
    {
        var answer = await act;
        Assert.True(answer.Accepted, $"Teams got {answer.Status} for {Name}'s act. {answer.Refused}");
        await Bot.SettleAsync(Cancel);
    }
}
