using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The story of four people: too few for figures, so they are told so before and after.</summary>
internal sealed class FourPeople(RunningBot bot)
{
    readonly HarbourStory story = new(bot);

    CheckInStory CheckIn => field ??= new CheckInStory(story);

    public async Task They_join()
    {
        await story.The_coordinator_starts_a_partnership_of_four_organisations();
        await story.She_gets_an_invitation_for_each(HarbourHomes.HousingAssociation, HarbourHomes.Council, HarbourHomes.TenantsGroup);
        await story.Joins_as_the_links_page_says(story.Rhian, HarbourHomes.HousingAssociation);
        await story.Joins_from_the_first_hello(story.Declan, HarbourHomes.Council, story.Invitation(HarbourHomes.Council).Code);
        await story.Bethan_joins_through_the_third_door();
    }

    public async Task They_are_asked()
    {
        await CheckIn.The_coordinator_previews_it_and_opens_it(
            "There are four of you. I can't hide who said what, so I won't show any figures. You could meet for 20 minutes and talk about the questions instead.");
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

    public async Task They_all_answer()
    {
        foreach (var member in story.Members) await CheckInStory.Answers(member, "Mostly true", "Partly true");
    }

    public async Task They_hear_an_honest_line_and_no_figure()
    {
        await CheckIn.The_coordinator_closes_it_early();
        await CheckIn.Everyone_hears(
            "What we heard",
            "Not enough answers to show safely.",
            "“Partners do what they say they will do.” Not shown: fewer than 5 people rated it, so a figure could give someone away.",
            "“It feels safe to raise a problem here.” Not shown: fewer than 5 people rated it, so a figure could give someone away.",
            "What happens next: take 20 minutes together and talk about the questions. Talking works at any size.",
            "Everyone in Harbour Homes Together gets this same message. The ratings and their key are gone, so they can no longer be matched to people.");
    }
}
