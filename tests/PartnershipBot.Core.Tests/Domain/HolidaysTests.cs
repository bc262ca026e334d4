using System.Globalization;
using System.Text;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Tests.Domain;

public sealed class HolidaysTests
{
    static readonly (Nation Nation, string Sign)[] Signs =
        [(Nation.EnglandAndWales, "EW"), (Nation.Scotland, "S"), (Nation.NorthernIreland, "N"), (Nation.Ireland, "I"), (Nation.Elsewhere, "?")];

    [Theory]
    [InlineData("2026-12-25", "EWSNI")]
    [InlineData("2026-12-28", "EWSNI")]
    [InlineData("2027-03-29", "EWNI")]
    [InlineData("2027-03-26", "EWSN")]
    [InlineData("2026-11-30", "S")]
    [InlineData("2026-06-15", "S")]
    [InlineData("2027-01-04", "S")]
    [InlineData("2028-01-04", "S")]
    [InlineData("2027-07-12", "N")]
    [InlineData("2026-07-13", "N")]
    [InlineData("2027-03-17", "NI")]
    [InlineData("2027-02-01", "I")]
    [InlineData("2028-02-07", "I")]
    [InlineData("2027-10-25", "I")]
    [InlineData("2027-08-02", "SI")]
    [InlineData("2027-08-30", "EWN")]
    [InlineData("2027-06-09", "")]
    public void Each_nation_keeps_its_own(string day, string who) =>
        Assert.Equal(who, string.Concat(Signs.Where(sign => Holidays.Is(sign.Nation, Day(day))).Select(sign => sign.Sign)));

    [Fact]
    public void Good_Friday_and_Easter_Monday_move_with_the_moon()
    {
        for (var year = 2026; year <= Holidays.LastDay(Nation.EnglandAndWales)!.Value.Year; year++)
        {
            var easter = Easter(year);
            Assert.True(Holidays.Is(Nation.Scotland, easter.AddDays(-2)));
            Assert.True(Holidays.Is(Nation.Ireland, easter.AddDays(1)));
            Assert.False(Holidays.Is(Nation.Scotland, easter.AddDays(1)));
            Assert.False(Holidays.Is(Nation.Ireland, easter.AddDays(-2)));
        }
    }

    [Theory]
    [InlineData("2028-10-02", false)]
    [InlineData("2028-10-03", true)]
    [InlineData("2029-06-01", true)]
    public void The_data_says_when_it_runs_out(string today, bool warns)
    {
        Assert.Equal(warns, Holidays.RunOut(Nation.Ireland, Day(today)));
        Assert.Equal(warns ? 4 : 0, Holidays.RunningOut(Day(today)).Count);
        Assert.False(Holidays.RunOut(Nation.Elsewhere, Day(today)));
    }

    [Theory]
    [InlineData("Europe/Dublin", Nation.Ireland)]
    [InlineData("Europe/London", Nation.EnglandAndWales)]
    [InlineData("Europe/Berlin", Nation.Elsewhere)]
    public void A_zone_has_a_likeliest_nation(string zone, Nation nation) => Assert.Equal(nation, Nations.Of(zone));

    [Theory]
    [InlineData("\"2026-01-01\", \"2026-04-03\"", "fewer than 8 days for Scotland in 2026")]
    [InlineData("\"2026-04-03\", \"2026-01-01\"", "2026-01-01 for Scotland out of order")]
    [InlineData("\"2026-01-03\"", "which is a weekend")]
    [InlineData("\"1 May\"", "Write a day as yyyy-MM-dd")]
    public void What_is_wrong_is_refused_in_words(string days, string words)
    {
        var json = $$"""{ "nations": [ { "nation": "Scotland", "source": "x", "lastYear": 2026, "days": [{{days}}] } ] }""";
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(() => Holidays.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_member_is_refused_with_its_line()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Holidays.Read("{ \"nations\": [],\n \"more\": 1 }"u8));
        Assert.StartsWith("holidays.json, line 2:", wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>The Gregorian computus.</summary>
    static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
