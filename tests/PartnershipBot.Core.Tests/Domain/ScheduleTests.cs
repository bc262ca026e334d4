using System.Globalization;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Domain;

public sealed class ScheduleTests
{
    const string London = "Europe/London";

    [Theory]
    [InlineData("2027-03-28", "01:30", London, "2027-03-28T01:30Z")]
    [InlineData("2026-10-25", "01:30", London, "2026-10-25T00:30Z")]
    [InlineData("2027-03-14", "02:30", "America/New_York", "2027-03-14T07:30Z")]
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45Z")]
    [InlineData("2011-12-30", "09:00", "Pacific/Apia", "2011-12-30T19:00Z")]
    public void A_wall_time_in_a_gap_moves_on_and_of_two_the_first_counts(string day, string time, string zone, string utc) =>
        Assert.Equal(Utc(utc), Schedule.At(Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone));

    [Theory]
    [InlineData("2026-11-24T09:30Z", London, "2026-12-01T17:00Z")]
    [InlineData("2026-11-28T09:30Z", London, "2026-12-07T17:00Z")]
    [InlineData("2026-11-27T20:00Z", "Pacific/Auckland", "2026-12-07T04:00Z")]
    [InlineData("2026-12-18T09:30Z", London, "2026-12-29T17:00Z")]
    public void A_check_in_closes_at_five_on_a_working_day_a_week_on(string now, string zone, string utc) => Assert.Equal(Utc(utc), Schedule.ClosesAt(Utc(now), zone));

    [Theory]
    [InlineData("2026-11-24T09:30Z", "2026-12-01T10:00Z")]
    [InlineData("2026-11-30T23:30Z", "2026-12-01T10:00Z")]
    [InlineData("2026-12-01T10:00Z", "2026-12-08T10:00Z")]
    [InlineData("2026-12-23T10:00Z", "2027-01-05T10:00Z")]
    [InlineData("2026-07-01T10:00Z", "2026-07-07T09:00Z")]
    public void The_first_opens_on_the_next_Tuesday_that_people_work(string now, string utc) => Assert.Equal(Utc(utc), Schedule.FirstOpening(Utc(now), London, 10));

    [Theory]
    [InlineData(Rhythm.Weekly, "2026-11-24", "2026-11-24T09:30Z", "2026-11-24", "2026-11-24T10:00Z")]
    [InlineData(Rhythm.Weekly, "2026-11-24", "2026-11-24T10:00Z", "2026-12-01", "2026-12-01T10:00Z")]
    [InlineData(Rhythm.Weekly, "2026-12-04", "2026-12-18T12:00Z", "2026-12-25", "2026-12-29T10:00Z")]
    [InlineData(Rhythm.Weekly, "2027-01-05", "2026-11-24T10:00Z", "2027-01-05", "2027-01-05T10:00Z")]
    [InlineData(Rhythm.Fortnightly, "2026-11-24", "2027-03-24T00:00Z", "2027-03-30", "2027-03-30T09:00Z")]
    [InlineData(Rhythm.Monthly, "2027-01-31", "2027-02-02T00:00Z", "2027-02-28", "2027-03-01T10:00Z")]
    [InlineData(Rhythm.Monthly, "2027-01-31", "2027-03-01T10:00Z", "2027-03-31", "2027-03-31T09:00Z")]
    [InlineData(Rhythm.Quarterly, "2026-11-30", "2026-12-01T00:00Z", "2027-02-28", "2027-03-01T10:00Z")]
    public void A_rhythm_comes_round_on_the_next_working_day(Rhythm rhythm, string anchor, string after, string planned, string utc)
    {
        var next = Schedule.Next(rhythm, Day(anchor), 10, London, Nation.EnglandAndWales, Utc(after))!;
        Assert.Equal((Day(planned), Utc(utc)), (next.Planned, next.At));
        Assert.Equal("weekly." + planned.Replace("-", "", StringComparison.Ordinal), next.Id("weekly"));
    }

    [Fact]
    public void After_a_meeting_no_calendar_says_when() =>
        Assert.Null(Schedule.Next(Rhythm.AfterAMeeting, Day("2026-11-24"), 10, London, Nation.Scotland, Utc("2026-11-24T09:30Z")));

    [Theory]
    [InlineData(London, 1)]
    [InlineData("America/New_York", 2)]
    [InlineData("Australia/Lord_Howe", 2)]
    [InlineData("Pacific/Apia", 0)]
    [InlineData("Africa/Cairo", 0)]
    public void Six_years_of_every_rhythm_come_round_once_each_on_a_working_day(string zone, int hour)
    {
        foreach (var rhythm in (Rhythm[])[Rhythm.Weekly, Rhythm.Fortnightly, Rhythm.Monthly, Rhythm.Quarterly])
        {
            var anchor = Day("2024-01-30");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var now = Utc("2024-01-01T00:00Z");
            var count = 0;
            while (Schedule.Next(rhythm, anchor, hour, zone, Nation.Scotland, now) is { } next && next.At < Utc("2029-12-28T12:00Z"))
            {
                Assert.True(next.At > now);
                Assert.True(seen.Add(next.Id("s")));
                Assert.True(Schedule.IsWorkingDay(next.Day, Nation.Scotland));
                Assert.InRange(next.Day.DayNumber - next.Planned.DayNumber, 0, 5);
                // Whoever looks a second earlier, or again, finds the same one.
                Assert.Equal(next, Schedule.Next(rhythm, anchor, hour, zone, Nation.Scotland, next.At.AddSeconds(-1)));
                (now, count) = (next.At, count + 1);
            }
            Assert.Equal(rhythm switch { Rhythm.Weekly => 309, Rhythm.Fortnightly => 155, Rhythm.Monthly => 71, _ => 24 }, count);
        }
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
