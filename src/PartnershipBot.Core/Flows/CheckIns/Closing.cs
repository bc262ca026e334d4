using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Closes a round: no more answers, a minute for those on their way, every value sealed by itself, the figures once; then the answers go, and their keys last.</summary>
static class Closing
{
    public static async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await RoundRows.OpenAsync(turn, cancel) is not { } round) return new InvokeResponse.Show(Reader.Say(reader["None"]));
        if (round.State != RoundState.Open) return new InvokeResponse.Show(Reader.Say(reader["Open.Closing"]));

        var people = (await MemberPage.AllAsync(turn, cancel)).Count;
        return new InvokeResponse.Show(new Card(reader["Close.Title"],
        [
            new TextBlock(reader["Close.Title"], TextStyle.Heading),
            new TextBlock(reader["Close.What", reader.Moment(round.ClosesAt)]),
            new ActionSet([new Button(CheckInVerbs.CloseYes, reader["Close.For", reader.People(people)], round.Id, ButtonStyle.Danger)]),
        ]));
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (await RoundRows.AskedAsync(turn, cancel) is not { State: RoundState.Open } round) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        Close(turn, round);
        return new InvokeResponse.Show(Reader.Say(reader[await RoundRows.HasPairsAsync(turn, cancel) ? "Close.DonePairs" : "Close.Done"]));
    }

    /// <summary>Its time has come.</summary>
    public static async Task<InvokeResponse> EndAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is { State: RoundState.Open } round) Close(turn, round);
        return InvokeResponse.Ok;
    }

    /// <summary>Seals the answers, a part in each turn, then makes the figures, once. Only what is shown is kept of them.</summary>
    public static async Task<InvokeResponse> CountAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { State: RoundState.Closing } round) return InvokeResponse.Ok;

        var questions = await RoundQuestions.OfAsync(turn, round, cancel);
        if (!await turn.SealAsync(round.Id, RoundItems.Of(questions), given => Complete.Enough(questions, given), cancel))
        {
            turn.Schedule(CheckInVerbs.Count, turn.Now, round.Id);
            return InvokeResponse.Ok;
        }
        if (await turn.FiguresAsync(round.Id, cancel) is null)
        {
            var answers = (await turn.AllAnswersAsync(round.Id, cancel)).Where(one => Complete.Enough(questions, one.Given))
                .Select(one => new Respondent(one.Organisation, one.Given)).ToList();
            var asked = await Counting.AskedAsync(turn, round, cancel);
            var result = RoundResult.Of(questions, answers, asked.People, last: await LastAsync(turn, cancel), organisationsAsked: asked.Organisations);
            await turn.KeepFiguresAsync(round.Id, result.ToJson(), cancel);
        }
        turn.Schedule(CheckInVerbs.Forget, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>Deletes the open answers, a part in each turn, and the keys last. Nothing is published before they are gone.</summary>
    public static async Task<InvokeResponse> ForgetAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { State: RoundState.Closing } round) return InvokeResponse.Ok;
        if (await turn.FiguresAsync(round.Id, cancel) is not { } figures) return InvokeResponse.Ok;
        if (!await turn.ForgetAnswersAsync(round.Id, cancel))
        {
            turn.Schedule(CheckInVerbs.Forget, turn.Now, round.Id);
            return InvokeResponse.Ok;
        }
        turn.ForgetKeys(round.Id);
        // Where partners rated each other, each organisation sees its own figures first: who makes them lets the result go out.
        var pairs = await RoundRows.HasPairsAsync(turn, cancel);
        turn.Save((round with { State = RoundState.Closed, ClosedAt = turn.Now, Result = figures, PublishAt = pairs ? turn.Now + Round.SeenFirst : null }).ToRow());
        turn.Save(((await RoundRows.CurrentAsync(turn, cancel)) with { Open = "", Last = round.Id }).ToRow());
        turn.Schedule(pairs ? CheckInVerbs.PairFigures : CheckInVerbs.Publish, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    static void Close(TurnContext turn, Round round)
    {
        turn.Save((round with { State = RoundState.Closing }).ToRow());
        turn.Schedule(CheckInVerbs.LeaveOut, turn.Now + Round.Drain, round.Id);
    }

    /// <returns>The round that closed before, for what has changed since; null when there is none.</returns>
    static async Task<LastRound?> LastAsync(TurnContext turn, CancellationToken cancel) =>
        await RoundRows.GetAsync(turn, (await RoundRows.CurrentAsync(turn, cancel)).Last, cancel) is { Result.Length: > 0 } last
            ? new LastRound(RoundResult.FromJson(last.Result), await turn.SealedScoresAsync(last.Id, cancel))
            : null;
}
