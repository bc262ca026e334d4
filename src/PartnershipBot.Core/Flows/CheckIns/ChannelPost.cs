using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Posts a result where several people read, once every member was sent it.</summary>
static class ChannelPost
{
    public static async Task<InvokeResponse> PostAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await RoundRows.GetAsync(turn, turn.Activity.Value, cancel) is not { PublishedTo: Round.Everyone } round) return InvokeResponse.Ok;
        if (await turn.GetAsync(PostingPlace.Key, cancel) is not { } row || PostingPlace.FromRow(row) is not { State: PostingState.On, Readers: { } chosen } place) return InvokeResponse.Ok;
        if (turn.Now - place.LastPost < PostingPlace.Rest) return InvokeResponse.Ok;

        // A channel has no language and no person: the words are English, the times those of the partnership.
        var card = ResultCard.Draw(new Reader("en", Person.DefaultZone), await RoundRows.PartnershipNameAsync(turn, cancel), round);
        turn.Post(place.To, card with { Elements = [.. card.Elements.Where(element => element is not ActionSet)] }, chosen);
        turn.Save((place with { LastPost = turn.Now }).ToRow());
        return InvokeResponse.Ok;
    }
}
