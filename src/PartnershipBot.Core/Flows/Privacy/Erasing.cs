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
    static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    public static async Task<InvokeResponse> HereAsync(TurnContext turn, CancellationToken cancel)
    {
        var parts = turn.Activity.Value.Split('|', 3);
        var (member, person, after) = (parts[0], parts[1], parts[2]);
        if (after.Length == 0) await BeginAsync(turn, member, cancel);

        var (read, changed, last) = (0, 0, "");
        await foreach (var row in turn.QueryAsync(after + "!", "~", cancel))
        {
            last = row.Key;
            if (row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && row.Key.EndsWith("|" + turn.Activity.Id, StringComparison.Ordinal)) continue;
            if (IsStandingAt(row, member, turn.Now))
            {
                turn.Schedule(PrivacyVerbs.ForgetHere, turn.Now + AMoment, $"{member}|{person}|{after}");
                return InvokeResponse.Ok;
            }
            if (Mentions(row, member) || Mentions(row, person))
            {
                if (IsTheirs(row, member, person)) turn.Remove(row);
                else turn.Save(Without(row, member, person));
                changed++;
            }
            if (++read < RowsAtOnce && changed < ChangesAtOnce) continue;
            turn.Schedule(PrivacyVerbs.ForgetHere, turn.Now, $"{member}|{person}|{last}");
            break;
        }
        return InvokeResponse.Ok;
    }

    /// <summary>Answers of a check-in that is open go first; they are found by the member's id alone.</summary>
    static async Task BeginAsync(TurnContext turn, string memberId, CancellationToken cancel)
    {
        await OpenRatings.RemoveAsync(turn, memberId, cancel);
        if (await turn.GetAsync(Keys.MemberPrefix + memberId, cancel) is { } row && Member.FromRow(row).IsActive) turn.Note(LogEntry.MemberLeft, by: "");
    }

    static bool IsTheirs(Row row, string member, string person) =>
        row.Key.Contains(member, StringComparison.Ordinal) || row.Key.Contains(person, StringComparison.Ordinal)
        || row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) || row.Key.StartsWith(Keys.DeadPrefix, StringComparison.Ordinal);

    static bool Mentions(Row row, string id) =>
        row.Key.Contains(id, StringComparison.Ordinal) || row.Columns.Values.OfType<string>().Any(text => text.Contains(id, StringComparison.Ordinal));

    static Row Without(Row row, string member, string person) => row with
    {
        Columns = row.Columns.ToDictionary(column => column.Key, column => column.Value is string text
            ? text.Replace(member, "", StringComparison.Ordinal).Replace(person, "", StringComparison.Ordinal)
            : column.Value, StringComparer.Ordinal),
    };

    /// <summary>Whether pages of messages have got as far as this member, and will go on from them in a moment.</summary>
    static bool IsStandingAt(Row row, string member, DateTimeOffset now) =>
        row.Text("invitedTo") == member || row.Text("publishedTo") == member || row.Text("to") == member
        || row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && Job.FromRow(row) is { Delivery: null } job
            && job.Due <= now + AMoment && job.Verb != PrivacyVerbs.ForgetHere && Mentions(row, member);
}
