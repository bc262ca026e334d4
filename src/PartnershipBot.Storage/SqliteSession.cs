using System.Globalization;
using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;
using SQLitePCL;

namespace PartnershipBot.Storage;

/// <summary>The writer's connection, with its statements prepared.</summary>
sealed class SqliteSession : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteStatement begin, commit, rollback, save, release, undo, number, insert, replace, remove, vacuum, truncate;

    public SqliteSession(SqliteFile file)
    {
        connection = file.OpenToWrite();
        try
        {
            begin = Prepare("BEGIN IMMEDIATE");
            commit = Prepare("COMMIT");
            rollback = Prepare("ROLLBACK");
            save = Prepare("SAVEPOINT one");
            release = Prepare("RELEASE one");
            undo = Prepare("ROLLBACK TO one");
            number = Prepare("UPDATE sequence SET last = last + ?1 RETURNING last");
            insert = Prepare("INSERT INTO entity(p, r, etag, columns) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
            replace = Prepare("UPDATE entity SET etag = ?3, columns = ?4 WHERE p = ?1 AND r = ?2 AND etag = ?5");
            remove = Prepare("DELETE FROM entity WHERE p = ?1 AND r = ?2 AND etag = ?3");
            vacuum = Prepare("VACUUM");
            truncate = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes all commits in one transaction. One that lost says so and leaves no trace; the others stay.</summary>
    public void Write(List<SqliteCommit> commits)
    {
        begin.Run();
        try
        {
            var next = TakeNumbers(commits);
            var anyWon = false;
            foreach (var one in commits)
            {
                one.FirstETag = next;
                next += one.Puts;
                one.Lost = TryApply(one, alone: commits.Count == 1);
                anyWon |= one.Lost is null;
            }
            (anyWon ? commit : rollback).Run();
        }
        catch
        {
            // SQLite may have rolled back by itself; the error that led here is the one to tell.
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0) rollback.Run();
            throw;
        }
    }

    /// <summary>Writes the file anew and empties the log. Takes as long as the file is large.</summary>
    /// <returns>False when a reader or another writer stood in the way.</returns>
    public bool TryForget()
    {
        // secure_delete overwrites a row where it lay, but not the copy it left behind when its page was once split.
        vacuum.Run();
        return TryTruncateLog();
    }

    /// <returns>False when a reader or another writer stood in the way.</returns>
    public bool TryTruncateLog()
    {
        try
        {
            return truncate.Step() && truncate.Number(0) == 0;
        }
        finally
        {
            truncate.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[begin, commit, rollback, save, release, undo, number, insert, replace, remove, vacuum, truncate])
            statement.Dispose();
        connection.Dispose();
    }

    SqliteStatement Prepare(string sql) => new(connection, sql);

    /// <returns>The first of as many new ETags as the commits put rows.</returns>
    long TakeNumbers(List<SqliteCommit> commits)
    {
        var puts = 0;
        foreach (var one in commits) puts += one.Puts;
        if (puts == 0) return 0;
        number.Bind(0, puts);
        try
        {
            number.Step();
            var last = number.Number(0);
            number.Step();
            return last - puts + 1;
        }
        finally
        {
            number.Reset();
        }
    }

    /// <returns>Null, or the key that lost; then nothing of this commit is left, or the whole transaction goes because it was alone in it.</returns>
    string? TryApply(SqliteCommit one, bool alone)
    {
        var guarded = !alone && one.Changes.Count > 1;
        if (guarded) save.Run();
        var etag = one.FirstETag;
        for (var i = 0; i < one.Changes.Count; i++)
        {
            if (!TryApply(one, i, etag))
            {
                if (guarded)
                {
                    undo.Run();
                    release.Run();
                }
                return one.Changes[i].Key;
            }
            if (one.Changes[i] is Change.Put) etag++;
        }
        if (guarded) release.Run();
        return null;
    }

    bool TryApply(SqliteCommit one, int index, long etag)
    {
        switch (one.Changes[index])
        {
            case Change.Put { Row.ETag: null }:
                insert.Bind(0, one.Partition);
                insert.Bind(1, one.Changes[index].Key);
                insert.Bind(2, etag);
                insert.Bind(3, one.Text(index));
                return insert.Run() == 1;
            case Change.Put { Row.ETag: { } read }:
                if (!TryParse(read, out var version)) return false;
                replace.Bind(0, one.Partition);
                replace.Bind(1, one.Changes[index].Key);
                replace.Bind(2, etag);
                replace.Bind(3, one.Text(index));
                replace.Bind(4, version);
                return replace.Run() == 1;
            case Change.Remove { ETag: var read }:
                if (!TryParse(read, out version)) return false;
                remove.Bind(0, one.Partition);
                remove.Bind(1, one.Changes[index].Key);
                remove.Bind(2, version);
                return remove.Run() == 1;
            default:
                throw new InvalidOperationException($"'{one.Changes[index].GetType().Name}' is a change that this store does not know.");
        }
    }

    // An ETag that this store never gave is a version that is not there.
    static bool TryParse(string etag, out long version) => long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out version);
}
