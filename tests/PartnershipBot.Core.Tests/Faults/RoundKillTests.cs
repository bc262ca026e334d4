using System.Globalization;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Faults;

/// <summary>
/// A process dies at every single write of a round's opening and of its closing, before the write and after it; another goes on with its files.
/// <c>ROUND_KILLS=20</c> does it twenty times, with other answers each time.
/// </summary>
public sealed class RoundKillTests(ITestOutputHelper output)
{
    const string Invitation = "Answer now";
    const string TimesVariable = "ROUND_KILLS", SeedVariable = "FAULT_SEED";
    static readonly TimeSpan Minutes = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task Whichever_write_of_a_closing_is_the_last_the_same_figures_are_published_and_the_keys_are_gone()
    {
        var (seed, times) = Settings();
        for (var time = 0; time < times; time++)
        {
            using var prepared = await PreparedRound.AnsweredAsync(new Random(seed + time));
            var whole = await CloseAsync(prepared, Life.Whole);
            var end = whole.Steps.ToList().FindIndex(step => step.StartsWith("remnants", StringComparison.Ordinal)) + 4;
            if (time == 0) output.WriteLine(string.Join('\n', whole.Steps.Take(end)));
            for (var last = 1; last <= end; last++)
                foreach (var afterIt in (bool[])[false, true])
                {
                    var killed = await CloseAsync(prepared, new Life(last, afterIt));
                    var where = string.Create(CultureInfo.InvariantCulture, $"killed {(afterIt ? "after" : "before")} write {last} ({whole.Steps[last - 1]}), {SeedVariable}={seed + time}");
                    Assert.True(whole.Published == killed.Published, $"Other figures, {where}:\n{killed.Published}\n{whole.Published}");
                    Assert.True(whole.Sealed.SequenceEqual(killed.Sealed), $"Other sealed values, {where}.");
                    Assert.True(killed.Left.Count == 0, $"Left in the rounds store, {where}: {string.Join(", ", killed.Left)}");
                    Assert.True(killed.Remnants.Count == 0, $"Left in the files, {where}: {string.Join(", ", killed.Remnants)}");
                    OnceEach(killed, where);
                }
        }
    }

    [Fact]
    public async Task Whichever_write_of_an_opening_is_the_last_everybody_is_asked_once()
    {
        var (_, times) = Settings();
        using var prepared = await PreparedRound.NoneAsync();
        for (var time = 0; time < times; time++)
        {
            var whole = await OpenAsync(prepared, Life.Whole);
            if (time == 0) output.WriteLine(string.Join('\n', whole.Steps));
            for (var last = 1; last <= whole.Steps.Count; last++)
                foreach (var afterIt in (bool[])[false, true])
                {
                    var killed = await OpenAsync(prepared, new Life(last, afterIt));
                    var where = string.Create(CultureInfo.InvariantCulture, $"killed {(afterIt ? "after" : "before")} write {last} ({whole.Steps[last - 1]})");
                    Assert.True(whole.Sealed.SequenceEqual(killed.Sealed), $"Others were invited, {where}: {string.Join(", ", killed.Sealed)}");
                    Assert.True(killed.Left.Count == 1, $"There is not one key, {where}: {string.Join(", ", killed.Left)}");
                    OnceEach(killed, where);
                }
        }
    }

    /// <summary>A message whose sending was not noted may go out again; no other does.</summary>
    static void OnceEach(Outcome killed, string where)
    {
        Assert.True(killed.Messages.Values.All(count => count >= 1), $"Somebody was forgotten, {where}: {string.Join(", ", killed.Messages)}");
        Assert.True(killed.Messages.Values.Sum(count => count - 1) <= killed.Unheard, $"Somebody was told twice, {where}: {string.Join(", ", killed.Messages)}");
    }

