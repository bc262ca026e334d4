using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;
using Change = PartnershipBot.Core.Storage.Change;

namespace PartnershipBot.Acceptance.Tests.Faults;

/// <summary><c>kill -9</c> at any moment of a closing, on the real program: Core's own tests do it at every single write. <c>CLOSING_KILLS=40</c> does more of it.</summary>
[Collection(nameof(KillTests))]
public sealed class ClosingKillTests(ITestOutputHelper output)
{
    const string KillsVariable = "CLOSING_KILLS", SeedVariable = "FAULT_SEED";
    const int Answers = 95;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closing_that_is_killed_again_and_again_publishes_the_same_figures_once_and_leaves_no_key()
    {
        var (kills, seed) = (KillTests.Number(KillsVariable, 6), KillTests.Number(SeedVariable, Random.Shared.Next()));
        output.WriteLine($"{KillsVariable}={kills} {SeedVariable}={seed}");
        var chance = new Random(seed);
        var folder = System.IO.Directory.CreateTempSubdirectory("partnershipbot").FullName;
        var heard = new Heard(TimeSpan.FromMilliseconds(5));
        await using var platforms = await PretendPlatforms.StartAsync(heard.HearAsync);
        await using var bot = new MortalBot(folder, new Dictionary<string, string>(platforms.Settings) { ["Secrets__IdentityKey"] = Convert.ToBase64String(KeptRows.IdentityKey) });
        var people = Enumerable.Range(0, 6).Select(i => new SlackActor($"U0CLOSES{i}")).ToList();
        var (expected, traces) = await PrepareAsync(bot, people, chance);

        for (var kill = 1; kill <= kills; kill++)
        {
            bot.Start(("Playground__Enabled", "true"));
            await bot.ReadyAsync(Cancel);
            // Each life is a minute later, when the leases of the one before have run out.
            var moving = MoveAsync(bot, kill);
            using (var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(1 + chance.Next(300)))) await moment.WaitForNextTickAsync(Cancel);
            heard.Killed();
            await bot.KillAsync();
            await moving;
        }
        bot.Start(("Playground__Enabled", "true"));
        await KillTests.CatchUpAsync(bot, kills + 2);
        // Results wait for people's working hours, whenever this runs: over any weekend and public holidays.
        await MoveAsync(bot, 7 * 24 * 60);

        await using var kept = KeptRows.Of(bot);
        var round = Round.FromRow(Assert.Single(await kept.RowsAsync(Harbour.Partition, Keys.RoundPrefix, Cancel)));
        Assert.Equal((RoundState.Closed, expected), (round.State, round.Result));
        await foreach (var partition in kept.Tables.Rounds.FindPartitionsAsync("!", "~", Cancel)) Assert.Fail($"Left in the rounds store: {partition}");
        var bytes = Bytes(bot);
        Assert.DoesNotContain(traces, trace => bytes.Contains(trace, StringComparison.Ordinal));
        Assert.Equal(2 * Answers, (await kept.RowsAsync(Keys.Sealed(Harbour.Id, Harbour.Round), "item|", Cancel)).Count);
        foreach (var person in people) heard.CameOnce(person.User, "What we heard");
        await bot.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>A round that was answered and whose time to be counted has come.</summary>
    /// <returns>The figures it must have, and what of its answers must be found nowhere afterwards.</returns>
    static async Task<(string Expected, IReadOnlyList<string> Traces)> PrepareAsync(MortalBot bot, IReadOnlyList<SlackActor> people, Random chance)
    {
        await using var kept = KeptRows.Of(bot);
        await Harbour.BuildAsync(kept, [.. people.Select(one => (Harbour.Of(one), KillTests.Reach(one), Roles.None))], Cancel);
        var answers = new List<Respondent>();
        for (var i = 0; i < Answers; i++)
        {
            var given = new Dictionary<string, string> { ["REL1"] = Answer(), ["OPN1"] = Answer() };
            answers.Add(new Respondent("o0", given));
            await kept.Rounds.SaveAsync(Harbour.Round, string.Create(CultureInfo.InvariantCulture, $"m{i}"), new OpenAnswers(given, null, "o0"), Cancel);
        }
        var traces = new List<string>();
        await foreach (var row in kept.Tables.Rounds.QueryAsync(Keys.Round(Harbour.Round), "0", "~", Cancel)) traces.AddRange([row.Key, Convert.ToBase64String(row.Bytes("data")!)[..40]]);
        await foreach (var row in kept.Tables.Rounds.QueryAsync(Keys.RoundKeys(Harbour.Round), "0", "~", Cancel)) traces.Add(Convert.ToBase64String(row.Bytes("wrapped")!)[..40]);

        var now = TimeProvider.System.GetUtcNow();
        var round = Round.FromRow(Assert.Single(await kept.RowsAsync(Harbour.Partition, Keys.RoundPrefix, Cancel)));
        await kept.Tables.Main.CommitAsync(Harbour.Partition,
            [new Change.Put((round with { State = RoundState.Closing }).ToRow()), new Change.Put(new Job("count", now, "checkin.count", Harbour.Partition, Harbour.Round, 0).ToRow())], Cancel);
        await new DueIndex(kept.Tables, TimeProvider.System).NoteAsync(Harbour.Partition, now, Cancel);
        return (RoundResult.Of(PackLibrary.Pulse.Rated(firstRound: true), answers, people.Count, organisationsAsked: 1).ToJson(), traces);

        string Answer() => (chance.Next(5) + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The process may die under the request.</summary>
    static async Task MoveAsync(MortalBot bot, int minutes)
    {
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync(Cancel) };
        try
        {
            using var moved = await http.PostAsJsonAsync("playground/clock", new { to = TimeProvider.System.GetUtcNow().AddMinutes(minutes), leap = false }, Cancel);
        }
        catch (HttpRequestException)
        {
            // It did.
        }
    }

    static string Bytes(MortalBot bot)
    {
        var all = new StringBuilder();
        foreach (var file in System.IO.Directory.GetFiles(Path.GetDirectoryName(bot.RoundsFile)!, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }
        return all.ToString();
    }
}
