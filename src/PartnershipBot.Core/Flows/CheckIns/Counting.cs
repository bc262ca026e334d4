using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Who counts in a round: those of whom their organisation's lead has said that they are with it.</summary>
static class Counting
{
    /// <summary>How many people's answers are taken out in one turn.</summary>
    const int MostAtOnce = 50;

    /// <summary>Once no more answers come: those of people who do not count are taken out, before anything is made of them.</summary>
    public static async Task<InvokeResponse> LeaveOutAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { State: RoundState.Closing } round) return InvokeResponse.Ok;
        var left = 0;
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
        {
            if (left == MostAtOnce) break;
            if (Member.FromRow(row) is not { Confirmed: false } member || await turn.ReadAnswersAsync(round.Id, member.Id, cancel) is not { } answers) continue;
            turn.SaveAnswers(round.Id, member.Id, answers with { Given = Activity.NoInputs });
            left++;
        }
        turn.Schedule(left == MostAtOnce ? CheckInVerbs.LeaveOut : CheckInVerbs.Count, turn.Now, round.Id);
        return InvokeResponse.Ok;
    }

    /// <summary>Everybody who could have answered and counts: who was invited, and who is a member now.</summary>
    public static async Task<(int People, int Organisations)> AskedAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        var invited = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in turn.QueryAsync(Invited.Prefix(round.Id), cancel)) invited.Add(Invited.FromRow(row).Member);
        var (people, organisations) = (0, new HashSet<string>(StringComparer.Ordinal));
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
        {
            if (Member.FromRow(row) is not { Confirmed: true } member || !member.IsActive && !invited.Contains(member.Id)) continue;
            people++;
            organisations.Add(member.OrganisationId);
        }
        return (people, organisations.Count);
    }
}
