using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>"We met": a check-in opens after a meeting, at most once a week.</summary>
static class Meeting
{
    static readonly TimeSpan AWeek = TimeSpan.FromDays(7);

    public static async Task<InvokeResponse> MetAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        var current = await RoundRows.CurrentAsync(turn, cancel);
        if (await Opening.RefusedAsync(turn, current, cancel) is { } refused) return new InvokeResponse.Show(refused);
        if (await RoundRows.GetAsync(turn, current.Last, cancel) is { } last && last.OpenedAt + AWeek > turn.Now)
            return new InvokeResponse.Show(Reader.Say(reader["Meeting.Week", reader.Moment(last.OpenedAt), reader.Moment(last.OpenedAt + AWeek)]));
        return await Opening.YesAsync(turn, cancel);
    }
}
