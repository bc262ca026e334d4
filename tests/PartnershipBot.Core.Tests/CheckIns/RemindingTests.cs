using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Flows.CheckIns;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class RemindingTests
{
    const string Reminder = "is still open";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_a_round_whoever_has_not_answered_is_reminded_and_nobody_else()
    {
        await using var harbour = await Harbour.OfAsync(6);
        await harbour.OpenAsync();
        var (answered, skipped, paused, silent) = (harbour.People[1], harbour.People[2], harbour.People[3], harbour.People[4]);
        await harbour.AnswersAsync(answered, "4", "4");
        await harbour.Script.PressesAsync(skipped, "Skip this time");
        await harbour.Script.SaysAsync(paused, "pause 2 weeks");

        // 70 % of the week is over on Sunday; Monday at ten is the first working hour of everybody.
        await harbour.Script.TimePassesAsync(new DateTimeOffset(2026, 11, 30, 9, 59, 0, TimeSpan.Zero) - harbour.Script.Clock.GetUtcNow());
        Assert.DoesNotContain(Reminder, harbour.Script.HasSeen(silent), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(1));

        Assert.Single(harbour.Script.Cards(silent), card => Script.Words(card).Contains(Reminder, StringComparison.Ordinal));
        foreach (var person in (ScriptPerson[])[answered, skipped, paused])
            Assert.DoesNotContain(Reminder, harbour.Script.HasSeen(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_row_tells_who_was_reminded()
    {
        await using var harbour = await Harbour.OfAsync(6, "slack");
        await harbour.OpenAsync();
        var (answered, silent) = (harbour.People[1], harbour.People[2]);
        var jobs = (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => row.Text("verb") == "checkin.remind").Select(row => row.Text("value").Split('|')[1]);
        Assert.Equal(harbour.People.Select(harbour.MemberId).Order(StringComparer.Ordinal), jobs.Order(StringComparer.Ordinal));

        await harbour.AnswersAsync(answered, "4", "4");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(6) + TimeSpan.FromHours(2));
        Assert.Contains(Reminder, harbour.Script.HasSeen(silent), StringComparison.Ordinal);
        Assert.Equal(await KeysAsync(harbour, answered), await KeysAsync(harbour, silent));
        var kept = (await harbour.Script.RowsAsync(Harbour.Partition)).Where(row => !row.Key.StartsWith("seen|", StringComparison.Ordinal)).ToList();
        Assert.Equal(Naming(kept, harbour.MemberId(answered)), Naming(kept, harbour.MemberId(silent)));
    }

    [Fact]
    public async Task An_invitation_and_its_reminder_count_once_and_a_third_check_in_waits_on_the_persons_page()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        var person = harbour.People[1];
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.OpenAsync();
        await harbour.Script.SaysAsync(person, "status");
        Assert.Contains("Messages I started in November: 2 of 2 at most", harbour.Script.Sees(person), StringComparison.Ordinal);

        await harbour.Script.SaysAsync(person, "home");
        Assert.Contains("Waiting for you: A short check-in for Harbour Homes Together. It closes Tue 1 Dec, 17:00 London. I did not send it", harbour.Script.Sees(person), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(person, "See what waits");
        Assert.Contains(harbour.Script.Cards(person).TakeLast(2), card => Script.Words(card).Contains("A short check-in", StringComparison.Ordinal));
        await harbour.Script.SaysAsync(person, "waiting");
        Assert.Contains("Nothing is waiting for you.", harbour.Script.Sees(person), StringComparison.Ordinal);

        // No reminder where no invitation was counted, also not in the next month.
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7));
        Assert.DoesNotContain(Reminder, harbour.Script.HasSeen(person), StringComparison.Ordinal);
        Assert.DoesNotContain(await harbour.Script.RowsAsync(harbour.PersonPartition(person)), row => row.Key.StartsWith("budget|2026-12|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_is_gone_when_its_round_is_over()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        var person = harbour.People[1];
        for (var i = 0; i < 2; i++)
        {
            await harbour.OpenAsync();
            await harbour.CloseAsync();
        }
        await harbour.OpenAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(9));
        await harbour.Script.SaysAsync(person, "home");
        Assert.DoesNotContain("Waiting for you", harbour.Script.Sees(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_waited_for_the_morning_is_not_sent_when_the_round_was_closed_meanwhile()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(12));
        await harbour.OpenAsync();
        Assert.Empty(harbour.Script.Cards(harbour.People[1]));
        await harbour.CloseAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(1));
        Assert.DoesNotContain("[Answer now]", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);
        Assert.Contains("What we heard", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_ends_at_night_ends_in_the_morning()
    {
        await using var harbour = await Harbour.OfAsync(5, "slack");
        await harbour.OpenAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(7));
        await harbour.Script.PressesAsync(harbour.People[1], "In an hour");
        Assert.Contains("I'll ask you again Wed 25 Nov, 10:", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(16));
        Assert.DoesNotContain("A short check-in", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(2));
        Assert.Contains("A short check-in", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Weekdays.MondayToFriday, "2026-11-30T10:00:00Z")]
    [InlineData(Weekdays.Tuesday, null)]
    [InlineData(Weekdays.All, "2026-11-29T10:00:00Z")]
    public void It_is_due_at_the_persons_hour_of_a_day_they_work_and_never_on_the_last_day(Weekdays days, string? at)
    {
        var opened = new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
        var round = Round.Begin("r", "pulse", 1, true, "", opened, Schedule.ClosesAt(opened, "Europe/London"));
        Assert.Equal(at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Reminding.At(round, SendTime.In("Europe/London") with { Days = days }));
    }

    static async Task<IEnumerable<string>> KeysAsync(Harbour harbour, ScriptPerson who) => (await harbour.Script.RowsAsync(harbour.PersonPartition(who))).Select(row => row.Key.StartsWith("due|", StringComparison.Ordinal) ? "due " + row.Text("verb") : row.Key);

    static IEnumerable<string> Naming(IEnumerable<Row> rows, string member) =>
        rows.Where(row => row.Key.Contains(member, StringComparison.Ordinal) || row.Text("value").Contains(member, StringComparison.Ordinal))
            .Select(row => row.Key.Replace(member, "*", StringComparison.Ordinal) + row.Text("verb"));
}
