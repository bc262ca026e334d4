using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Reminds once a round whoever has not answered. Who that is, only the rounds store knows, and it is asked just before sending: nothing is left behind that tells.</summary>
static class Reminding
{
    /// <summary>How much of the time to answer has gone by.</summary>
    const double Share = 0.7;

    /// <summary>How long before the end nobody is reminded any more, and how long after somebody asked to be asked again.</summary>
    static readonly TimeSpan ADay = TimeSpan.FromHours(24);

    /// <summary>The person's hour on their first working day when 70 % of the time is over. UTC; null when that is within a day of the end.</summary>
    public static DateTimeOffset? At(Round round, SendTime time)
    {
        var over = round.OpenedAt + (round.ClosesAt - round.OpenedAt) * Share;
        var day = time.OpenDayFrom(Schedule.Today(over, time.Zone));
        var at = Schedule.At(day, time.Hour, time.Zone);
        return at < round.ClosesAt - ADay ? at : null;
    }

    public static async Task<InvokeResponse> RemindAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 2);
        if (await RoundRows.GetAsync(turn, parts[0], cancel) is not { } round || !round.Takes(turn.Now + ADay)) return InvokeResponse.Ok;
        if (await turn.GetAsync(Storage.Keys.MemberPrefix + parts[1], cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } member) return InvokeResponse.Ok;
        if (await turn.GetAsync(Invited.Prefix(round.Id) + member.Id, cancel) is { } asked && Invited.FromRow(asked).AgainAt > turn.Now - ADay) return InvokeResponse.Ok;
        if (await turn.ReadAnswersAsync(round.Id, member.Id, cancel) is not null) return InvokeResponse.Ok;

        var card = InviteCard.Reminder(Reader.Of(member), await RoundRows.PartnershipNameAsync(turn, cancel), round);
        turn.Send(member.PersonId, card, started: true, budget: Budget.CheckIn(round.Id), nowOrNever: true, until: round.ClosesAt);
        return InvokeResponse.Ok;
    }
}
