using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;
using PartnershipBot.Tests.Shared.Sealing;

namespace PartnershipBot.Storage.Tests;

/// <summary>The published attacks, on sealed rounds and on their unsealed twin. The whole size is a benchmark: <c>sealed</c>.</summary>
public sealed class SealedRoundsTests(ITestOutputHelper output, SharedAzurite azurite) : IClassFixture<SharedAzurite>, IDisposable
{
    const int People = 30, Seed = 20261124;
    static readonly KeyRing Ring = new([.. Enumerable.Range(1, 32).Select(n => (byte)n)], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))], secret => [.. secret.Select(b => (byte)(b ^ 0x5a))]);
    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sealed_rows_are_linked_no_better_than_by_guessing(bool onAzurite)
    {
        var report = await AttackAsync(onAzurite, isSealed: true, MadeUpRounds.Truth);
        Assert.Equal(Rounds(onAzurite), report.Rounds);
        Assert.Equal((0, 0, 0, 0), (report.Named, report.OpenAnswers, report.RoundKeys, report.Remnants));
        // Guessing finds one of thirty. A false alarm would cost a run: so here, only what no chance explains.
        Assert.All(report.Joins, join => Assert.Equal(2 * Rounds(onAzurite) * People, join.Tried));
        Assert.All(report.Joins, join => Assert.InRange(join.Right, 0, join.Tried / 8));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_attacks_link_four_of_five_unsealed_rows(bool onAzurite)
    {
        var report = await AttackAsync(onAzurite, isSealed: false, MadeUpRounds.Truth);
        var best = report.Joins.MaxBy(join => join.Right)!;
        Assert.InRange(best.Right, best.Tried * 8 / 10, best.Tried);
        Assert.False(report.IsSafe);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_knowing_the_truth_they_tell_sealed_from_unsealed(bool isSealed)
    {
        var report = await AttackAsync(onAzurite: false, isSealed, truth: null);
        // Guesses fit with one value of five by chance; here too, only what no chance explains.
        Assert.Equal(!isSealed, report.Joins.Any(join => join.Right > join.Tried / 2));
    }

    [Fact]
    public async Task What_outlived_its_round_is_found()
    {
        await using var main = new SqliteTable(folder.File("bot.db"));
        await using var rounds = new SqliteTable(folder.File("bot.rounds.db"));
        var tables = new Tables(main, rounds);
        await new MadeUpRounds(tables, Ring, isSealed: true, Seed).MakeAsync(2, 6, 1, Cancel);
        var late = new OpenRounds(tables, Ring, TimeProvider.System);
        await late.BeginAsync("r0x1", Cancel);
        await late.SaveAsync("r0x1", "m1", new OpenAnswers(new Dictionary<string, string> { ["REL1"] = "3" }, null), Cancel);

        var report = await new SealedCheck(RoundItems.Of, []).RunAsync(RawReads.Of(tables), Cancel);

        Assert.Equal((1, 1, 1), (report.OpenAnswers, report.RoundKeys, report.Remnants));
        Assert.False(report.IsSafe);
    }

    static int Rounds(bool onAzurite) => onAzurite ? 6 : 12;

    async Task<SealedReport> AttackAsync(bool onAzurite, bool isSealed, Func<RawRow, string?>? truth)
    {
        await using var main = new SqliteTable(folder.File("bot.db"));
        await using var rounds = new SqliteTable(folder.File("bot.rounds.db"));
        var tables = onAzurite
            ? new Tables(new AzureTable(await azurite.ConnectionStringAsync(), SharedAzurite.NewTable()), new AzureTable(await azurite.ConnectionStringAsync(), SharedAzurite.NewTable()))
            : new Tables(main, rounds);
        await new MadeUpRounds(tables, Ring, isSealed, Seed).MakeAsync(Rounds(onAzurite), People, 2, Cancel);
        var report = await new SealedCheck(RoundItems.Of, [Keys.Hash, Ring.Hash], truth).RunAsync(RawReads.Of(tables), Cancel);
        foreach (var join in report.Joins) output.WriteLine($"{join}");
        return report;
    }
}
