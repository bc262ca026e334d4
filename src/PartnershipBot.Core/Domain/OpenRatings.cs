using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>A member's ratings in the check-in that is open.</summary>
public static class OpenRatings
{
    /// <summary>Takes them away, when there are some. Nothing outside the rounds store tells whether there were.</summary>
    public static async Task RemoveAsync(TurnContext turn, string memberId, CancellationToken cancel)
    {
        if (CurrentRounds.FromRow(await turn.GetAsync(CurrentRounds.Key, cancel)).Open is not { Length: > 0 } id) return;
        if (await turn.GetAsync(Keys.RoundPrefix + id, cancel) is not { } row || Round.FromRow(row).State != RoundState.Open) return;
        if (await turn.ReadAnswersAsync(id, memberId, cancel) is { } given)
            turn.SaveAnswers(id, memberId, given with { Given = Activity.NoInputs });
    }
}
