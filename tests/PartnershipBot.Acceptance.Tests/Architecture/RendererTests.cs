using PartnershipBot.Core.Cards;

namespace PartnershipBot.Acceptance.Tests.Architecture;

/// <summary>What a flow can say, every channel can draw.</summary>
public sealed class RendererTests
{
    static readonly Type[] Families = [typeof(CardElement), typeof(CardAction), typeof(FormElement)];

    static readonly string[] Channels = ["PartnershipBot.Web.Slack", "PartnershipBot.Web.Teams", "PartnershipBot.Web.Door"];

    [Fact]
    public void Every_element_of_a_card_or_form_is_known_to_every_channel()
    {
        var elements = Projects.Core.GetTypes().Where(type => !type.IsAbstract && Families.Any(family => family.IsAssignableFrom(type))).ToList();
        Assert.Contains(typeof(Button), elements);
        Assert.Contains(typeof(DateInput), elements);
        foreach (var channel in Channels.Intersect(Projects.FoldersOf("PartnershipBot.Web"), StringComparer.Ordinal))
            Acquaintance.All(Projects.Web, channel, elements);
    }
}
