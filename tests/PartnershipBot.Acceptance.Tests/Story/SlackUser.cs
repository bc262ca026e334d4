using PartnershipBot.Playground;
using PartnershipBot.Playground.Slack;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>Somebody in the pretend Slack workspace.</summary>
internal sealed class SlackUser(RunningBot bot, SlackTown town, string name) : Chatter(bot, name)
{
    static readonly TimeSpan UntilAFormOpens = TimeSpan.FromSeconds(20);

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

    public override async Task SendsAsync(string button, params (string Question, string Answer)[] answers)
    {
        var form = await FormAsync();
        Assert.Equal(button, form.Buttons[0]);
        await DoneAsync(town.SubmitsAsync(Id, answers.ToDictionary(answer => answer.Question, answer => (string?)answer.Answer), Cancel));
    }

    /// <summary>The form in front. It opens a moment after the press, by a call of its own.</summary>
    public async Task<Screen> FormAsync()
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
        return SlackScreen.Of(town.ModalOf(Id)[^1]);
    }

    public Task ClosesFormAsync() => town.ClosesAsync(Id, Cancel);

    public override Task RepeatsAsync() => DoneAsync(town.RedeliversAsync(Cancel));

    async Task DoneAsync(Task<BotAnswer> act)
    {
        var answer = await act;
        Assert.True(answer.Accepted, $"Slack got {answer.Status} for {Name}'s act. {answer.Refused}");
        await Bot.SettleAsync(Cancel);
    }
}
