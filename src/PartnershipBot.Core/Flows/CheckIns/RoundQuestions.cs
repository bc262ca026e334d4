using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What a round asks: its pack, without what the partnership leaves out, and with what it asks itself. It is settled when the round opens.</summary>
/// <param name="Ids">In the order in which they are asked, for the round's row.</param>
/// <param name="Own">The partnership's own of them; others may be among these.</param>
sealed record RoundQuestions(Pack Pack, IReadOnlyList<string> Ids, IReadOnlyList<OwnQuestion> Own)
{
    /// <summary>In the order in which they are asked, in English.</summary>
    public static async Task<IReadOnlyList<Question>> OfAsync(TurnContext turn, Round round, CancellationToken cancel) =>
        (await ReadAsync(turn, round, cancel)).In(Pack.FirstLanguage);

    /// <summary>What the round asks.</summary>
    public static async Task<RoundQuestions> ReadAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        var pack = PackLibrary.Find(round.Pack, round.PackVersion);
        // A round from before these ids were kept asks its whole pack.
        var ids = round.Questions.Length > 0 ? round.Questions.Split(' ') : [.. pack.Rated(round.First).Select(question => question.Id)];
        var missing = ids.Except(pack.Questions.Select(question => question.Id), StringComparer.Ordinal).Any();
        return new RoundQuestions(pack, ids, missing ? await OwnAsync(turn, cancel) : []);
    }

    /// <summary>What a round with this pack would ask, if it opened now.</summary>
    /// <param name="first">Whether it would be the partnership's first.</param>
    public static async Task<RoundQuestions> NextAsync(TurnContext turn, Pack pack, bool first, CancellationToken cancel)
    {
        var leftOut = await LeftOutAsync(turn, cancel);
        var own = (await OwnAsync(turn, cancel)).Where(question => question.IsAsked).ToList();
        var asked = pack.Rated(first).Where(question => !leftOut.Ids.Contains(question.Id) && (question.OnlyIf is null || !leftOut.Ids.Contains(question.OnlyIf.Question)));
        return new RoundQuestions(pack, [.. asked.Select(question => question.Id), .. own.Select(question => question.Id)], own);
    }

    /// <summary>The partnership's own questions, also those that are asked no more, in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<OwnQuestion>> OwnAsync(TurnContext turn, CancellationToken cancel)
    {
        var own = new List<OwnQuestion>();
        await foreach (var row in turn.QueryAsync(OwnQuestion.Prefix, cancel)) own.Add(OwnQuestion.FromRow(row));
        return [.. own.OrderBy(question => question.AddedAt).ThenBy(question => question.Id, StringComparer.Ordinal)];
    }

    public static async Task<LeftOut> LeftOutAsync(TurnContext turn, CancellationToken cancel) => LeftOut.FromRow(await turn.GetAsync(LeftOut.Key, cancel));

    /// <summary>In the order in which they are asked. A partnership's own words are in the language that they were written in.</summary>
    public IReadOnlyList<Question> In(string language)
    {
        var known = Pack.In(language).Questions.Concat(Own.Select(question => Of(question, language))).ToDictionary(question => question.Id, StringComparer.Ordinal);
        return [.. Ids.Where(known.ContainsKey).Select(id => known[id])];
    }

    // Each is a dimension of its own: nothing is averaged over what a partnership happens to ask.
    static Question Of(OwnQuestion question, string language) =>
        new(question.Id, question.Id, question.Words, PackLibrary.Scale(question.Scale, language), Skip.Never) { Heading = question.Words };
}
