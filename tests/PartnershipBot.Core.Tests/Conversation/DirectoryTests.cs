using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Flows;

namespace PartnershipBot.Core.Tests.Conversation;

/// <summary>How the bot comes to know people.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task Somebody_new_in_Slack_has_their_name_before_they_can_press_anything()
    {
        await using var script = new Script(Routes.All);
        script.Clock.Advance(TimeSpan.FromSeconds(20)); // Into a minute: what waits for the next sweep would come too late.
        var nia = new ScriptPerson("U01NIA", "slack") { Profile = null };
        script.Slack.Profiles["U01NIA"] = new Profile("Nia Evans", "Europe/Dublin", "en");

        await script.SaysAsync(nia, "hi");

        var known = await script.Directory.MeetAsync(script.Typed(nia, ""), TestContext.Current.CancellationToken);
        Assert.Equal(("Nia Evans", "Europe/Dublin"), (known.Name, known.Zone));
    }
}
