using System.Globalization;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Takes away what a partnership has kept long enough. One job, once a month, for as long as there is something that grows old.</summary>
internal static class Purging
{
    /// <summary>In partnership|: that the job is there.</summary>
    const string Marker = "purging";

    /// <summary>Something was written that will grow old. The job is begun once.</summary>
    public static async Task<InvokeResponse> BeginAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(Marker, cancel) is not null) return InvokeResponse.Ok;
        turn.Save(new Row(Marker, new Columns { ["since"] = turn.Now }));
        turn.Schedule(PrivacyVerbs.Purge, NextMonth(turn.Now), "0");
        return InvokeResponse.Ok;
    }

    /// <summary>One page; the value counts the rows that went on the pages before.</summary>
    public static async Task<InvokeResponse> PurgeAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await turn.GetAsync(Marker, cancel) is not { } marker || await turn.GetAsync(Keys.Profile, cancel) is not { } profile) return InvokeResponse.Ok;
        var before = int.Parse(turn.Activity.Value, CultureInfo.InvariantCulture);
        var limit = turn.Now.AddYears(-Partnership.FromRow(turn.PartnershipId, profile).KeepYears);

        var (gone, lines) = (0, 0);
        await foreach (var row in OldAsync(turn, limit, cancel))
        {
            turn.Remove(row);
            if (row.Key.StartsWith(LogEntry.Prefix, StringComparison.Ordinal)) lines++;
            else gone++;
            if (gone + lines == Erasing.ChangesAtOnce) break;
        }

        if (gone + lines == Erasing.ChangesAtOnce) turn.Schedule(PrivacyVerbs.Purge, turn.Now, (before + gone).ToString(CultureInfo.InvariantCulture));
        else if (before + gone > 0)
        {
            // Only lines of the log itself are not worth a new one, which would grow old in its turn.
            turn.Note(LogEntry.PurgeRan, by: "", number: before + gone);
            turn.Schedule(PrivacyVerbs.Purge, NextMonth(turn.Now), "0");
        }
        else if (await IsAnythingLeftAsync(turn, limit, cancel)) turn.Schedule(PrivacyVerbs.Purge, NextMonth(turn.Now), "0");
        else turn.Remove(marker);
        return InvokeResponse.Ok;
    }

    static async IAsyncEnumerable<Row> OldAsync(TurnContext turn, DateTimeOffset limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in turn.QueryAsync(LogEntry.Prefix, LogEntry.Prefix + Keys.Time(limit), cancel)) yield return row;
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row).LeftAt < limit) yield return row;
        await foreach (var row in turn.QueryAsync(Keys.DeadPrefix, cancel))
            if (row.Time("at") < limit) yield return row;
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
        {
            if (!(Round.FromRow(row).ClosedAt < limit)) continue;
            var id = row.Key[Keys.RoundPrefix.Length..];
            foreach (var prefix in (string[])[Invited.Prefix(id), $"said|{id}|", $"note|{id}", Keys.Card($"invite.{id}."), Keys.Sent($"invite.{id}.")])
                await foreach (var part in turn.QueryAsync(prefix, cancel)) yield return part;
            // The round goes after its parts, so that a page that ends among them finds them again.
            yield return row;
        }
    }

    static async Task<bool> IsAnythingLeftAsync(TurnContext turn, DateTimeOffset limit, CancellationToken cancel)
    {
        await foreach (var _ in turn.QueryAsync(LogEntry.Prefix + Keys.Time(limit), Keys.After(LogEntry.Prefix), cancel)) return true;
        await foreach (var _ in turn.QueryAsync(Keys.RoundPrefix, cancel)) return true;
        await foreach (var row in turn.QueryAsync(Keys.MemberPrefix, cancel))
            if (Member.FromRow(row).LeftAt is not null) return true;
        return false;
    }

    /// <summary>The night in which the next month begins.</summary>
    static DateTimeOffset NextMonth(DateTimeOffset now) => new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 2, 0, 0, TimeSpan.Zero).AddMonths(1);
}
