using System.Globalization;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class SealingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_of_the_sealed_rows_are_the_figures_of_the_open_answers()
    {
        await using var harbour = await Harbour.OfAsync(9);
        var (round, answers) = await AnsweredAsync(harbour);
        var questions = PackLibrary.Pulse.Rated(firstRound: true);
        var expected = Of(answers);
        await harbour.CloseAsync();

        var rows = await SealedRowsAsync(harbour, round);
        var columns = questions.Select(question => rows.Where(row => row.Text("item") == question.Id).Select(row => row.Text("answer")).ToList()).ToList();
        // Which value of one question belongs to which of another nobody knows: any order gives the same figures.
        var shuffled = Enumerable.Range(0, 9).Select(IReadOnlyDictionary<string, string> (i) => questions.Select((question, q) => (question.Id, columns[q][i])).ToDictionary(one => one.Id, one => one.Item2)).ToList();
        Assert.Equal(expected, Of(shuffled));
        Assert.Equal(expected, (await harbour.RoundAsync()).Result);
        Assert.Equal(expected, rows.Single(row => row.Key == "figures").Text("result"));

        string Of(IReadOnlyList<IReadOnlyDictionary<string, string>> given) =>
            RoundResult.Of(questions, [.. given.Select(one => new Respondent("homes", one))], 9, organisationsAsked: 1).ToJson();
    }

    [Fact]
    public async Task Sealed_rows_hold_one_value_each_in_the_order_of_their_keys_and_two_of_a_person_share_nothing()
    {
        await using var harbour = await Harbour.OfAsync(9);
        var (round, _) = await AnsweredAsync(harbour);
        var open = (await harbour.OpenRowsAsync(round)).Select(row => row.Key).ToList();
        await harbour.CloseAsync();

        var rows = (await SealedRowsAsync(harbour, round)).Where(row => row.Key is not ("figures" or "sealing")).ToList();
        Assert.Equal(9 * 2 + 8 + 9, rows.Count);
        Assert.All(rows, row => Assert.Contains(string.Join(' ', row.Columns.Keys.Order(StringComparer.Ordinal)), (string[])["answer group item", "dimension group score"]));
        Assert.All(rows, row => Assert.Equal("homes", row.Text("group")));
        Assert.Equal(rows.Select(row => row.Key.Split('|')[1]).Distinct().Count(), rows.Count);
        Assert.DoesNotContain(rows, row => open.Contains(row.Key.Split('|')[1]));
        // All were written in one commit, so the order of writing is the order of the keys.
        Assert.Equal(rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Key), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task The_next_round_finds_each_dimensions_scores_times_twelve()
    {
        await using var harbour = await Harbour.OfAsync(9);
        var (round, answers) = await AnsweredAsync(harbour);
        await harbour.CloseAsync();
        var scores = await new Sealing(harbour.Script.Tables, harbour.Script.Rounds).ScoresAsync(Harbour.Id, round, Cancel);
        Assert.Equal(["Open", "Reliable"], scores.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Expected("REL1"), scores["Reliable"].Order());
        Assert.Equal(Expected("OPN1"), scores["Open"].Order());

        IEnumerable<int> Expected(string question) => answers.Select(given => Scale.Score(given[question])).OfType<int>().Select(score => 12 * score).Order();
    }

    [Fact]
    public async Task Nothing_of_an_open_round_is_left_and_its_keys_are_missed_by_nobody()
    {
        await using var harbour = await Harbour.OfAsync(6);
        var (round, _) = await AnsweredAsync(harbour);
        await harbour.CloseAsync();
        var left = new List<string>();
        await foreach (var partition in harbour.Script.Tables.Rounds.FindPartitionsAsync("!", "~", Cancel)) left.Add(partition);
        Assert.Empty(left);
        Assert.Empty(await harbour.Script.Rounds.AllAsync(round, Cancel));
        Assert.Equal(0, await harbour.Script.Rounds.KeysOverdueAsync(Cancel));
    }

    [Fact]
    public async Task A_key_that_outlives_its_closing_by_five_minutes_is_counted()
    {
        await using var harbour = await Harbour.OfAsync(5);
        var (round, _) = await AnsweredAsync(harbour);
        await new Sealing(harbour.Script.Tables, harbour.Script.Rounds).SealAsync(Harbour.Id, round, [], Cancel);
        Assert.Equal(0, await harbour.Script.Rounds.KeysOverdueAsync(Cancel));
        harbour.Script.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await harbour.Script.Rounds.KeysOverdueAsync(Cancel));
    }

    [Fact]
    public async Task A_step_of_a_closing_that_comes_again_changes_nothing()
    {
        await using var harbour = await Harbour.OfAsync(7);
        var (round, _) = await AnsweredAsync(harbour);
        await harbour.CloseAsync();
        var (rows, result) = (Lines(await SealedRowsAsync(harbour, round)), await harbour.RoundAsync());
        foreach (var verb in (string[])["checkin.end", "checkin.count", "checkin.forget", "checkin.publish"]) await harbour.ComesAsync(verb, round);
        Assert.Equal(rows, Lines(await SealedRowsAsync(harbour, round)));
        Assert.Equal(result with { PublishedTo = Round.Everyone }, await harbour.RoundAsync());
    }

    [Fact]
    public async Task A_process_that_was_overtaken_removes_no_sealed_row()
    {
        await using var harbour = await Harbour.OfAsync(7);
        var (round, _) = await AnsweredAsync(harbour);
        var script = harbour.Script;
        var sealing = new Sealing(script.Tables, script.Rounds);
        SealedItem[] items = [new("REL1", "Reliable", false)];
        Assert.True(await sealing.SealAsync(Harbour.Id, round, items, Cancel));
        Assert.False(await sealing.ForgetAnswersAsync(Harbour.Id, round, Cancel));
        await sealing.KeepFiguresAsync(Harbour.Id, round, "{}", Cancel);
        var rows = Lines(await SealedRowsAsync(harbour, round));
        Assert.True(await sealing.ForgetAnswersAsync(Harbour.Id, round, Cancel));

        await sealing.SealAsync(Harbour.Id, round, items, Cancel);
        await sealing.KeepFiguresAsync(Harbour.Id, round, "others", Cancel);
        Assert.Equal(rows, Lines(await SealedRowsAsync(harbour, round)));
    }

    [Fact]
    public async Task What_was_seen_of_an_answer_holds_no_verb_and_no_reply()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await AnsweredAsync(harbour);
        var seen = (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => row.Key.StartsWith(Keys.SeenPrefix, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(seen);
        Assert.All(seen, row => Assert.Empty(row.Columns));
    }

    /// <summary>Everybody answers; the second of them does not know how open it is.</summary>
    static async Task<(string Round, IReadOnlyList<IReadOnlyDictionary<string, string>> Answers)> AnsweredAsync(Harbour harbour)
    {
        await harbour.OpenAsync();
        var answers = new List<IReadOnlyDictionary<string, string>>();
        foreach (var (person, i) in harbour.People.Select((person, i) => (person, i)))
        {
            var (rel, opn) = ((i % 5 + 1).ToString(CultureInfo.InvariantCulture), i == 1 ? "DK" : (5 - i % 3).ToString(CultureInfo.InvariantCulture));
            await harbour.AnswersAsync(person, rel, opn);
            answers.Add(new Dictionary<string, string> { ["REL1"] = rel, ["OPN1"] = opn });
        }
        return ((await harbour.RoundAsync()).Id, answers);
    }

    static async Task<IReadOnlyList<Row>> SealedRowsAsync(Harbour harbour, string round) => await harbour.Script.RowsAsync(Keys.Sealed(Harbour.Id, round));

    static IEnumerable<string> Lines(IEnumerable<Row> rows) => rows.Where(row => row.Key != "sealing").Select(row => $"{row.Key} {row.ETag}");
}
