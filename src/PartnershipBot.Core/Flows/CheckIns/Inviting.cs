using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Asks every member, and lets each put it off or leave it.</summary>
sealed class Inviting(Site site)
{
    static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <summary>Invites the next page of members. Where it stands is kept in the round's row, so that a page done twice asks nobody twice.</summary>
    public async Task<InvokeResponse> InviteAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { InvitedTo: not Round.Everyone } round || !round.Takes(turn.Now)) return InvokeResponse.Ok;

        var page = await MemberPage.ReadAsync(turn, round.InvitedTo, cancel);
        var name = await RoundRows.PartnershipNameAsync(turn, cancel);
        var questions = await RoundQuestions.ReadAsync(turn, round, cancel);
        var later = await LaterResults.OrganisationsAsync(turn, cancel);
        var latest = await LaterResults.AtTheLatestAsync(turn, round.ClosesAt, cancel);
        foreach (var member in page.Members)
        {
            turn.Save(new Invited(round.Id, member.Id, false, null).ToRow());
            Ask(turn, round, member, name, questions, Also(member, later, latest));
            // Everybody gets this job, whether they answer or not: only the rounds store knows who did.
            if (Reminding.At(round, member.SendTime) is { } remind) turn.Schedule(CheckInVerbs.Remind, remind, $"{round.Id}|{member.Id}");
        }
        turn.Save((round with { InvitedTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(CheckInVerbs.Invite, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>An invitation that had to wait for its person's hours. It does not ask the rounds store: what is counted must not tell who has answered already.</summary>
    public async Task<InvokeResponse> AskAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 2);
        if (turn.Now - turn.Activity.At > SendTime.MostLate) return InvokeResponse.Ok;
        if (await RoundRows.GetAsync(turn, parts[0], cancel) is not { } round || !round.Takes(turn.Now)) return InvokeResponse.Ok;
        if (await turn.GetAsync(Keys.MemberPrefix + parts[1], cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } member) return InvokeResponse.Ok;
        var also = Also(member, await LaterResults.OrganisationsAsync(turn, cancel), await LaterResults.AtTheLatestAsync(turn, round.ClosesAt, cancel));
        Ask(turn, round, member, await RoundRows.PartnershipNameAsync(turn, cancel), await RoundQuestions.ReadAsync(turn, round, cancel), also);
        return InvokeResponse.Ok;
    }

    /// <summary>The same card again in an hour, or when the person's hours begin again; once.</summary>
    public async Task<InvokeResponse> LaterAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var until = turn.Person!.SendTime.Next(turn.Now + AnHour, turn.Person.Id);
        if (NextRound.IsTest(turn)) return new InvokeResponse.Show(InviteCard.PutOff(reader, turn.Activity.Value, until));
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (!round.Takes(until)) return new InvokeResponse.Show(await AgainAsync(turn, reader, round, cancel));

        var key = Invited.Prefix(round.Id) + turn.Member!.Id;
        if (await turn.GetAsync(key, cancel) is { } row && Invited.FromRow(row) is { AskAgain: false } invited)
        {
            turn.Save((invited with { AskAgain = true, AgainAt = until }).ToRow());
            turn.Schedule(CheckInVerbs.Again, until, $"{round.Id}|{turn.Member.Id}");
        }
        return new InvokeResponse.Show(InviteCard.PutOff(reader, round.Id, until));
    }

    /// <summary>Only the rounds store knows whether it is still wanted. The card has no id of its own, so nothing is left behind when it was sent.</summary>
    public async Task<InvokeResponse> AgainAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 2);
        if (await RoundRows.GetAsync(turn, parts[0], cancel) is not { } round || !round.Takes(turn.Now)) return InvokeResponse.Ok;
        if (await turn.GetAsync(Keys.MemberPrefix + parts[1], cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } member) return InvokeResponse.Ok;
        if (await turn.ReadAnswersAsync(round.Id, member.Id, cancel) is not null) return InvokeResponse.Ok;
        var also = Also(member, await LaterResults.OrganisationsAsync(turn, cancel), await LaterResults.AtTheLatestAsync(turn, round.ClosesAt, cancel));
        turn.Send(member.PersonId, await AgainAsync(turn, Reader.Of(member), round, cancel, also), started: true, budget: Budget.Free, nowOrNever: true, until: round.ClosesAt);
        return InvokeResponse.Ok;
    }

    /// <summary>Kept where the answers are, so that nobody is reminded who said no, and nobody can tell who said no from who answered.</summary>
    public static async Task<InvokeResponse> SkipAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (NextRound.IsTest(turn)) return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (await turn.ReadAnswersAsync(round.Id, turn.Member!.Id, cancel) is null) turn.SaveAnswers(round.Id, turn.Member.Id, OpenAnswers.Skip);
        return new InvokeResponse.Show(InviteCard.Skipped(reader, round.Id, round.ClosesAt, await RoundRows.AsksAboutPartnersAsync(turn, cancel)));
    }

    void Ask(TurnContext turn, Round round, Member member, string partnership, RoundQuestions questions, string? also)
    {
        var card = Draw(Reader.Of(member), partnership, round, questions, again: false, also);
        turn.Send(member.PersonId, card with { Origin = new Origin(turn.Home, Invited.CardId(round.Id, member.Id)) },
            started: true, budget: Budget.CheckIn(round.Id), until: round.ClosesAt, ask: $"{CheckInVerbs.Ask} {round.Id}|{member.Id}");
    }

    async Task<Card> AgainAsync(TurnContext turn, Reader reader, Round round, CancellationToken cancel, string? also = null) =>
        Draw(reader, await RoundRows.PartnershipNameAsync(turn, cancel), round, await RoundQuestions.ReadAsync(turn, round, cancel), again: true, also);

    Card Draw(Reader reader, string partnership, Round round, RoundQuestions questions, bool again, string? also) => questions.In(reader.Language) is [var only]
        ? OneQuestion.Invite(reader, site, partnership, round.Id, only, round.ClosesAt, also)
        : InviteCard.Draw(reader, partnership, round.Id, questions.Ids.Count, round.ClosesAt, again, also);

    /// <summary>What differs for this member: when they see the result, and whether they count.</summary>
    /// <param name="later">Organisations that see the result later.</param>
    /// <param name="latest">When they see it at the latest.</param>
    static string? Also(Member member, IReadOnlySet<string> later, DateTimeOffset latest)
    {
        var reader = Reader.Of(member);
        List<string> lines = [];
        if (!member.Confirmed) lines.Add(reader["Invite.Unconfirmed"]);
        if (later.Contains(member.OrganisationId)) lines.Add(reader["Invite.HearsLater", reader.Day(latest)]);
        return lines.Count > 0 ? string.Join('\n', lines) : null;
    }
}
