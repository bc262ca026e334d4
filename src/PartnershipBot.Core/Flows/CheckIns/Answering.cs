using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Takes a person's ratings, lets them change them, and takes them away again. They go to the rounds store alone.</summary>
sealed class Answering(Site site)
{
    public async Task<InvokeResponse> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (IsTest(turn)) return new InvokeResponse.Open(await TestFormAsync(turn, reader, cancel));
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round) return new InvokeResponse.Show(Reader.Say(reader["None"]));
        if (!round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));

        var answers = await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel);
        return new InvokeResponse.Open(CheckInForm.Draw(reader, site, Questions(round), round.Id, round.ClosesAt, answers?.Given));
    }

    public async Task<InvokeResponse> SubmitAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (IsTest(turn)) return await SubmitTestAsync(turn, reader, cancel);
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));

        var questions = Questions(round);
        var before = await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel);
        if (CheckInForm.Check(reader, questions, turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid(CheckInForm.Draw(reader, site, questions, round.Id, round.ClosesAt, before?.Given).With(turn.Activity.Inputs), wrong);

        var given = questions.ToDictionary(question => question.Id, question => turn.Activity.Input(question.Id), StringComparer.Ordinal);
        if (before is null || !IsSame(before.Given, given)) turn.SaveAnswers(round.Id, turn.Member.Id, new OpenAnswers(given, before?.Version));
        return new InvokeResponse.Show(Recorded(reader, round, await RoundRows.AsksAboutPartnersAsync(turn, cancel)));
    }

    public static async Task<InvokeResponse> RemoveAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel) is { } before)
            turn.SaveAnswers(round.Id, turn.Member.Id, before with { Given = Activity.NoInputs });
        return new InvokeResponse.Show(Reader.Say(reader["Removed", reader.Moment(round.ClosesAt)],
            reader.Button(CheckInVerbs.Answer, "AnswerNow", round.Id), reader.Button(CheckInVerbs.Next, "Next.Offer", round.Id)));
    }

    /// <summary>It has no id of its own: the message that holds it must leave nothing behind in the partnership.</summary>
    static Card Recorded(Reader reader, Round round, bool pairs)
    {
        var words = reader["Recorded", reader.Moment(round.ClosesAt)];
        return new Card(words,
        [
            new TextBlock(words),
            new ActionSet([
                reader.Button(CheckInVerbs.Answer, "Recorded.Change", round.Id),
                reader.Button(CheckInVerbs.Next, "Next.Offer", round.Id),
                .. InviteCard.Pairs(reader, round.Id, pairs),
                reader.Button(CheckInVerbs.Remove, "Recorded.Remove", round.Id),
            ]),
        ]);
    }

    async Task<InvokeResponse> SubmitTestAsync(TurnContext turn, Reader reader, CancellationToken cancel)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (CheckInForm.Check(reader, PackLibrary.Pulse.Rated(current.NoneEver), turn.Activity) is { Count: > 0 } wrong)
            return new InvokeResponse.Invalid((await TestFormAsync(turn, reader, cancel)).With(turn.Activity.Inputs), wrong);
        return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
    }

    async Task<Form> TestFormAsync(TurnContext turn, Reader reader, CancellationToken cancel)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        return CheckInForm.Test(reader, site, PackLibrary.Pulse.Rated(current.NoneEver), Schedule.ClosesAt(turn.Now, reader.Zone));
    }

    static bool IsTest(TurnContext turn) => turn.Activity is { Type: not ActivityType.Message, Value: CheckInVerbs.Test };

    static IReadOnlyList<Question> Questions(Round round) => PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First);

    static bool IsSame(IReadOnlyDictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(answer => other.TryGetValue(answer.Key, out var value) && value == answer.Value);
}
