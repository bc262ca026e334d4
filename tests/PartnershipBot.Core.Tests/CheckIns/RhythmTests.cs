using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class RhythmTests
{
    [Fact]
    public async Task Without_a_choice_it_is_a_month_from_the_first_check_in()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.OpenAsync();
        await harbour.CloseAsync();
        await harbour.Script.SaysAsync(harbour.People[1], "home");
        Assert.Contains("Next: Tue 22 Dec, 10:00 London, once there is a note of the last one.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        await harbour.Script.SaysAsync(harbour.People[1], "status");
        Assert.Contains("Next: Tue 22 Dec, 10:00 London.", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);

        await harbour.Script.TimePassesAsync(At(2026, 12, 22, 9) - harbour.Script.Clock.GetUtcNow());
        Assert.Single(await harbour.RoundsAsync());
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, (await harbour.RoundsAsync()).Count);
        Assert.Equal(new DateOnly(2027, 1, 26), (await SettingAsync(harbour)).Next);
    }

    [Fact]
    public async Task The_form_says_what_a_quicker_rhythm_means_and_replaces_the_day_that_was_to_come()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.Monthly);
        var old = (await SettingAsync(harbour)).Next!.Value;
        await ChooseAsync(harbour, Rhythm.Weekly, ("day", "Thursday"), ("hour", "14"));
        Assert.Contains("You will check in each week.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Contains("Next: Thu 26 Nov, 14:00 London.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        Assert.Contains("only 2 messages a month from me, unless they ask for more", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);

        await harbour.ComesAsync("checkin.occurrence", RhythmSetting.Text(old));
        Assert.Empty(await harbour.RoundsAsync());
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(3));
        Assert.Equal(At(2026, 11, 26, 14), (await harbour.RoundAsync()).OpenedAt);
    }

    [Fact]
    public async Task The_same_day_at_another_hour_fires_at_that_hour_alone()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.Weekly, ("hour", "10"));
        await ChooseAsync(harbour, Rhythm.Weekly, ("hour", "15"));
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(8));
        Assert.Equal(At(2026, 12, 1, 15), (await harbour.RoundAsync()).OpenedAt);
    }

    [Fact]
    public async Task What_is_not_in_the_form_is_refused_beside_it()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await harbour.Script.SaysAsync(harbour.Coordinator, "how often");
        await harbour.Script.AsksAsync(harbour.Coordinator, "rhythm");
        await harbour.Script.FillsInAsync(harbour.Coordinator, ("often", "Hourly"), ("day", "Sunday"), ("hour", "25"), ("zone", "Mars"), ("full", ""));
        Assert.Equal(["often", "day", "hour", "zone", "full"], harbour.Coordinator.Errors.Select(error => error.InputId));
        Assert.DoesNotContain(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key == RhythmSetting.Key);
    }

    [Fact]
    public async Task A_day_comes_once_however_often_its_job_does()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.Weekly);
        var day = RhythmSetting.Text((await SettingAsync(harbour)).Next!.Value);
        await harbour.ComesAsync("checkin.occurrence", day);
        Assert.Empty(await harbour.RoundsAsync());
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7.5));
        await harbour.ComesAsync("checkin.occurrence", day);
        await harbour.RoundAsync();
        Assert.Single(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Text("verb") == "checkin.occurrence");
    }

    [Fact]
    public async Task Weeks_without_the_bot_are_one_check_in()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.Weekly);
        harbour.Script.Clock.Advance(TimeSpan.FromDays(30));
        await harbour.Script.Pump.SettleAsync(TestContext.Current.CancellationToken);
        await harbour.RoundAsync();
        Assert.Equal(new DateOnly(2026, 12, 29), (await SettingAsync(harbour)).Next);
    }

    [Fact]
    public async Task The_clock_asks_nobody_for_what_could_never_be_shown()
    {
        await using var harbour = await Harbour.OfAsync(4);
        await ChooseAsync(harbour, Rhythm.Weekly);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(15));
        Assert.Empty(await harbour.RoundsAsync());
        Assert.Equal(new DateOnly(2026, 12, 15), (await SettingAsync(harbour)).Next);
    }

    [Fact]
    public async Task A_check_in_that_is_still_open_lets_the_next_day_pass()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.Weekly, ("day", "Wednesday"));
        await harbour.OpenAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(2));
        await harbour.RoundAsync();
        Assert.Equal(new DateOnly(2026, 12, 2), (await SettingAsync(harbour)).Next);
    }

    [Fact]
    public async Task After_a_meeting_it_opens_at_most_once_a_week()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await ChooseAsync(harbour, Rhythm.AfterAMeeting);
        Assert.Null((await SettingAsync(harbour)).Next);
        await harbour.Script.SaysAsync(harbour.Coordinator, "home");
        await harbour.Script.PressesAsync(harbour.Coordinator, "We met");
        await harbour.Script.SaysAsync(harbour.Coordinator, "we met");
        Assert.Contains("A check-in is open until", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.CloseAsync();

        await harbour.Script.SaysAsync(harbour.Coordinator, "we met");
        Assert.Contains("The last check-in has no note yet.", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.PressesAsync(harbour.People[2], "Take 20 minutes together");
        await harbour.Script.PressesAsync(harbour.People[2], "Nothing this time");
        await harbour.Script.SaysAsync(harbour.Coordinator, "we met");
        Assert.Contains("at most once a week, so the next can open from Tue 1 Dec, 09:30 London", harbour.Script.Sees(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.RoundAsync();
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7));
        await harbour.Script.SaysAsync(harbour.Coordinator, "we met");
        Assert.Equal(2, (await harbour.RoundsAsync()).Count);
    }

    [Fact]
    public async Task After_two_that_showed_nothing_the_coordinator_is_offered_another_way()
    {
        await using var harbour = await Harbour.OfAsync(5);
        await EmptyRoundAsync(harbour);
        Assert.DoesNotContain("Two check-ins showed nothing", harbour.Script.HasSeen(harbour.Coordinator), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(14));
        await EmptyRoundAsync(harbour);
        Assert.Single(harbour.Script.Cards(harbour.Coordinator), card => card.Summary == "Two check-ins showed nothing");
        Assert.DoesNotContain("Two check-ins showed nothing", harbour.Script.HasSeen(harbour.People[1]), StringComparison.Ordinal);

        await harbour.Script.PressesAsync(harbour.Coordinator, "Keep open for two weeks");
        Assert.Equal(14, (await SettingAsync(harbour)).DaysOpen);
        await harbour.Script.AsksAsync(harbour.Coordinator, "rhythm.quarterly");
        Assert.Equal((Rhythm.Quarterly, 14), ((await SettingAsync(harbour)).Rhythm, (await SettingAsync(harbour)).DaysOpen));
        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        await harbour.OpenAsync();
        Assert.Contains(await harbour.RoundsAsync(), round => round.ClosesAt - round.OpenedAt > TimeSpan.FromDays(14));
    }

    static async Task EmptyRoundAsync(Harbour harbour)
    {
        await harbour.OpenAsync();
        await harbour.AnswersAsync(harbour.People[1], "3", "3");
        await harbour.CloseAsync();
    }

    internal static async Task ChooseAsync(Harbour harbour, Rhythm rhythm, params (string Id, string Value)[] more)
    {
        await harbour.Script.AsksAsync(harbour.Coordinator, "rhythm");
        await harbour.Script.FillsInAsync(harbour.Coordinator, [("often", rhythm.ToString()), .. more]);
    }

    internal static async Task<RhythmSetting> SettingAsync(Harbour harbour) =>
        RhythmSetting.FromRow(Assert.Single(await harbour.Script.RowsAsync(Harbour.Partition), row => row.Key == RhythmSetting.Key))!;

    static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
