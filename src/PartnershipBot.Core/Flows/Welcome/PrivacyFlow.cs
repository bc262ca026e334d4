using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Who can see what, and what that promise cannot hold.</summary>
internal sealed class PrivacyFlow(Site site)
{
    public async Task<InvokeResponse> PrivacyAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var place = await Place.MineAsync(turn, cancel);
        var until = place?.Open is { } open
            ? PlainTime.Day(open.ClosesAt, turn.Person!.Zone, Texts.Culture(turn.Language))
            : say["Privacy.ClosingDay"];
        return Say.Show(
            say.Heading("Privacy.Title"),
            new TextBlock(Confidentiality.OfRatings(site.Host, turn.Language)),
            new TextBlock(Confidentiality.Until(until, turn.Language)),
            say.Line("Privacy.Limits"),
            say.Line("Privacy.Chat"),
            turn.Person is null ? null : Say.Actions(say.First("home", "Home.Button"), say.Button("privacy.sealed", "Privacy.Sealed"), say.Button("help", "Help.Button")));
    }
}
