using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What a partnership tells a person's own partition, and the other way round. All of it may happen twice.</summary>
internal static class PersonFlow
{
    public static async Task<InvokeResponse> JoinedAsync(TurnContext turn, CancellationToken cancel)
    {
        var joined = JoinedPartnership.Parse(turn.Activity.Value);
        if (await PersonAsync(turn, cancel) is not { } person) return InvokeResponse.Ok;

        var after = person.Join(new Membership(joined.PartnershipId, joined.MemberId, joined.Name), turn.Now);
        turn.Save((after with
        {
            Name = after.Name.Length > 0 ? after.Name : joined.PersonName,
            DoorKey = joined.DoorKey.Length > 0 ? joined.DoorKey : after.DoorKey,
        }).ToRow());
        return InvokeResponse.Ok;
    }

    public static async Task<InvokeResponse> LeftAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await PersonAsync(turn, cancel) is { } person) turn.Save(person.Leave(turn.Activity.Value, turn.Now).ToRow());
        return InvokeResponse.Ok;
    }

    /// <summary>In a partnership: a member's clock has moved.</summary>
    public static async Task<InvokeResponse> ZoneAsync(TurnContext turn, CancellationToken cancel)
    {
        var moved = MovedZone.Parse(turn.Activity.Value);
        if (await turn.GetAsync(Keys.MemberPrefix + moved.MemberId, cancel) is { } row)
            turn.Save((Member.FromRow(row) with { Zone = moved.Zone, SendTime = moved.Time ?? SendTime.In(moved.Zone) }).ToRow());
        return InvokeResponse.Ok;
    }

    static async Task<Person?> PersonAsync(TurnContext turn, CancellationToken cancel) =>
        await turn.GetAsync(Keys.Profile, cancel) is { } row ? Person.FromRow(turn.Home["person|".Length..], row) : null;
}
