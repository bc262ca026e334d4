using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Faults;

/// <summary>The life of one process, which ends at a write to a store: before it is made, or after, when nobody hears of it any more.</summary>
sealed class Life(int writes, bool afterIt)
{
    readonly Lock gate = new();
    readonly List<string> made = [];
    int unheard;

    public static Life Whole => new(int.MaxValue, afterIt: false);

    public bool IsOver { get; private set; }

    /// <summary>What was written, by partition and row of each first change; of the last one nobody may have heard.</summary>
    public IReadOnlyList<string> Made { get { lock (gate) return [.. made]; } }

    /// <summary>How many messages may have gone out without a note that they had.</summary>
    public int Unheard { get { lock (gate) return unheard; } }

    public ITable Of(ITable table) => new Mortal(table, this);

    /// <exception cref="StoreUnavailableException">The process is dead: whatever it still tries comes to nothing.</exception>
    public void Live()
    {
        if (IsOver) throw new StoreUnavailableException("The process is dead.", null);
    }

    async Task<T> WriteAsync<T>(string what, bool isSent, Func<Task<T>> write)
    {
        bool last;
        lock (gate)
        {
            if (isSent && (IsOver || made.Count + 1 >= writes)) unheard++;
            Live();
            last = made.Count + 1 >= writes;
            if (last) IsOver = true;
            if (!last || afterIt) made.Add(what);
        }
        if (last && !afterIt) Live();
        var result = await write();
        if (last) Live();
        return result;
    }

    sealed class Mortal(ITable table, Life life) : ITable
    {
        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancel)
        {
            life.Live();
            return table.GetAsync(partition, key, cancel);
        }

        public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancel)
        {
            life.Live();
            return table.QueryAsync(partition, from, to, cancel);
        }

        public Task<IReadOnlyList<string>> CommitAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) => life.WriteAsync(
            $"{partition} {changes[0].Key}", changes.All(change => change.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) || change.Key.StartsWith("sent|", StringComparison.Ordinal)),
            () => table.CommitAsync(partition, changes, cancel));

        public IAsyncEnumerable<string> FindPartitionsAsync(string from, string to, CancellationToken cancel)
        {
            life.Live();
            return table.FindPartitionsAsync(from, to, cancel);
        }

        public Task ForgetRemnantsAsync(CancellationToken cancel) => life.WriteAsync("remnants", false, async () =>
        {
            await table.ForgetRemnantsAsync(cancel);
            return true;
        });
    }
}
