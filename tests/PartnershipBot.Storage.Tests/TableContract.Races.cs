using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public abstract partial class TableContract
{
    [Fact]
    public async Task Writers_who_add_to_one_number_lose_races_but_no_addition()
    {
        const int writers = 8, additions = 15;
        await InsertAsync("count", 0);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var n = 0; n < additions; n++) await AddOneAsync($"log|{writer}|{n:D2}");
        }, Cancel)));

        Assert.Equal(writers * additions, await NumberAsync("count"));
        Assert.Equal(writers * additions, (await KeysAsync("log|", "log}")).Count);

        async Task AddOneAsync(string log)
        {
            while (true)
            {
                var row = (await Table.GetAsync(P, "count", Cancel))!;
                try
                {
                    await Table.CommitAsync(P, [Put(log, ("N", 1L)), Put(row, ("N", row.Number("N") + 1))], Cancel);
                    return;
                }
                catch (ConflictException)
                {
                }
            }
        }
    }

    [Fact]
    public async Task Of_commits_at_once_on_one_row_exactly_one_stays_and_it_stays_whole()
    {
        for (var round = 0; round < 10; round++)
        {
            var key = $"row|{round}";
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                try
                {
                    await Table.CommitAsync(P, [Put($"before|{round}|{writer}", ("N", 1L)), Put(key, ("N", (long)writer)), Put($"later|{round}|{writer}", ("N", 1L))], Cancel);
                    return writer;
                }
                catch (ConflictException)
                {
                    return -1;
                }
            }, Cancel)));

            var winner = Assert.Single(outcomes, writer => writer >= 0);
            Assert.Equal(winner, await NumberAsync(key));
            Assert.Equal([$"before|{round}|{winner}"], await KeysAsync($"before|{round}|", $"before|{round}}}"));
            Assert.Equal([$"later|{round}|{winner}"], await KeysAsync($"later|{round}|", $"later|{round}}}"));
        }
    }

    [Fact]
    public async Task A_lost_commit_does_not_undo_its_neighbours()
    {
        await InsertAsync("taken", 1);
        var commits = Enumerable.Range(0, 40).Select(n => Task.Run(() => n % 2 == 0
            ? Table.CommitAsync(P, [Put($"good|{n:D2}", ("N", 1L)), Put($"also|{n:D2}", ("N", 1L))], Cancel)
            : Table.CommitAsync(P, [Put($"bad|{n:D2}", ("N", 1L)), Put("taken", ("N", 2L))], Cancel), Cancel)).ToArray();

        for (var n = 0; n < commits.Length; n++)
        {
            if (n % 2 == 0) await commits[n];
            else await Assert.ThrowsAsync<ConflictException>(() => commits[n]);
        }

        Assert.Equal(20, (await KeysAsync("good|", "good}")).Count);
        Assert.Equal(20, (await KeysAsync("also|", "also}")).Count);
        Assert.Empty(await KeysAsync("bad|", "bad}"));
        Assert.Equal(1, await NumberAsync("taken"));
    }

    [Fact]
    public async Task A_caller_who_has_cancelled_gets_nothing_done()
    {
        await InsertAsync("a", 1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.CommitAsync(P, [Put("b", ("N", 1L))], cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.GetAsync(P, "a", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Table.QueryAsync(P, "", "~", cancelled.Token)) { }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Table.FindPartitionsAsync("", "~", cancelled.Token)) { }
        });

        Assert.Equal(["a"], await KeysAsync("", "~"));
    }

    [Fact]
    public async Task A_caller_who_cancels_midway_leaves_each_commit_whole_and_the_others_alone()
    {
        using var cancel = new CancellationTokenSource();
        var told = 0;
        var commits = Enumerable.Range(0, 60).Select(n => Task.Run(async () =>
        {
            await Table.CommitAsync(P, [Put($"a|{n:D2}", ("N", 1L)), Put($"b|{n:D2}", ("N", 1L))], n % 2 == 0 ? Cancel : cancel.Token);
            if (Interlocked.Increment(ref told) == 10) await cancel.CancelAsync();
            return n;
        }, Cancel)).ToArray();

        var kept = new List<int>();
        for (var n = 0; n < commits.Length; n++)
        {
            try
            {
                kept.Add(await commits[n]);
            }
            catch (OperationCanceledException) when (n % 2 == 1)
            {
            }
        }

        // Read at once: a commit that nobody waits for any more may still arrive between two readings.
        var keys = await KeysAsync("a|", "b}");
        var first = keys.Where(key => key[0] == 'a').Select(key => key[2..]).ToList();
        Assert.Equal(first, keys.Where(key => key[0] == 'b').Select(key => key[2..]));
        Assert.Subset(first.ToHashSet(), kept.Select(n => $"{n:D2}").ToHashSet());
        Assert.All(Enumerable.Range(0, 30), n => Assert.Contains(2 * n, kept));
    }

    [Fact]
    public async Task A_range_can_be_cancelled_between_its_rows()
    {
        foreach (var part in Enumerable.Range(0, 1_200).Chunk(100))
            await Table.CommitAsync(P, [.. part.Select(n => Put($"r|{n:D5}", ("N", (long)n)))], Cancel);
        using var cancel = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Table.QueryAsync(P, "r|", "r}", cancel.Token))
                if (++read == 5) await cancel.CancelAsync();
        });

        Assert.InRange(read, 5, 1_199);
    }
}
