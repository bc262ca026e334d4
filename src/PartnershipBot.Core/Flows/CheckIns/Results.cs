using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Says what was heard, to everybody the same.</summary>
static class Results
{
    /// <summary>Sends the result to the next page of members. Where it stands is kept in the round's row, so that a page done twice tells nobody twice.</summary>
    public static async Task<InvokeResponse> PublishAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { State: RoundState.Closed, PublishedTo: not Round.Everyone } round || round.IsHeldBack(turn.Now)) return InvokeResponse.Ok;

        if (round.PublishedTo.Length == 0) await Hidden.OfferAsync(turn, round, cancel);
        var page = await MemberPage.ReadAsync(turn, round.PublishedTo, cancel);
        var name = await RoundRows.PartnershipNameAsync(turn, cancel);
        var questions = await RoundQuestions.ReadAsync(turn, round, cancel);
        var later = await LaterResults.WaitingAsync(turn, round, cancel);
        foreach (var member in page.Members)
        {
            var reader = Reader.Of(member);
            turn.Update(member.PersonId, InviteCard.Closed(reader) with { Origin = new Origin(turn.Home, Invited.CardId(round.Id, member.Id)) });
            if (!later.Contains(member.OrganisationId))
                turn.Send(member.PersonId, ResultCard.Draw(reader, name, round, questions.In(reader.Language)), started: true, budget: Budget.Free);
        }
        turn.Save((round with { PublishedTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(CheckInVerbs.Publish, turn.Now, round.Id);
        else if (later.Count > 0) await LaterResults.WaitAsync(turn, round, cancel);
        else turn.Schedule(CheckInVerbs.Post, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var round = await RoundRows.GetAsync(turn, current.Last, cancel);
        if (round is not null && round.IsHeldBack(turn.Now)) return new InvokeResponse.Show(Reader.Say(reader["Result.HeldBack", reader.Moment(round.PublishAt!.Value)]));
        if (await LaterResults.NotYetAsync(turn, reader, current.Last, cancel) is { } notYet) return new InvokeResponse.Show(notYet);
        return new InvokeResponse.Show(round is not null
            ? ResultCard.Draw(reader, await RoundRows.PartnershipNameAsync(turn, cancel), round, (await RoundQuestions.ReadAsync(turn, round, cancel)).In(reader.Language))
            : Reader.Say(reader["Result.NoneYet"]));
    }
}
