using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

sealed record Speech(string Language, string Zone) : Wording(Language, Zone)
{
    static readonly Texts Own = new(typeof(Speech), "TalkText");

    protected override Texts Texts => Own;

    /// <summary>Who asks.</summary>
    public static Speech Of(TurnContext turn) => new(turn.Language, turn.Zone);

    public static Speech Of(Member member) => new(member.Language, member.Zone);

    /// <summary>Such as <c>March</c>.</summary>
    public string Month(DateTimeOffset time) => PlainTime.In(time, Zone).ToString("MMMM", Texts.Culture(Language));
}
