using System.Text;
using PartnershipBot.Web.Tests.Drawings;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>Every drawing against Microsoft's own types of the cards that Teams shows.</summary>
public sealed class TeamsCardsTests
{
    const string Package = "@microsoft/teams.cards";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shape_is_what_the_types_of_Teams_say() => Assert.Empty(await CheckAsync(TeamsDrawing.OfEveryShape()));

    [Fact]
    public async Task Every_card_and_form_of_the_flows_is_what_the_types_of_Teams_say()
    {
        var drawings = await TeamsDrawing.OfTheFlowsAsync();
        Assert.True(drawings.Count > 300, $"Only {drawings.Count} drawings.");
        Assert.Empty(await CheckAsync(drawings));
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","size":"Huge"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Paragraph","text":"a"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","wraps":true}]}""")]
    public async Task A_wrong_card_is_found(string json) =>
        Assert.Contains("error TS", await CheckAsync([.. TeamsDrawing.OfEveryShape(), new TeamsDrawing(Encoding.UTF8.GetBytes(json), [])]), StringComparison.Ordinal);

    static Task<string> CheckAsync(IEnumerable<TeamsDrawing> drawings) =>
        TypeCheck.RunAsync(Package, drawings.Select(drawing => ("platform.IAdaptiveCard", drawing.Json)), Cancel);
}
