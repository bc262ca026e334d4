using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The story of five people: just enough for figures.</summary>
internal sealed class FivePeople(RunningBot bot)
{
    readonly HarbourStory story = new(bot);

    CheckInStory CheckIn => field ??= new CheckInStory(story);

    public async Task They_join()
    {
        await story.The_coordinator_starts_a_partnership_of_four_organisations();
        await story.She_gets_an_invitation_for_each(HarbourHomes.Charity, HarbourHomes.HousingAssociation, HarbourHomes.Council, HarbourHomes.TenantsGroup);
        await story.Joins_by_typing_the_code(story.Callum, HarbourHomes.Charity);
        await story.Joins_as_the_links_page_says(story.Rhian, HarbourHomes.HousingAssociation);
        await story.Joins_from_the_first_hello(story.Declan, HarbourHomes.Council, story.Invitation(HarbourHomes.Council).Code);
        await story.Bethan_joins_through_the_third_door();
    }

    public async Task They_are_asked()
    {
        await CheckIn.The_coordinator_previews_it_and_opens_it("There are five of you. You will all see a figure only where all five rated the question.");
        await CheckIn.Everyone_is_asked_in_their_own_channel();
    }

    /// <summary>One in each channel.</summary>
    public async Task<(SlackUser InSlack, TeamsUser InTeams, WebVisitor OnTheWeb)> Three_open_the_form()
    {
        foreach (var member in (Person[])[story.Siobhan, story.Rhian, story.Bethan])
        {
            await member.ReturnsAsync();
            await member.PressesAsync("Answer now");
            await member.FormAsync("Check-in");
        }
        return (story.Siobhan, story.Rhian, story.Bethan);
    }
}
