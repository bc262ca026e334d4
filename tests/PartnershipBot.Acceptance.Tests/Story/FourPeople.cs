using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The story of four people: too few for figures, so each keeps a private note.</summary>
internal sealed class FourPeople(RunningBot bot)
{
    readonly HarbourStory story = new(bot);

    public async Task They_join()
    {
        await story.The_coordinator_starts_a_partnership_of_four_organisations();
        await story.She_gets_an_invitation_for_each(HarbourHomes.HousingAssociation, HarbourHomes.Council, HarbourHomes.TenantsGroup);
        await story.Joins_as_the_links_page_says(story.Rhian, HarbourHomes.HousingAssociation);
        await story.Joins_from_the_first_hello(story.Declan, HarbourHomes.Council, story.Invitation(HarbourHomes.Council).Code);
        await story.Bethan_joins_through_the_third_door();
    }

    /// <summary>No round is opened whose figures could never be shown.</summary>
    public async Task The_coordinator_hears_why_there_can_be_no_figure_and_chooses_private_notes()
    {
        await story.Siobhan.SaysAsync("open");
        await story.Siobhan.SeesAsync("There are four of you. I can't hide who said what.");
        await story.Siobhan.PressesAsync("Private notes");
        await story.Siobhan.SeesAsync("I'm offering everyone their own private note.");
    }

    /// <summary>One in each channel.</summary>
    public async Task Three_write_one_that_only_they_see()
    {
        foreach (var member in (Person[])[story.Siobhan, story.Rhian, story.Bethan])
        {
            await member.ReturnsAsync();
            await member.SeesAsync("Time for a few questions about working together in Harbour Homes Together, for yourself.");
            await member.PressesAsync("Write my note");
            var form = await member.FormAsync("Check-in");
            Assert.True(form.Says("Only you see it."), form.ToString());
            await member.SendsAsync("Send", CheckInStory.Lowest);
            await member.SeesAsync("Kept. I'll show it to you the next time.");
        }
        await story.Declan.SeesNothingOfAsync("Not true at all");
    }
}
