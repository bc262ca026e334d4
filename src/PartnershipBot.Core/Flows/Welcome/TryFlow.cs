using System.Globalization;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>One question to try. The answer is kept nowhere.</summary>
internal static class TryFlow
{
    public static Task<InvokeResponse> QuestionAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        return Task.FromResult(Say.Show(
            say.Small("Try.Practice"),
            say.Line("Try.Question"),
            Say.Actions(
                [.. Enumerable.Range(1, 5).Select(n => say.Button("try.answer", string.Create(CultureInfo.InvariantCulture, $"Try.Answer.{n}"))),
                say.Button("try.answer", "Try.Answer.None")])));
    }

    public static Task<InvokeResponse> AnswerAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        return Task.FromResult(Say.Show(
            say.Line("Try.Thanks"),
            say.Line("Try.Real"),
            say.Small("Try.NotKept"),
            Say.Actions(say.First("home", "Home.Button"), say.Button("privacy", "Privacy.Button"))));
    }
}
