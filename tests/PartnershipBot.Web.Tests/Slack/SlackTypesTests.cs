using System.Text;
using PartnershipBot.Core.Cards;
using PartnershipBot.Web.Slack;
using PartnershipBot.Web.Tests.Drawings;

namespace PartnershipBot.Web.Tests.Slack;

/// <summary>Every drawing against Slack's own types.</summary>
public sealed class SlackTypesTests
{
    const string Package = "@slack/types";
    const string Message = "{ text: string, blocks: platform.KnownBlock[] }";
    const string Home = "{ view: platform.HomeView }";
    const string Modal = "{ view: platform.ModalView }";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shape_is_what_Slacks_types_say() =>
        Assert.Empty(await TypeCheck.RunAsync(Package, DrawnCards.All.Keys.Select(name => (name.Split('_')[0] switch { "message" => Message, "home" => Home, _ => Modal }, DrawnCards.Draw(name))), Cancel));

    [Fact]
    public async Task Every_card_and_form_of_the_flows_is_what_Slacks_types_say()
    {
        var flows = await PlayedFlows.Once;
        List<(string, ReadOnlyMemory<byte>)> drawings =
        [
            .. flows.Cards.Select(card => (Message, DrawnCards.Draw(card))),
            .. flows.Cards.Select(card => (Home, DrawnCards.DrawHome(card))),
            .. flows.Forms.Select(one => (Modal, DrawnCards.Draw(one.Form, one.Errors))),
        ];
        Assert.True(drawings.Count > 300, $"Only {drawings.Count} drawings.");
        Assert.Empty(await TypeCheck.RunAsync(Package, drawings, Cancel));
    }

    [Theory]
    [InlineData("""{"text":"a","blocks":[{"type":"section","text":{"type":"plain","text":"a"}}]}""")]
    [InlineData("""{"text":"a","blocks":[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]}""")]
    [InlineData("""{"text":"a","blocks":[{"type":"section","words":"a"}]}""")]
    public async Task A_wrong_block_is_found(string json) =>
        Assert.Contains("error TS", await TypeCheck.RunAsync(Package, [(Message, DrawnCards.Draw(new Card("a", [new TextBlock("a")]))), (Message, Encoding.UTF8.GetBytes(json))], Cancel), StringComparison.Ordinal);
}
