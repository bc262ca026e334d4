using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>After somebody came, was confirmed or left: what follows for the partnership as a whole. It may happen twice.</summary>
internal static class PeopleFlow
{
    public const string Changed = "people.changed";

    public static async Task<InvokeResponse> ChangedAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await Place.ReadAsync(turn, cancel) is not { } place) return InvokeResponse.Ok;
        await SizeFlow.TellAsync(turn, place, cancel);
        await JoinedHowFlow.CountAsync(turn, place, cancel);
        // Where there are few, what was agreed between them is theirs alone.
        turn.Schedule("small.people", turn.Now);
        return InvokeResponse.Ok;
    }
}
