using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Asks every member, and lets each put it off or leave it.</summary>
static class Inviting
{
    static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    /// <summary>Invites the next page of members. Where it stands is kept in the round's row, so that a page done twice asks nobody twice.</summary>
    public static async Task<InvokeResponse> InviteAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { InvitedTo: not Round.Everyone } round || !round.Takes(turn.Now)) return InvokeResponse.Ok;

        var page = await MemberPage.ReadAsync(turn, round.InvitedTo, cancel);
        var name = await RoundRows.PartnershipNameAsync(turn, cancel);
        var later = await LaterResults.OrganisationsAsync(turn, cancel);
        var latest = await LaterResults.AtTheLatestAsync(turn, round.ClosesAt, cancel);
        foreach (var member in page.Members)
        {
            turn.Save(new Invited(round.Id, member.Id, false, null).ToRow());
            var card = Draw(Reader.Of(member), name, round, again: false, Also(member, later, latest));
            turn.Send(member.PersonId, card with { Origin = new Origin(turn.Home, Invited.CardId(round.Id, member.Id)) }, started: true);
        }
        turn.Save((round with { InvitedTo = page.To }).ToRow());
        if (page.To != Round.Everyone) turn.Schedule(CheckInVerbs.Invite, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>The same card again in an hour, once.</summary>
    public static async Task<InvokeResponse> LaterAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var until = turn.Now + AnHour;
        if (turn.Activity.Value == CheckInVerbs.Test) return new InvokeResponse.Show(InviteCard.PutOff(reader, CheckInVerbs.Test, until));
        if (await RoundRows.AskedAsync(turn, cancel) is not { } round || !round.Takes(turn.Now)) return new InvokeResponse.Show(InviteCard.TooLate(reader));
        if (!round.Takes(until)) return new InvokeResponse.Show(Draw(reader, await RoundRows.PartnershipNameAsync(turn, cancel), round, again: true));

        var key = Invited.Prefix(round.Id) + turn.Member!.Id;
        if (await turn.GetAsync(key, cancel) is { } row && Invited.FromRow(row) is { AskAgain: false } invited)
        {
            turn.Save((invited with { AskAgain = true }).ToRow());
            turn.Schedule(CheckInVerbs.Again, until, $"{round.Id}|{turn.Member.Id}");
        }
        return new InvokeResponse.Show(InviteCard.PutOff(reader, round.Id, until));
    }

    /// <summary>Only the rounds store knows whether it is still wanted. The card has no id of its own, so nothing is left behind when it was sent.</summary>
    public static async Task<InvokeResponse> AgainAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 2);
        if (await RoundRows.GetAsync(turn, parts[0], cancel) is not { } round || !round.Takes(turn.Now)) return InvokeResponse.Ok;
        if (await turn.GetAsync(Storage.Keys.MemberPrefix + parts[1], cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } member) return InvokeResponse.Ok;
        if (await turn.ReadAnswersAsync(round.Id, member.Id, cancel) is not null) return InvokeResponse.Ok;
        var also = Also(member, await LaterResults.OrganisationsAsync(turn, cancel), await LaterResults.AtTheLatestAsync(turn, round.ClosesAt, cancel));
        turn.Send(member.PersonId, Draw(Reader.Of(member), await RoundRows.PartnershipNameAsync(turn, cancel), round, again: true, also), started: true);
        return InvokeResponse.Ok;
    }

    /// <summary>Nothing is written: who skipped cannot be told from who has not looked yet.</summary>
    public static async Task<InvokeResponse> SkipAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        if (turn.Activity.Value == CheckInVerbs.Test) return new InvokeResponse.Show(Reader.Say(reader["Test.Done"]));
        return await RoundRows.AskedAsync(turn, cancel) is { } round && round.Takes(turn.Now)
            ? new InvokeResponse.Show(InviteCard.Skipped(reader, round.Id, round.ClosesAt, await RoundRows.AsksAboutPartnersAsync(turn, cancel)))
            : new InvokeResponse.Show(InviteCard.TooLate(reader));
    }

    static Card Draw(Reader reader, string partnership, Round round, bool again, string? also = null) =>
        InviteCard.Draw(reader, partnership, round.Id, PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First).Count, round.ClosesAt, again, also);

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
