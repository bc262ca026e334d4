using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Pairs;

sealed record PairWords(string Language, string Zone) : Wording(Language, Zone)
{
    static readonly Texts Own = new(typeof(PairWords), "PairText");

    protected override Texts Texts => Own;

    /// <summary>Who asks.</summary>
    public static PairWords Of(TurnContext turn) => new(turn.Language, turn.Zone);

    public static PairWords Of(Member member) => new(member.Language, member.Zone);

    /// <returns>Null when no button is left.</returns>
    public static ActionSet? ActionsIfAny(params IReadOnlyList<CardAction?> actions) => actions.Any(action => action is not null) ? Actions(actions) : null;
}
