using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>The one writer of a file: takes the commits that wait, up to 64, and writes them in one transaction, so that they share one sync to disk.</summary>
sealed class SqliteWriter : IAsyncDisposable
{
    const int CommitsInABatch = 64;
    const int CommitsThatMayWait = 1024;

    readonly SqliteFile file;
    readonly Channel<SqliteCommit> waiting = Channel.CreateBounded<SqliteCommit>(
        new BoundedChannelOptions(CommitsThatMayWait) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    readonly List<SqliteCommit> batch = new(CommitsInABatch);
    readonly Task running;
    SqliteSession? session;

    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        running = Task.Run(RunAsync);
    }

    /// <inheritdoc cref="ITable.CommitAsync"/>
    public Task<IReadOnlyList<string>> QueueAsync(SqliteCommit commit, CancellationToken cancel)
    {
        commit.Watch();
        return waiting.Writer.TryWrite(commit) ? commit.Task : QueueSlowlyAsync(commit, cancel);
    }

    /// <summary>Writes what still waits, empties the log and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
    }

    async Task<IReadOnlyList<string>> QueueSlowlyAsync(SqliteCommit commit, CancellationToken cancel)
    {
        var queued = false;
        try
        {
            while (!queued && await waiting.Writer.WaitToWriteAsync(cancel)) queued = waiting.Writer.TryWrite(commit);
        }
        finally
        {
            if (!queued) commit.Release();
        }
        ObjectDisposedException.ThrowIf(!queued, typeof(SqliteTable));
        return await commit.Task;
    }

    async Task RunAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            // Those who were just told come first, so that their next commits are in this batch.
            await Task.Yield();
            SqliteCommit? forget = null;
            while (batch.Count < CommitsInABatch && forget is null && waiting.Reader.TryRead(out var commit))
            {
                if (!commit.TryTake()) commit.Release();
                else if (commit.Changes.Count == 0) forget = commit;
                else batch.Add(commit);
            }
            if (batch.Count > 0) Write();
            if (forget is not null) Forget(forget);
        }
        Close();
    }

    void Write()
    {
        Exception? failure = null;
        try
        {
            (session ??= new SqliteSession(file)).Write(batch);
        }
        catch (Exception e)
        {
            Abandon();
            failure = e;
        }

        foreach (var commit in batch)
        {
            commit.Release();
            if (failure is null) commit.Tell();
            else commit.SetException(SqliteFailure.Of(file, failure));
        }
        batch.Clear();
    }

    void Forget(SqliteCommit wish)
    {
        try
        {
            if ((session ??= new SqliteSession(file)).TryForget()) wish.SetResult([]);
            else wish.SetException(new StoreUnavailableException($"The log of '{file.Path}' could not be emptied because the file is being read. Deleted rows may still be in it: try again."));
        }
        catch (Exception e)
        {
            Abandon();
            wish.SetException(SqliteFailure.Of(file, e));
        }
    }

    // A connection that failed is not trusted again; the next batch opens a new one.
    void Abandon()
    {
        session?.Dispose();
        session = null;
    }

    void Close()
    {
        try
        {
            session?.TryTruncateLog();
        }
        catch (SqliteException)
        {
            // Everything told as done is in the log; the next opening reads it from there.
        }
        Abandon();
    }
}
