using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The open round that somebody answers, and what they have answered so far.</summary>
/// <param name="Before">Null when nothing.</param>
/// <param name="Pairs">Whether questions about partners are offered beside it.</param>
sealed record AskedRound(Round Round, IReadOnlyList<Question> Questions, OpenAnswers? Before, bool Pairs)
{
    /// <summary>Empty too for who said that they skip it.</summary>
    public IReadOnlyDictionary<string, string> Given => Before is null || Before.Given.ContainsKey(OpenAnswers.Skipped) ? Activity.NoInputs : Before.Given;

    /// <summary>Null before the first answer, also for who said that they skip it.</summary>
    public IReadOnlyDictionary<string, string>? Answered => Given.Count > 0 ? Given : null;

    /// <returns>Null when there is no such round here, or it takes no answers now.</returns>
    public static async Task<AskedRound?> OfAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return null;
        var questions = (await RoundQuestions.ReadAsync(turn, round, cancel)).In(turn.Language);
        return new AskedRound(round, questions, await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel), await RoundRows.AsksAboutPartnersAsync(turn, cancel));
    }

    /// <summary>Keeps the answers, in the rounds store alone. An empty one takes an answer back; what is not asked any more goes.</summary>
    /// <returns>With what is kept now.</returns>
    public AskedRound Keep(TurnContext turn, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var given = new Dictionary<string, string>(Given, StringComparer.Ordinal);
        foreach (var (id, value) in answers)
            if (value.Length > 0) given[id] = value;
            else given.Remove(id);
        foreach (var question in Questions)
            if (!question.Applies(given)) given.Remove(question.Id);

        var kept = Before is null ? new OpenAnswers(given, null) : Before with { Given = given };
        if (!IsSame(Given, given)) turn.SaveAnswers(Round.Id, turn.Member!.Id, kept);
        return this with { Before = kept };
    }

    static bool IsSame(IReadOnlyDictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(answer => other.TryGetValue(answer.Key, out var value) && value == answer.Value);
}
