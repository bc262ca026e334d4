using System.Globalization;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Storage.Attacks;

namespace PartnershipBot.Tests.Shared.Sealing;

/// <summary>Check-ins that were opened, answered one by one and closed. Each person also gives two marks, which say who they are, so that an attack can be judged.</summary>
/// <param name="isSealed">Else their twin, which keeps each value when it is given, without a name and under a random key.</param>
internal sealed class MadeUpRounds(Tables tables, KeyRing ring, bool isSealed, int seed)
{
    const int RoundsInAPartnership = 10;
    static readonly string[] Marks = ["MARK1", "MARK2"];
    static readonly DateTimeOffset Day = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    readonly OpenRounds open = new(tables, ring, TimeProvider.System);

    /// <summary>Whose a row is: for <see cref="SealedCheck"/>.</summary>
    public static string? Truth(RawRow row) => row.Text("item").StartsWith("MARK", StringComparison.Ordinal) ? row.Text("answer") : null;

    /// <param name="atOnce">How many partnerships are busy at the same time.</param>
    public Task MakeAsync(int rounds, int people, int atOnce, CancellationToken cancel) => Parallel.ForEachAsync(
        Enumerable.Range(0, (rounds + RoundsInAPartnership - 1) / RoundsInAPartnership),
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel },
        async (number, stop) => await PartnershipAsync(number, Math.Min(RoundsInAPartnership, rounds - number * RoundsInAPartnership), people, stop));

    async Task PartnershipAsync(int number, int rounds, int people, CancellationToken cancel)
    {
        var chance = new Random(seed + number);
        var id = Text($"p{number}");
        var members = Enumerable.Range(0, people).Select(_ => Text($"m{chance.NextInt64(1L << 60):x16}")).ToList();
        foreach (var some in members.Chunk(90))
            await tables.Main.CommitAsync(Keys.Partnership(id), [.. some.Select(member => Put(new Member(member, "u" + member, "Nia", Organisation(member), Roles.None, "Europe/London", "en", Day, null, null).ToRow()))], cancel);
        for (var i = 0; i < rounds; i++) await RoundAsync(id, Text($"r{number}x{i}"), members, chance, cancel);
    }

    async Task RoundAsync(string id, string roundId, IReadOnlyList<string> members, Random chance, CancellationToken cancel)
    {
        var partition = Keys.Partnership(id);
        foreach (var some in members.Chunk(90)) await tables.Main.CommitAsync(partition, [.. some.Select(member => Put(new Invited(roundId, member, false, null).ToRow()))], cancel);
        await open.BeginAsync(roundId, cancel);
        var round = Round.Begin(roundId, "pulse", 1, true, "", Day, Day.AddDays(7));
        var items = RoundItems.Of(round);
        foreach (var member in members.OrderBy(_ => chance.Next()).ToList())
        {
            var mood = chance.Next(5);
            var given = items.ToDictionary(item => item.Id, _ => Text($"{1 + (mood + chance.Next(2)) % 5}"), StringComparer.Ordinal);
            foreach (var mark in Marks) given[mark] = member;
            // Kinder to the attack than the product, which keeps no such row.
            await tables.Main.CommitAsync(partition, [Put(new Row($"answered|{roundId}|{member}", new Columns()))], cancel);
            if (isSealed) await open.SaveAsync(roundId, member, new OpenAnswers(given, null, Organisation(member)), cancel);
            else await tables.Main.CommitAsync(Keys.Sealed(id, roundId), [.. given.Select(one => Put(Unsealed(one.Key, one.Value, chance))), .. items.Select(item => Put(Unsealed(item, given[item.Id], chance)))], cancel);
        }
        if (isSealed) await SealAsync(id, roundId, items, cancel);
        await tables.Main.CommitAsync(partition, [Put((round with { State = RoundState.Closed }).ToRow())], cancel);
    }

    async Task SealAsync(string id, string round, IReadOnlyList<SealedItem> items, CancellationToken cancel)
    {
        var sealing = new Core.Storage.Sealing(tables, open);
        while (!await sealing.SealAsync(id, round, [.. items, .. Marks.Select(mark => new SealedItem(mark, mark, false))], cancel)) { }
        await sealing.KeepFiguresAsync(id, round, "{}", cancel);
        while (!await sealing.ForgetAnswersAsync(id, round, cancel)) { }
        await sealing.ForgetKeysAsync(round, cancel);
    }

    static Row Unsealed(string item, string answer, Random chance) => new(Text($"item|{chance.NextInt64():x16}"), new Columns { ["item"] = item, ["answer"] = answer });

    static Row Unsealed(SealedItem item, string answer, Random chance) =>
        new(Text($"score|{chance.NextInt64():x16}"), new Columns { ["dimension"] = item.Dimension, ["score"] = 12L * int.Parse(answer, CultureInfo.InvariantCulture) });

    static string Organisation(string member) => "o" + member[^1];

    static Change Put(Row row) => new Change.Put(row);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
