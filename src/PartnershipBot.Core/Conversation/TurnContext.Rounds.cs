using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

// The answers of check-ins, which lie in a store of their own while they are open.
public sealed partial class TurnContext
{
    public Task<OpenAnswers?> ReadAnswersAsync(string roundId, string memberId, CancellationToken cancel) => rounds.ReadAsync(roundId, memberId, cancel);

    public Task<IReadOnlyList<RoundAnswers>> AllAnswersAsync(string roundId, CancellationToken cancel) => rounds.AllAsync(roundId, cancel);

    /// <summary>Each dimension's scores of a closed round of this partnership: a person's mean times 12, 12 to 60. Nobody can tell whose they are.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<int>>> SealedScoresAsync(string roundId, CancellationToken cancel) => sealing.ScoresAsync(PartnershipId, roundId, cancel);

    /// <summary>What <see cref="KeepFiguresAsync"/> kept; null before.</summary>
    public Task<string?> FiguresAsync(string roundId, CancellationToken cancel) => sealing.FiguresAsync(PartnershipId, roundId, cancel);

    // Open rounds: written before the commit, each safe to repeat.

    public void BeginRound(string roundId) => before.Add(cancel => rounds.BeginAsync(roundId, cancel));

    /// <summary>The member's organisation is kept inside what is encrypted.</summary>
    public void SaveAnswers(string roundId, string memberId, OpenAnswers answers)
    {
        var whole = answers.Organisation.Length > 0 ? answers : answers with { Organisation = Member?.OrganisationId ?? "" };
        before.Add(cancel => rounds.SaveAsync(roundId, memberId, whole, cancel));
    }

    /// <summary>Deletes the answers of a round that is not sealed, and its key.</summary>
    public void ForgetRound(string roundId) => before.Add(cancel => rounds.ForgetAsync(roundId, cancel));

    /// <summary>Deletes both keys of a round, and every trace of what was removed of it.</summary>
    public void ForgetKeys(string roundId) => before.Add(cancel => sealing.ForgetKeysAsync(roundId, cancel));

    // Closing rounds of this partnership: these write at once, to partitions that only closing writes. Each is safe to repeat.

    /// <summary>Writes the sealed rows, for some seconds.</summary>
    /// <param name="counts">Whether what one person has answered counts; always the same of the same.</param>
    /// <returns>Whether they are all there; else ask again in another turn.</returns>
    public Task<bool> SealAsync(string roundId, IReadOnlyList<SealedItem> items, Func<IReadOnlyDictionary<string, string>, bool> counts, CancellationToken cancel) =>
        sealing.SealAsync(PartnershipId, roundId, items, counts, cancel);

    /// <summary>Keeps the figures of a sealed round, unless it has some.</summary>
    public Task KeepFiguresAsync(string roundId, string figures, CancellationToken cancel) => sealing.KeepFiguresAsync(PartnershipId, roundId, figures, cancel);

    /// <summary>Deletes the open answers of a round whose figures are kept, for some seconds.</summary>
    /// <returns>Whether none is left; else ask again in another turn.</returns>
    public Task<bool> ForgetAnswersAsync(string roundId, CancellationToken cancel) => sealing.ForgetAnswersAsync(PartnershipId, roundId, cancel);
}
