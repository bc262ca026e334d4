using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Conversation;

/// <summary>Who may ask what.</summary>
public static class Allowed
{
    public static bool May(Route route, TurnContext turn) => route.Who switch
    {
        Who.Anyone => true,
        Who.Self => turn.Person is not null && (turn.Home == turn.Person.Partition || turn.Member is { IsActive: true }),
        Who.Member => turn.Member is { IsActive: true },
        Who.Lead => Has(turn, Roles.Lead),
        Who.Coordinator => Has(turn, Roles.Coordinator),
        Who.Commissioner => Has(turn, Roles.Commissioner),
        Who.Clock => turn.Activity.Conversation.Kind == ConversationKind.None && turn.Person is null,
        _ => throw new InvalidOperationException($"'{route.Who}' is not decided. Add it to Allowed."),
    };

    static bool Has(TurnContext turn, Roles role) => turn.Member is { IsActive: true } member && (member.Roles & role) != Roles.None;
}
