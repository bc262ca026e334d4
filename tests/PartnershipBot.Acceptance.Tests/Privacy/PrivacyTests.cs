using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartnershipBot.Acceptance.Tests.Story;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Acceptance.Tests.Privacy;

/// <summary>Where people's words, names, keys and answers are not, after a story that used them all.</summary>
public sealed class PrivacyTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Azurite)]
    public async Task Nothing_of_people_is_logged_and_closed_answers_are_gone(StoreKind kind)
    {
        await using var store = await Store.StartAsync(kind, Cancel);
        await using var bot = await RunningBot.StartAsync(store, Cancel);
        var story = new EightPeople(bot);
        await story.They_join_in_three_channels();
        await story.They_answer_each_in_their_own_channel();

        var open = await OpenAnswersAsync(bot);
        AssertNowhere(Canaries.Notes + Canaries.People(story.Harbour) + Canaries.Answers, await StoreRows.LinesAsync(bot.Tables.Rounds, Cancel), "The rounds table holds answers that nobody can read, and nothing else.");
        // A round's row says what was asked.
        AssertNowhere(Canaries.Answers, (await StoreRows.LinesAsync(bot.Tables.Main, Cancel)).Where(line => !line.Contains(" checkin|", StringComparison.Ordinal)), "The main table knows nothing of answers.");
        Assert.Equal(kind is StoreKind.Sqlite, open.Any(row => HoldsBytesOf(store, row)));

        await story.They_all_hear_the_same_and_who_comes_late_changes_nothing();
        Assert.Empty(await StoreRows.LinesAsync(bot.Tables.Rounds, Cancel));
        Assert.DoesNotContain(open, row => HoldsBytesOf(store, row));

        AssertNowhere(Canaries.Keys(story.Harbour), await StoreRows.LinesAsync(bot.Tables.Main, Cancel), "What opens something is kept hashed.");
        await bot.PassAsync(TimeSpan.FromDays(10), Cancel);
        AssertNowhere(new Canaries([("a note that was kept private", EightPeople.KeptNote)]), await StoreRows.LinesAsync(bot.Tables.Main, Cancel), "A private note goes after 14 days.");

        var all = Canaries.Notes + Canaries.Keys(story.Harbour) + Canaries.People(story.Harbour) + Canaries.Answers + Secrets(bot);
        AssertEverythingIsLogged(bot);
        AssertNowhere(all, bot.Log.Lines, "A log holds no word, name, key or answer of anybody, at any level.");
    }

    /// <summary>One encrypted row for each of the six who answered and the one who skipped, all of one size; inside are choices and no words.</summary>
    static async Task<IReadOnlyList<Row>> OpenAnswersAsync(RunningBot bot)
    {
        var rows = new List<Row>();
        await foreach (var (partition, row) in StoreRows.AllAsync(bot.Tables.Rounds, Cancel))
        {
            if (!partition.StartsWith("round|", StringComparison.Ordinal)) continue;
            rows.Add(row);
            Assert.Equal(["data"], row.Columns.Keys);
        }
        Assert.Equal(7, rows.Count);
        Assert.Single(rows.Select(row => row.Bytes("data")!.Length).Distinct());

        var answers = await bot.Services.GetRequiredService<OpenRounds>().AllAsync(await OpenRoundAsync(bot), Cancel);
        Assert.Equal(6, answers.Count);
        Assert.All(answers, answer => Assert.Equal(["OPN1", "REL1"], answer.Given.Keys.Order(StringComparer.Ordinal)));
        Assert.All(answers.SelectMany(answer => answer.Given.Values), value => Assert.True(PackLibrary.Scale("TRUE5", "en").Has(value), value));
        return rows;
    }

    static async Task<string> OpenRoundAsync(RunningBot bot)
    {
        await foreach (var (partition, _) in StoreRows.AllAsync(bot.Tables.Rounds, Cancel))
            if (partition.StartsWith("keys|", StringComparison.Ordinal)) return partition["keys|".Length..];
        throw new InvalidOperationException("No round is open.");
    }

    /// <summary>Whether the file of open rounds, or one that SQLite keeps beside it, holds the row's key or the beginning of what it held.</summary>
    static bool HoldsBytesOf(Store store, Row row)
    {
        var folder = Path.GetDirectoryName(store.RoundsFile)!;
        foreach (var path in Directory.GetFiles(folder, Path.GetFileName(store.RoundsFile) + "*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            var bytes = reader.ReadToEnd();
            if (bytes.Contains(row.Key, StringComparison.Ordinal) || bytes.Contains(Convert.ToBase64String(row.Bytes("data")!)[..40], StringComparison.Ordinal)) return true;
        }
        return false;
    }

    static Canaries Secrets(RunningBot bot) => new([.. bot.Secrets.Select(secret => ("a secret", secret))]);

    /// <summary>Else the log would be clean because it is empty.</summary>
    static void AssertEverythingIsLogged(RunningBot bot)
    {
        var before = bot.Log.Lines.Count;
        bot.Services.GetRequiredService<ILoggerFactory>().CreateLogger("PartnershipBot.Core.Conversation.Bot").LogTrace("A line at the {Level} level.", "lowest");
        Assert.Contains(bot.Log.Lines.Skip(before), line => line.Contains("at the lowest level", StringComparison.Ordinal));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Information PartnershipBot.", StringComparison.Ordinal));
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Debug ", StringComparison.Ordinal));
    }

    static void AssertNowhere(Canaries canaries, IEnumerable<string> lines, string rule) => Offenders.None(canaries.In(lines), rule);
}
