using System.Globalization;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class CadenceTests
{
    [Theory]
    [InlineData(Rhythm.Weekly, "2026-11-24", "2026-11-24", "2026-12-01")]
    [InlineData(Rhythm.Weekly, "2026-11-24", "2026-12-14", "2026-12-15")]
    [InlineData(Rhythm.Fortnightly, "2026-11-24", "2026-11-24", "2026-12-08")]
    [InlineData(Rhythm.Fortnightly, "2026-11-24", "2027-01-10", "2027-01-19")]
    [InlineData(Rhythm.Fortnightly, "2026-11-24", "2026-11-20", "2026-11-24")]
    [InlineData(Rhythm.Monthly, "2026-11-10", "2026-11-10", "2026-12-08")]
    [InlineData(Rhythm.Monthly, "2026-11-10", "2026-12-08", "2027-01-12")]
    [InlineData(Rhythm.Monthly, "2026-12-29", "2026-12-29", "2027-01-26")]
    [InlineData(Rhythm.Monthly, "2026-01-13", "2026-11-24", "2026-12-08")]
    [InlineData(Rhythm.Quarterly, "2026-11-10", "2026-11-10", "2027-02-09")]
    public void Days_are_counted_from_one_of_them(Rhythm rhythm, string anchor, string after, string next) =>
        Assert.Equal(Day(next), Next(rhythm, anchor, Day(after)));

    [Fact]
    public void A_meeting_has_no_day() => Assert.Null(Next(Rhythm.AfterAMeeting, "2026-11-24", Day("2026-11-24")));

    [Fact]
    public void A_month_keeps_its_place_however_long_it_goes_on()
    {
        var day = Day("2026-11-10");
        for (var month = 0; month < 60; month++)
        {
            var next = Next(Rhythm.Monthly, "2026-11-10", day)!.Value;
            Assert.Equal(DayOfWeek.Tuesday, next.DayOfWeek);
            Assert.InRange(next.Day, 8, 14);
            Assert.InRange(next.DayNumber - day.DayNumber, 28, 35);
            day = next;
        }
    }

    [Fact]
    public void The_full_check_in_takes_every_third_month_and_every_quarter()
    {
        Assert.Equal([false, false, true, false, false, true], Fulls(Rhythm.Monthly, 6));
        Assert.Equal([true, true], Fulls(Rhythm.Quarterly, 2));
    }

    static List<bool> Fulls(Rhythm rhythm, int times)
    {
        var setting = (RhythmSetting.Usual("Europe/London", Nation.Scotland, Day("2026-11-24")) with { Rhythm = rhythm }).GoOn(Nation.Scotland, Day("2026-11-24"));
        var fulls = new List<bool>();
        for (var time = 0; time < times; time++)
        {
            var day = setting.Next!.Value;
            fulls.Add(setting.IsFullOn(day));
            if (fulls[^1]) setting = setting with { Full = day };
            setting = setting.GoOn(Nation.Scotland, day);
        }
        return fulls;
    }

    static DateOnly? Next(Rhythm rhythm, string through, DateOnly after) =>
        Cadence.Next(rhythm, Cadence.Anchor(rhythm, Day(through)), Day(through).DayOfWeek, "Europe/London", Nation.Scotland, after);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
