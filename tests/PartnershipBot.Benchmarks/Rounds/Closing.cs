using System.Diagnostics;
using System.Globalization;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Benchmarks.Rounds;

/// <summary>Closes one large round, part by part, as its jobs do: how long each part takes, how long its longest turn, and how much memory.</summary>
internal static class Closing
{
    const int Questions = 14, Dimensions = 8, Organisations = 40;
    const string Partnership = "p", Round = "r";

    public static async Task<int> RunAsync(Options options)
    {
        Say($"{options.People} respondents, {Questions} questions in {Dimensions} dimensions, {Organisations} organisations.", "",
            "| store | part | seconds | turns | longest turn, s | highest heap MB |", "|---|---|---:|---:|---:|---:|");
        if (options.Wants("sqlite")) await using (var store = StoreOf.Sqlite()) await CloseAsync(store, options.People);
        if (options.Wants("azurite")) await using (var store = await StoreOf.AzuriteAsync()) await CloseAsync(store, options.People);
        return 0;
    }

    static async Task CloseAsync(StoreOf store, int people)
    {
        var cancel = CancellationToken.None;
        var rounds = new OpenRounds(store.Tables, StoreOf.Ring, TimeProvider.System);
        var sealing = new Sealing(store.Tables, rounds);
        var questions = QuestionsOf();
        await AnswerAsync(rounds, questions, people);
        GC.Collect();

        var whole = Stopwatch.GetTimestamp();
        await PartAsync(store.Name, "seal and check", () => sealing.SealAsync(Partnership, Round, RoundItems.Of(questions), cancel));
        await PartAsync(store.Name, "figures", async () =>
        {
            var answers = (await rounds.AllAsync(Round, cancel)).Select(one => new Respondent(one.Organisation, one.Given)).ToList();
            await sealing.KeepFiguresAsync(Partnership, Round, RoundResult.Of(questions, answers, people, organisationsAsked: Organisations).ToJson(), cancel);
            return true;
        });
        await PartAsync(store.Name, "delete open answers", () => sealing.ForgetAnswersAsync(Partnership, Round, cancel));
        await PartAsync(store.Name, "delete keys and remnants", async () =>
        {
            await sealing.ForgetKeysAsync(Round, cancel);
            return true;
        });
        Say(string.Create(CultureInfo.InvariantCulture, $"| {store.Name} | **all** | {Stopwatch.GetElapsedTime(whole).TotalSeconds:F1} | | | |"));
        var scores = await sealing.ScoresAsync(Partnership, Round, cancel);
        if (scores.Count != Dimensions || scores.Values.Any(values => values.Count < people / 2)) throw new InvalidOperationException("Scores are missing.");
    }

    /// <param name="turn">One turn of it; tells whether it was the last.</param>
    static async Task PartAsync(string store, string name, Func<Task<bool>> turn)
    {
        long highest = 0;
        using var sampling = new Timer(_ => highest = Math.Max(highest, GC.GetTotalMemory(false)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
        var (turns, longest, began, done) = (0, TimeSpan.Zero, Stopwatch.GetTimestamp(), false);
        while (!done)
        {
            var at = Stopwatch.GetTimestamp();
            done = await turn();
            turns++;
            longest = Stopwatch.GetElapsedTime(at) is var took && took > longest ? took : longest;
        }
        Say(string.Create(CultureInfo.InvariantCulture, $"| {store} | {name} | {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} | {turns} | {longest.TotalSeconds:F1} | {highest / 1048576} |"));
    }

    static async Task AnswerAsync(OpenRounds rounds, IReadOnlyList<Question> questions, int people)
    {
        var chance = new Random(20261124);
        await rounds.BeginAsync(Round, CancellationToken.None);
        var all = Enumerable.Range(0, people).Select(n => (Member: string.Create(CultureInfo.InvariantCulture, $"m{n}"), Given: questions.ToDictionary(question => question.Id, _ => Value(chance.Next(40)), StringComparer.Ordinal))).ToList();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, stop) =>
            await rounds.SaveAsync(Round, one.Member, new OpenAnswers(one.Given, null, $"o{one.Member.GetHashCode(StringComparison.Ordinal) & 31}"), stop));
    }

    static string Value(int n) => n switch { 38 => "DK", 39 => Scale.RatherNotValue, _ => (n % 5 + 1).ToString(CultureInfo.InvariantCulture) };

    static IReadOnlyList<Question> QuestionsOf()
    {
        var scale = new Scale("S", ["one", "two", "three", "four", "five"], "I don't know yet", "I'd rather not say", WordsOnly: false);
        return [.. Enumerable.Range(0, Questions).Select(n => new Question($"Q{n}", $"Dimension {n % Dimensions}", $"Question {n}", scale, Skip.Never))];
    }

    static void Say(params string[] lines)
    {
        foreach (var line in lines) Console.WriteLine(line);
    }
}
