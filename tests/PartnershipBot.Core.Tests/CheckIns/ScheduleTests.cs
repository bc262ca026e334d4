using System.Globalization;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.CheckIns;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("2027-03-28", "01:30", "Europe/London", "2027-03-28T01:30Z")]
    [InlineData("2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30Z")]
    [InlineData("2027-03-14", "02:30", "America/New_York", "2027-03-14T07:30Z")]
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45Z")]
    [InlineData("2011-12-30", "09:00", "Pacific/Apia", "2011-12-30T19:00Z")]
    public void A_wall_time_in_a_gap_moves_on_and_of_two_the_first_counts(string day, string time, string zone, string utc) =>
        Assert.Equal(Utc(utc), Schedule.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone));

    [Theory]
    [InlineData("2026-11-24T09:30Z", "Europe/London", "2026-12-01T17:00Z")]
    [InlineData("2026-11-28T09:30Z", "Europe/London", "2026-12-07T17:00Z")]
    [InlineData("2026-11-27T20:00Z", "Pacific/Auckland", "2026-12-07T04:00Z")]
    public void A_check_in_closes_at_five_on_a_working_day_a_week_on(string now, string zone, string utc) => Assert.Equal(Utc(utc), Schedule.ClosesAt(Utc(now), zone));

    [Theory]
    [InlineData("2026-11-24T09:30Z", "2026-12-01T10:00Z")]
    [InlineData("2026-11-30T23:30Z", "2026-12-01T10:00Z")]
    public void The_first_opens_on_the_next_Tuesday(string now, string utc) => Assert.Equal(Utc(utc), Schedule.FirstOpening(Utc(now), "Europe/London", 10));

    static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
