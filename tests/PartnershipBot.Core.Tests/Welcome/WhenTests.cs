using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.Welcome;

public sealed class WhenTests : WelcomeScript
{
    [Fact]
    public async Task Days_hours_holidays_and_how_often_are_the_persons_own_and_the_partnership_learns_when_to_write()
    {
        await StartAsync();
        await Script.AsksAsync(Maeve, "when");
        Assert.Equal(["hour", "zone", "days", "most"], Maeve.Form!.Inputs.Select(input => input.Id));
        await Script.FillsInAsync(Maeve, ("hour", "11"), ("days", ((int)(Weekdays.Tuesday | Weekdays.Thursday)).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("most", "4"));
        await Script.PressesAsync(Maeve, "Quiet hours and holidays");
        await Script.FillsInAsync(Maeve, ("hours", "10-16"), ("nation", "Scotland"));
        Assert.Contains("I write first between 10:00 and 16:00 London only.", Script.Sees(Maeve), StringComparison.Ordinal);

        var wanted = new SendTime("Europe/London", Nation.Scotland, Weekdays.Tuesday | Weekdays.Thursday, 10, 16, 11);
        var id = "u" + Script.Ring.Hash(Maeve.Identity.ToString())[..20];
        var person = Person.FromRow(id, (await Script.RowsAsync(Keys.Person(id))).Single(row => row.Key == Keys.Profile));
        Assert.Equal((wanted, 4), (person.SendTime, person.MostMessages));
        var member = (await Script.RowsAsync("partnership|" + await PartnershipAsync(Maeve))).Single(row => row.Key.StartsWith(Keys.MemberPrefix, StringComparison.Ordinal));
        Assert.Equal(wanted, Member.FromRow(member).SendTime);
    }

    [Theory]
    [InlineData("days", "0")]
    [InlineData("days", "monday")]
    [InlineData("most", "1000")]
    [InlineData("most", "0")]
    public async Task What_is_not_on_the_list_is_said_beside_it_and_nothing_is_kept(string input, string value)
    {
        await StartAsync();
        await Script.AsksAsync(Maeve, "when");
        await Script.FillsInAsync(Maeve, ("hour", "12"), (input, value));
        Assert.Equal(input, Assert.Single(Maeve.Errors).InputId);
        await Script.SaysAsync(Maeve, "status");
        Assert.Contains("When I write: At about 10:00 London", Script.Sees(Maeve), StringComparison.Ordinal);
    }
}
