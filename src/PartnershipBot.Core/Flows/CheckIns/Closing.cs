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
        return new InvokeResponse.Show(Reader.Say(reader["Close.Done"]));
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

        var questions = PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First);
        if (!await turn.SealAsync(round.Id, [.. questions.Select(Sealed)], cancel))
        {
            turn.Schedule(CheckInVerbs.Count, turn.Now, round.Id);
            return InvokeResponse.Ok;
        }
        if (await turn.FiguresAsync(round.Id, cancel) is null)
        {
            var answers = (await turn.AllAnswersAsync(round.Id, cancel)).Select(one => new Respondent(one.Organisation, one.Given)).ToList();
            var asked = await AskedAsync(turn, round, cancel);
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
        turn.Note(LogEntry.KeyDestroyed);
        turn.Save((round with { State = RoundState.Closed, ClosedAt = turn.Now, Result = figures }).ToRow());
        turn.Save(((await RoundRows.CurrentAsync(turn, cancel)) with { Open = "", Last = round.Id }).ToRow());
        turn.Schedule(CheckInVerbs.Publish, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    static SealedItem Sealed(Question question) => new(question.Id, question.Dimension, Reversed: false);

    static void Close(TurnContext turn, Round round)
    {
        turn.Save((round with { State = RoundState.Closing }).ToRow());
        turn.Note(LogEntry.RoundClosed);
        turn.Schedule(CheckInVerbs.Count, turn.Now + Round.Drain, round.Id);
    }

    /// <summary>Everybody who could have answered: who was invited, and who is a member now.</summary>
    static async Task<(int People, int Organisations)> AskedAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        var invited = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in turn.QueryAsync(Invited.Prefix(round.Id), cancel)) invited.Add(Invited.FromRow(row).Member);
        var asked = new List<Member>();
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row) is var member && (member.IsActive || invited.Contains(member.Id))) asked.Add(member);
        return (asked.Count, asked.Select(member => member.OrganisationId).Distinct(StringComparer.Ordinal).Count());
    }

    /// <returns>The round that closed before, for what has changed since; null when there is none.</returns>
    static async Task<LastRound?> LastAsync(TurnContext turn, CancellationToken cancel) =>
        await RoundRows.GetAsync(turn, (await RoundRows.CurrentAsync(turn, cancel)).Last, cancel) is { Result.Length: > 0 } last
            ? new LastRound(RoundResult.FromJson(last.Result), await turn.SealedScoresAsync(last.Id, cancel))
            : null;
}
