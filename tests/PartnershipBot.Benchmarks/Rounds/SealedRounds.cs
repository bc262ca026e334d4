using System.Globalization;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;
using PartnershipBot.Storage;
using PartnershipBot.Tests.Shared.Sealing;

namespace PartnershipBot.Benchmarks.Rounds;

/// <summary>The published attacks at full size: sealed rounds, and the same rounds unsealed, where they must succeed.</summary>
internal static class SealedRounds
{
    const double MustLink = 0.8;

    /// <returns>0 when sealed rounds give no more than chance does and their twin at least four of five; else 1.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        Console.WriteLine($"{options.Rounds} rounds of {options.People} people, seed {options.Seed}.");
        await using var store = options.Only == "sqlite" ? StoreOf.Sqlite() : await StoreOf.AzuriteAsync();
        var sealedRounds = await AttackAsync(store, options, isSealed: true);
        await using var other = options.Only == "sqlite" ? StoreOf.Sqlite() : await StoreOf.AzuriteAsync();
        var twin = await AttackAsync(other, options, isSealed: false);
        Console.WriteLine();
        Console.WriteLine($"| {store.Name}: way | beside rows | guesses | sealed: right | chance, at most | unsealed: right |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (var (one, control) in sealedRounds.Joins.Zip(twin.Joins))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Attack} | {one.Beside} | {one.Tried:N0} | {one.Right:N0}{(one.IsBetterThanChance ? " (!)" : "")} | {Math.Floor(one.Limit):N0} | {control.Right:N0} ({(double)control.Right / control.Tried:P0}) |"));
        Console.WriteLine($"Sealed: open answers left {sealedRounds.OpenAnswers}, keys left {sealedRounds.RoundKeys}, traces in files {sealedRounds.Remnants}, names that can be made again {sealedRounds.Named}.");
        var worked = twin.Joins.Any(join => join.Right >= MustLink * join.Tried);
        Console.WriteLine(sealedRounds.IsSafe ? "Sealed rounds give no more than chance does." : "Sealed rounds give MORE than chance does.");
        Console.WriteLine(worked ? "The attacks work: on the unsealed twin they link at least four of five." : "The attacks do NOT work on the unsealed twin, so they prove nothing.");
        return sealedRounds.IsSafe && worked ? 0 : 1;
    }

    static async Task<SealedReport> AttackAsync(StoreOf store, Options options, bool isSealed)
    {
        await new MadeUpRounds(store.Tables, StoreOf.Ring, isSealed, options.Seed).MakeAsync(options.Rounds, options.People, 4, CancellationToken.None);
        return await new SealedCheck(RoundItems.Of, [Keys.Hash, StoreOf.Ring.Hash], MadeUpRounds.Truth).RunAsync(RawReads.Of(store.Tables), CancellationToken.None);
    }
}
