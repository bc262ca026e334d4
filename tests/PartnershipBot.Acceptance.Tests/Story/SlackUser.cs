using PartnershipBot.Playground;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Somebody in the pretend Slack workspace.</summary>
internal sealed class SlackUser(RunningBot bot, SlackTown town, string name) : Chatter(bot, name)
{
    static readonly TimeSpan UntilAFormOpens = TimeSpan.FromSeconds(20);

    public override IReadOnlyList<string> PlatformIds => [Id, town.Person(Name).DirectMessages];

    string Id => town.Person(Name).Id;

    IReadOnlyList<SlackMessage> Received => [.. town.DmOf(Id).Where(message => message.User == town.Options.BotUserId && (message.EphemeralFor is null || message.EphemeralFor == Id))];

    public override Task<IReadOnlyList<Screen>> LooksAsync() =>
        Task.FromResult<IReadOnlyList<Screen>>([.. Received.Select(SlackScreen.Of), .. town.ModalOf(Id).Select(SlackScreen.Of)]);

    public override Task SaysAsync(string words) => DoneAsync(town.SaysAsync(Id, words, Cancel));

    public override async Task PressesAsync(string button)
    {
        var holds = Received.LastOrDefault(message => SlackScreen.Of(message).Buttons.Contains(button)) ?? throw Missing($"[{button}]", await LooksAsync());
        await DoneAsync(town.PressesAsync(Id, holds.Ts, button, Cancel));
    }

    public override Task SendsAsync(string button, params (string Question, string Answer)[] answers) => DoneAsync(TriesToSendAsync(button, answers));

    /// <returns>What the bot answered.</returns>
    public async Task<BotAnswer> TriesToSendAsync(string button, params (string Question, string Answer)[] answers)
    {
        await WaitForFormAsync();
        Assert.Equal(button, SlackScreen.Of(town.ModalOf(Id)[^1]).Buttons[0]);
        return await town.SubmitsAsync(Id, answers.ToDictionary(answer => answer.Question, answer => (string?)answer.Answer), Cancel);
    }

    public override async Task<Screen> FormAsync(string title)
    {
        await WaitForFormAsync();
        var form = SlackScreen.Of(town.ModalOf(Id)[^1]);
        Assert.Equal(title, form.Lines[0]);
        return form;
    }

    public Task ClosesFormAsync() => town.ClosesAsync(Id, Cancel);

    public override Task RepeatsAsync() => DoneAsync(town.RedeliversAsync(Cancel));

    /// <summary>A form opens a moment after the press, by a call of its own.</summary>
    async Task WaitForFormAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(UntilAFormOpens);
        try
        {
            await town.WaitForAsync(now => now.ModalOf(Id).Count > 0, patience.Token);
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            throw Missing("open form", await LooksAsync());
        }
    }

    async Task DoneAsync(Task<BotAnswer> act)
    {
        var answer = await act;
        Assert.True(answer.Accepted, $"Slack got {answer.Status} for {Name}'s act. {answer.Refused}");
        await Bot.SettleAsync(Cancel);
    }
}
