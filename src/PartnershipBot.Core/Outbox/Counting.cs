using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Outbox;

/// <summary>Counts the messages that the bot starts, each before it is sent, so that whoever dies in between has counted one too many rather than one too few.</summary>
sealed class Counting(Tables tables, TimeProvider clock)
{
    /// <summary>Written with every count, so that of two processes only one takes the last of a month.</summary>
    const string Guard = Budget.Prefix;

    const int MostTries = 5;

    /// <param name="what">What it counts as; counted before, this month or last, it is not counted again.</param>
    /// <param name="before">Whether it has to be counted before.</param>
    /// <returns>Whether it may be sent.</returns>
    public async Task<bool> TakeAsync(Person person, string what, bool before, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var month = Budget.Month(now, person.Zone);
            var kept = Budget.Key(Budget.Month(now.AddDays(-31), person.Zone), "");
            var (count, guard, old) = (0, (string?)null, new List<Change>());
            await foreach (var row in tables.Main.QueryAsync(person.Partition, Budget.Prefix, Keys.After(Budget.Prefix), cancel))
            {
                if (row.Key == Guard) guard = row.ETag;
                else if (row.Key.EndsWith("|" + what, StringComparison.Ordinal)) return true;
                else if (row.Key.StartsWith(Budget.Key(month, ""), StringComparison.Ordinal)) count++;
                else if (string.CompareOrdinal(row.Key, kept) < 0 && old.Count < 50) old.Add(new Change.Remove(row.Key, row.ETag!));
            }
            if (before || person.MostMessages != Budget.NoLimit && count >= person.MostMessages) return false;
            try
            {
                await tables.Main.CommitAsync(person.Partition,
                    [new Change.Put(new Row(Guard, new Columns(), guard)), new Change.Put(new Row(Budget.Key(month, what), new Columns())), .. old], cancel);
                return true;
            }
            catch (ConflictException) when (attempt < MostTries)
            {
                // Another message was counted in the same moment: count again.
            }
        }
    }
}
