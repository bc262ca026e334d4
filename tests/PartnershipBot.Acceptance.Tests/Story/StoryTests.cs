using PartnershipBot.Playground;

namespace PartnershipBot.Acceptance.Tests.Story;

/// <summary>The whole product, as people meet it: one partnership in Slack, in two Teams tenants and on a plain web page.</summary>
public sealed class StoryTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Azurite)]
    public async Task Eight_people_in_three_channels_hear_the_same(StoreKind kind)
    {
        await using var store = await Store.StartAsync(kind, Cancel);
        await using var bot = RunningBot.Start(store);
        var story = new HarbourStory(bot);

        await story.The_coordinator_starts_a_partnership_of_four_organisations();
        await story.She_gets_an_invitation_for_each(HarbourHomes.Charity, HarbourHomes.HousingAssociation, HarbourHomes.Council, HarbourHomes.TenantsGroup);
        await story.Joins_by_typing_the_code(story.Callum, HarbourHomes.Charity);
        await story.Joins_by_typing_the_code(story.Priya, HarbourHomes.Charity);
        await story.Joins_from_the_first_hello(story.Rhian, HarbourHomes.HousingAssociation, story.Invitation(HarbourHomes.HousingAssociation).Code);
        await story.Joins_as_the_links_page_says(story.Tariq, HarbourHomes.HousingAssociation);
        await story.Joins_from_the_first_hello(story.Declan, HarbourHomes.Council, story.Invitation(HarbourHomes.Council).Page.ToString());
        await story.Joins_as_the_links_page_says(story.Grace, HarbourHomes.Council);
        await story.Bethan_joins_through_the_third_door();
        await story.Bethan_comes_back_with_her_link_and_her_three_words();
    }
}
