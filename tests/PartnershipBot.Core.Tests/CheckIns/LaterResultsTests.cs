using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Tests.CheckIns;

/// <summary>Whoever holds the money answers like the rest, and sees the result after the others have talked, or ten working days later.</summary>
public sealed class LaterResultsTests
{
    readonly ScriptPerson funder = new("Sunita", "slack");

    [Fact]
    public async Task The_invitation_says_when_and_only_to_them()
    {
        await using var harbour = await OpenAsync(new Organisation("fund", "The Fund", OrganisationKind.Funder, false, null));
        Assert.Contains("You will see the result after the partners have talked, by Tue 15 Dec at the latest.", harbour.Script.Sees(funder), StringComparison.Ordinal);
        Assert.DoesNotContain("after the partners have talked", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_comes_after_ten_working_days_once()
    {
        await using var harbour = await ClosedAsync();
        Assert.Contains("What we heard", harbour.Script.Sees(harbour.People[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("What we heard", harbour.Script.HasSeen(funder), StringComparison.Ordinal);
        await harbour.Script.SaysAsync(funder, "result");
        Assert.Contains("The partners hear the result first and talk about it. You will see it after they have talked, by Tue 15 Dec at the latest.", harbour.Script.Sees(funder), StringComparison.Ordinal);

        await harbour.Script.TimePassesAsync(new DateTimeOffset(2026, 12, 15, 9, 59, 0, TimeSpan.Zero) - harbour.Script.Clock.GetUtcNow());
        await harbour.ComesAsync("checkin.publish.later", (await harbour.RoundAsync()).Id);
        Assert.DoesNotContain("What we heard", harbour.Script.HasSeen(funder), StringComparison.Ordinal);
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(1));
        await harbour.ComesAsync("checkin.publish.later", (await harbour.RoundAsync()).Id);
        Assert.Single(harbour.Script.Cards(funder), card => card.Summary.StartsWith("What we heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_the_partners_have_talked_it_may_be_seen_and_is_sent()
    {
        await using var harbour = await ClosedAsync();
        var round = (await harbour.RoundAsync()).Id;
        await harbour.ComesAsync("checkin.publish.later", round);
        Assert.DoesNotContain("What we heard", harbour.Script.HasSeen(funder), StringComparison.Ordinal);

        await harbour.Script.SaysAsync(harbour.People[1], "nothing this time");
        Assert.Single(harbour.Script.Cards(funder), card => card.Summary.StartsWith("What we heard", StringComparison.Ordinal));
        await harbour.ComesAsync("checkin.publish.later", round);
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(20));
        Assert.Single(harbour.Script.Cards(funder), card => card.Summary.StartsWith("What we heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_holds_the_money_cannot_end_the_wait_alone()
    {
        await using var harbour = await ClosedAsync();
        await harbour.Script.SaysAsync(funder, "nothing this time");
        await harbour.Script.SaysAsync(funder, "result");
        Assert.DoesNotContain("What we heard", harbour.Script.HasSeen(funder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrganisationKind.Partner, true, true)]
    [InlineData(OrganisationKind.Funder, false, true)]
    [InlineData(OrganisationKind.PrimeContractor, false, false)]
    [InlineData(OrganisationKind.UserGroup, false, false)]
    public void It_is_the_money_that_makes_the_difference(OrganisationKind kind, bool holdsMoney, bool later) =>
        Assert.Equal(later, new Organisation("o", "O", kind, holdsMoney, null).HearsLater);

    async Task<Harbour> OpenAsync(Organisation organisation)
    {
        var harbour = await Harbour.OfAsync(5);
        await harbour.HasAsync(organisation);
        await harbour.JoinAsync(funder, organisation.Id);
        await harbour.Script.SaysAsync(harbour.Coordinator, "open");
        await harbour.Script.PressesAsync(harbour.Coordinator, "Open for 6 people");
        return harbour;
    }

    async Task<Harbour> ClosedAsync()
    {
        var harbour = await OpenAsync(new Organisation("council", "The Council", OrganisationKind.Partner, true, null));
        foreach (var person in (ScriptPerson[])[.. harbour.People.Take(4), funder]) await harbour.AnswersAsync(person, "3", "3");
        await harbour.Script.TimePassesAsync(TimeSpan.FromDays(7) + TimeSpan.FromHours(8));
        // It closes at five: results come in the morning.
        await harbour.Script.TimePassesAsync(TimeSpan.FromHours(17));
        return harbour;
    }
}
