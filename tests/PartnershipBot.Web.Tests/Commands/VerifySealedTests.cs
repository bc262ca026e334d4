using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;
using PartnershipBot.Web.Commands;

namespace PartnershipBot.Web.Tests.Commands;

/// <summary>What the command says, and its exit code.</summary>
public sealed class VerifySealedTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    static readonly KeyRing Ring = new(new byte[32], secret => secret, secret => secret);

    [Fact]
    public async Task A_store_without_sealed_rounds_is_safe_and_says_that_nothing_could_be_tried()
    {
        var (code, words) = await RunAsync([], []);
        Assert.Equal(0, code);
        Assert.Contains("There is nothing sealed yet", words, StringComparison.Ordinal);
        Assert.EndsWith("Nothing can be linked better than by guessing.\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_outlived_its_round_is_said_and_fails()
    {
        var (code, words) = await RunAsync([Closed()], [new RawRow("keys|r1", "key", 1, 40, new Columns())]);
        Assert.Equal(1, code);
        Assert.Contains("- keys: 1\n", words, StringComparison.Ordinal);
        Assert.Contains("Something can be linked better than by guessing.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_were_written_beside_their_people_are_linked_and_fail()
    {
        var main = new List<RawRow> { Closed() };
        for (var i = 0; i < 40; i++)
        {
            var member = $"m{(i * 17) % 40:D2}";
            main.Add(new RawRow("partnership|p", "member|" + member, 1, 9, new Columns { ["person"] = "u" }));
            main.Add(new RawRow("partnership|p", $"answered|r1|{member}", 10 * i, 9, new Columns()));
            var value = 1 + i * 7 % 5;
            main.Add(new RawRow("sealed|p|r1", $"item|{i * 31 % 97:D2}", 10 * i + 1, 9, new Columns { ["item"] = "REL1", ["answer"] = $"{value}" }));
            main.Add(new RawRow("sealed|p|r1", $"score|{i * 53 % 97:D2}", 10 * i + 2, 9, new Columns { ["dimension"] = "Reliable", ["score"] = 12L * value }));
        }
        var (code, words) = await RunAsync(main, []);
        Assert.Equal(1, code);
        Assert.Contains("- by order of writing, beside rows of the kind 'answered': 40 of 40 fit; guessing would have up to", words, StringComparison.Ordinal);
        Assert.Contains("BETTER THAN CHANCE", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_no_proof()
    {
        var store = new RawStore((_, _) => throw new StoreUnavailableException("down", null), (_, _) => throw new StoreUnavailableException("down", null), (_, _) => Task.FromResult<IReadOnlyList<string>>([]));
        await using var output = new StringWriter();
        Assert.Equal(2, await VerifySealed.RunAsync(store, Ring, output, TestContext.Current.CancellationToken));
        Assert.Contains("The store does not answer.", output.ToString(), StringComparison.Ordinal);
    }

    static async Task<(int Code, string Words)> RunAsync(IReadOnlyList<RawRow> main, IReadOnlyList<RawRow> rounds)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var store = new RawStore((prefix, _) => Starting(main, prefix), (prefix, _) => Starting(rounds, prefix), (_, _) => Task.FromResult<IReadOnlyList<string>>([]));
        var code = await VerifySealed.RunAsync(store, Ring, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    static IAsyncEnumerable<RawRow> Starting(IReadOnlyList<RawRow> rows, string prefix) =>
        rows.Where(row => row.Partition.StartsWith(prefix, StringComparison.Ordinal)).ToAsyncEnumerable();

    static RawRow Closed()
    {
        var row = (Round.Begin("r1", "pulse", 1, true, "", Now, Now) with { State = RoundState.Closed }).ToRow();
        return new RawRow("partnership|p", row.Key, 0, 9, row.Columns);
    }
}