    /// <param name="Published">The round's row: its state and figures.</param>
    /// <param name="Sealed">The sealed values, or who was invited.</param>
    /// <param name="Left">The partitions of the rounds store.</param>
    /// <param name="Remnants">What of the open round can still be found in the bytes of the files.</param>
    /// <param name="Messages">How often each person was sent the invitation or the result.</param>
    /// <param name="Unheard">How many messages went out that the dead process could not note.</param>
    sealed record Outcome(IReadOnlyList<string> Steps, string Published, IReadOnlyList<string> Sealed, IReadOnlyList<string> Left, IReadOnlyList<string> Remnants, IReadOnlyDictionary<string, int> Messages, int Unheard);

    static Task<Outcome> CloseAsync(PreparedRound prepared, Life life) => PlayAsync(prepared, life, "checkin.close.yes", PreparedRound.Round, "What we heard", async host =>
        (await host.RowsAsync(Keys.Sealed(PreparedRound.Id, PreparedRound.Round), "item|"))
            .Concat(await host.RowsAsync(Keys.Sealed(PreparedRound.Id, PreparedRound.Round), "score|"))
            .Select(row => $"{row.Text("item")}{row.Text("dimension")} {row.Text("answer")}{row.Number("score")} {row.Text("group")}").Order(StringComparer.Ordinal).ToList());

    static Task<Outcome> OpenAsync(PreparedRound prepared, Life life) => PlayAsync(prepared, life, "checkin.open.yes", "", Invitation, async host =>
        (await host.RowsAsync(PreparedRound.Partition, "invited|")).Select(row => row.Key.Split('|')[2]).ToList());

    static async Task<Outcome> PlayAsync(PreparedRound prepared, Life life, string verb, string value, string message, Func<MortalHost, Task<List<string>>> look)
    {
        var (files, desk) = (prepared.Copy(), new Desk("slack"));
        DateTimeOffset now;
        var traces = (await Traces.OfAsync(files, PreparedRound.Round)).ToHashSet(StringComparer.Ordinal);
        bool answered;
        IReadOnlyList<string> steps;
        await using (var first = prepared.Host(files, desk, life))
        {
            answered = await prepared.PressesAsync(first, verb, value, "press1");
            await first.LivesAsync(Minutes);
            (now, steps) = (first.Clock.GetUtcNow(), life.Made);
        }
        traces.UnionWith(await Traces.OfAsync(files, PreparedRound.Round));
        Outcome outcome;
        await using (var next = prepared.Host(files, desk, Life.Whole, now))
        {
            // A press that got no answer is delivered again, as platforms do.
            if (!answered) await prepared.PressesAsync(next, verb, value, "press1");
            await next.LivesAsync(Minutes);

            var round = Assert.Single(await next.RowsAsync(PreparedRound.Partition, Keys.RoundPrefix));
            var left = new List<string>();
            await foreach (var partition in next.Tables.Rounds.FindPartitionsAsync("!", "~", TestContext.Current.CancellationToken)) left.Add(partition);
            outcome = new Outcome(steps, $"{round.Text("state")} {round.Text("result")}", await look(next), left, Traces.LeftIn(files, traces), Told(desk, message), life.Unheard);
        }
        System.IO.Directory.Delete(files, recursive: true);
        return outcome;
    }

    /// <summary>How often each person has a card with these words.</summary>
    static Dictionary<string, int> Told(Desk desk, string words) => PreparedRound.Everybody
        .ToDictionary(name => name, name => desk.At(name).Count(letter => letter.Message.Card.Origin?.CardId.StartsWith("invite.", StringComparison.Ordinal) == (words == Invitation) && Script.Words(letter.Message.Card).Contains(words, StringComparison.Ordinal)), StringComparer.Ordinal);

    (int Seed, int Times) Settings()
    {
        var seed = Number(SeedVariable, Random.Shared.Next(1_000_000));
        // Before and after each write is two already.
        var times = Math.Max(1, Number(TimesVariable, 2) / 2);
        output.WriteLine($"{TimesVariable}={2 * times} {SeedVariable}={seed}");
        return (seed, times);
    }

    static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
