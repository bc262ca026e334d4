using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;
using PartnershipBot.Core.Tests.CheckIns;

namespace PartnershipBot.Core.Tests.Privacy;

/// <summary>How long things are kept, who decides it, and what the log says of it.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task The_log_tells_what_happened_and_nothing_of_answers()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "4", "4");
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[1], "log");
        Assert.Equal(
        [
            "What happened here",
            "Tue 24 November 2026: The key of a check-in was destroyed. Nobody can match its ratings to people now.",
            "Tue 24 November 2026: Aoife closed a check-in.",
            "Tue 24 November 2026: Aoife opened a check-in.",
            "Every member can read this. It never says who answered.",
            "[What can they see?] [Home]",
        ], harbour.Script.Sees(harbour.People[1]).Split('\n'));
    }

    [Fact]
    public async Task A_coordinator_changes_how_long_and_everybody_reads_of_it()
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        await harbour.Script.SaysAsync(harbour.People[1], "retention");
        Assert.Contains("Only a coordinator", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.AsksAsync(harbour.Coordinator, "retention");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("years", "5"));
        Assert.Equal("years", Assert.Single(harbour.Coordinator.Errors).InputId);
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("years", "1"));
        Assert.Contains("Things are kept for 1 year.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[1], "log");
        Assert.Contains("Aoife changed how long things are kept. Years: 1.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_results_go_once_a_month_and_the_log_says_how_much()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        foreach (var person in harbour.People) await harbour.AnswersAsync(person, "4", "4");
        await harbour.CloseAsync();
        await harbour.Script.AsksAsync(harbour.Coordinator, "retention");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("years", "1"));

        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(360));
        Assert.Single(await harbour.RoundsAsync());
        Assert.Single(await PurgesAsync(harbour));
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(40));
        Assert.Empty(await harbour.RoundsAsync());
        Assert.DoesNotContain(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key.StartsWith("invited|", StringComparison.Ordinal));
        await harbour.Script.SaysAsync(harbour.People[1], "log");
        Assert.Matches("Old things were removed. Rows: [0-9]+.", harbour.Script.Sees(harbour.People[1]));
        await harbour.Script.SaysAsync(harbour.People[1], "results");
        Assert.Single(await PurgesAsync(harbour));

        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(450));
        Assert.Empty(await PurgesAsync(harbour));
        Assert.DoesNotContain(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key.StartsWith(LogEntry.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_old_stays_and_a_second_note_makes_no_second_job()
    {
        await using var harbour = await Harbour.OfAsync(2, "slack");
        foreach (var years in new[] { "1", "2", "3" })
        {
            await harbour.Script.AsksAsync(harbour.Coordinator, "retention");
            await harbour.Script.FillsInAsync(harbour.Coordinator, ("years", years));
        }
        Assert.Single(await PurgesAsync(harbour));
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(700));
        Assert.Single(await PurgesAsync(harbour));
        Assert.Equal(3, (await harbour.Script.RowsAsync(Harbour.Partition)).Count(row => row.Key.StartsWith(LogEntry.Prefix, StringComparison.Ordinal)));
    }

    static async Task<IReadOnlyList<Row>> PurgesAsync(Harbour harbour) =>
        [.. (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => row.Key.StartsWith(Keys.DuePrefix, StringComparison.Ordinal) && row.Text("verb") == "retention.purge")];
}
