using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Takes a person out of one partnership, a page of its rows at a time: rows that are theirs go, and where others name them the name goes.</summary>
/// <remarks>It looks at every row and not at a list of kinds, so that what is added later is not forgotten here. Done twice it finds nothing more.</remarks>
internal static class Erasing
{
    public const int ChangesAtOnce = 80;
    const int RowsAtOnce = 1_000;
    /// <summary>How long a coordinator may be gone before the leads may choose another.</summary>
    static readonly TimeSpan CoordinatorMissed = TimeSpan.FromDays(14);
    static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    public static async Task<InvokeResponse> HereAsync(TurnContext turn, CancellationToken cancel)
    {
        var who = Erased.Parse(turn.Activity.Value);
        if (who.After.Length == 0) await BeginAsync(turn, who.Member, cancel);

        var (read, changed, last) = (0, 0, "");
        await foreach (var row in turn.QueryAsync(who.After + "!", "~", cancel))
        {
            last = row.Key;
            if (row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && row.Key.EndsWith("|" + turn.Activity.Id, StringComparison.Ordinal)) continue;
            if (IsStandingAt(row, who, turn.Now))
            {
                // Who is read again from the same place: what this turn changes is done then.
                turn.Schedule(PrivacyVerbs.ForgetHere, turn.Now + AMoment, who.ToString());
                return InvokeResponse.Ok;
            }
            if (who.IsIn(row))
            {
                if (who.Owns(row)) turn.Remove(row);
                else turn.Save(who.TakenOutOf(row));
                changed++;
            }
            if (++read < RowsAtOnce && changed < ChangesAtOnce) continue;
            turn.Schedule(PrivacyVerbs.ForgetHere, turn.Now, (who with { After = last }).ToString());
            break;
        }
        return InvokeResponse.Ok;
    }

    /// <summary>Answers of a check-in that is open go first; they are found by the member's id alone.</summary>
    static async Task BeginAsync(TurnContext turn, string memberId, CancellationToken cancel)
    {
        await OpenRatings.RemoveAsync(turn, memberId, cancel);
        if (await turn.GetAsync(Keys.MemberPrefix + memberId, cancel) is not { } row || Member.FromRow(row) is not { IsActive: true } member) return;
        turn.Save((member with { LeftAt = turn.Now, Roles = Roles.None }).ToRow());
        turn.Note(LogEntry.MemberLeft, by: "");
        if (member.Roles.HasFlag(Roles.Coordinator)) turn.Schedule(PrivacyVerbs.CoordinatorGone, turn.Now + CoordinatorMissed);
    }

    /// <summary>Whether pages of messages have got as far as this member, and will go on from them in a moment.</summary>
    static bool IsStandingAt(Row row, Erased who, DateTimeOffset now) =>
        row.Text("invitedTo") == who.Member || row.Text("publishedTo") == who.Member || row.Text("to") == who.Member
        || row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && Job.FromRow(row) is { Delivery: null } job
            && job.Due <= now + AMoment && job.Verb != PrivacyVerbs.ForgetHere && job.Value.Contains(who.Member, StringComparison.Ordinal);
}
