using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Says how ratings are protected, and what that cannot do.</summary>
sealed class Protection(Site site)
{
    public Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var reader = Reader.Of(turn);
        return Task.FromResult<InvokeResponse>(new InvokeResponse.Show(new Card(reader["Protect.Title"],
        [
            new TextBlock(reader["Protect.Title"], TextStyle.Heading),
            new TextBlock(reader["Protect.Open", site.Host]),
            new TextBlock(reader["Protect.Closed"]),
            new TextBlock(reader["Protect.Limits"]),
            new TextBlock(reader["Protect.Others"], TextStyle.Small),
            .. turn.Person is null ? [] : Reader.Buttons([reader.Button(CheckInVerbs.Privacy, "Protect.WhoSees")]),
        ])));
    }
}
