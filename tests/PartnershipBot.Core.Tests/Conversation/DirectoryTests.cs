using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Flows;

namespace PartnershipBot.Core.Tests.Conversation;

/// <summary>Slack does not say with a message who wrote it; the bot asks.</summary>
public sealed class DirectoryTests : IAsyncDisposable
{
    readonly Script script = new(Routes.All);
    readonly ScriptPerson siobhan = new("Siobhán", "slack") { Profile = null };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => script.DisposeAsync();

    [Fact]
    public async Task Somebody_new_in_Slack_has_their_name_within_the_minute()
    {
        script.Slack.Profiles[siobhan.Identity.User] = new Profile("Siobhán Kelly", "Europe/Dublin", "en");
        script.Clock.Advance(TimeSpan.FromSeconds(10));
        await script.SaysAsync(siobhan, "hello");

        var person = await script.Directory.MeetAsync(script.Typed(siobhan, "hello"), Cancel);
        Assert.Equal("Siobhán Kelly", person.Name);
        Assert.Equal("Europe/Dublin", person.Zone);
    }
}
