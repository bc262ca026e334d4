using System.Globalization;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Domain;

public sealed class SendTimeTests
{
    static readonly SendTime London = SendTime.In("Europe/London");

    [Theory]
    [InlineData("2026-11-24T09:00Z")]
    [InlineData("2026-11-24T16:59Z")]
    [InlineData("2026-11-30T12:00Z")]
    public void In_the_hours_of_a_working_day_it_goes_at_once(string now) => Assert.Equal(Utc(now), London.Next(Utc(now), "x"));

    [Theory]
    [InlineData("2026-11-24T08:59Z", "2026-11-24T10:00Z")]
    [InlineData("2026-11-24T17:00Z", "2026-11-25T10:00Z")]
    [InlineData("2026-11-28T12:00Z", "2026-11-30T10:00Z")]
    [InlineData("2026-12-24T17:30Z", "2026-12-29T10:00Z")]
    [InlineData("2027-03-27T12:00Z", "2027-03-30T09:00Z")]
    public void Else_it_waits_for_the_persons_hour_of_their_next_working_day(string now, string hour)
    {
        var next = London.Next(Utc(now), "x");
        Assert.InRange(next, Utc(hour).AddMinutes(15), Utc(hour).AddMinutes(30));
        Assert.Equal(next, London.Next(Utc(now), "x"));
        Assert.Equal(next, London.Next(next, "x"));
        Assert.InRange(London.Next(Utc(now), "x", first: true), Utc(hour), Utc(hour).AddMinutes(15));
    }

    [Theory]
    [InlineData(Nation.Scotland, "2026-11-30T12:00Z", "2026-12-01")]
    [InlineData(Nation.EnglandAndWales, "2026-11-30T12:00Z", "2026-11-30")]
    [InlineData(Nation.NorthernIreland, "2027-03-17T12:00Z", "2027-03-18")]
    [InlineData(Nation.Elsewhere, "2026-12-25T12:00Z", "2026-12-25")]
    public void Each_nation_has_its_own_holidays(Nation nation, string now, string day) =>
        Assert.Equal(day, (London with { Nation = nation }).Next(Utc(now), "x").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Part_time_days_and_hours_of_ones_own_are_kept()
    {
        var time = London with { Days = Weekdays.Tuesday | Weekdays.Thursday, From = 13, Until = 17, Hour = 14 };
        Assert.Equal(Utc("2026-11-26T14:00Z"), Floor(time.Next(Utc("2026-11-25T14:00Z"), "x")));
        Assert.Equal(Utc("2026-11-24T14:00Z"), Floor(time.Next(Utc("2026-11-24T10:00Z"), "x")));
        Assert.Equal(Utc("2026-11-24T13:30Z"), time.Next(Utc("2026-11-24T13:30Z"), "x"));
        static DateTimeOffset Floor(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerHour, TimeSpan.Zero);
    }

    [Fact]
    public void The_hour_that_was_chosen_is_never_quiet() =>
        Assert.Equal(Utc("2026-11-24T18:20Z"), (London with { Hour = 18 }).Next(Utc("2026-11-24T18:20Z"), "x"));

    [Theory]
    [InlineData("Pacific/Apia")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/London")]
    public void At_every_half_hour_of_three_years_the_next_time_is_one_at_which_it_goes(string zone)
    {
        var time = SendTime.In(zone) with { Nation = Nation.Scotland, Hour = 2 };
        for (var now = Utc("2026-01-01T00:10Z"); now < Utc("2028-12-20T00:00Z"); now += TimeSpan.FromMinutes(210))
        {
            var next = time.Next(now, "seed");
            Assert.True(next >= now && next == time.Next(next, "seed"));
            Assert.True(Schedule.IsWorkingDay(Schedule.Today(next, zone), Nation.Scotland));
        }
    }

    [Fact]
    public void It_comes_back_from_its_row_as_it_was()
    {
        var time = new SendTime("Europe/Dublin", Nation.Scotland, Weekdays.Friday, 8, 18, 0);
        var columns = new Core.Storage.Columns();
        time.AddTo(columns);
        Assert.Equal(time, SendTime.FromRow(new Core.Storage.Row("x", columns), "Europe/Dublin"));
        Assert.Equal(SendTime.In("Europe/Dublin"), SendTime.FromRow(new Core.Storage.Row("x", new Core.Storage.Columns()), "Europe/Dublin"));
    }

    static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
