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
        await using var bot = await RunningBot.StartAsync(store, Cancel);
        var story = new EightPeople(bot);
        await story.They_join_in_three_channels();
        await story.They_answer_each_in_their_own_channel();
        await story.They_all_hear_the_same_and_who_comes_late_changes_nothing();
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Azurite)]
    public async Task Four_people_hear_why_there_is_no_figure_and_keep_private_notes(StoreKind kind)
    {
        await using var store = await Store.StartAsync(kind, Cancel);
        await using var bot = await RunningBot.StartAsync(store, Cancel);
        var story = new FourPeople(bot);
        await story.They_join();
        await story.The_coordinator_hears_why_there_can_be_no_figure_and_chooses_private_notes();
        await story.Three_write_one_that_only_they_see();
    }
}
