using System.Text.Json;
using PartnershipBot.Playground.Slack;
using PartnershipBot.Playground.Teams;

namespace PartnershipBot.Playground.Page;

/// <summary>The verbs behind the buttons that somebody sees. They are the bot's contract with its cards, and change less than its words.</summary>
internal static class Offers
{
    public const string Join = "join.yes", Confirm = "member.confirm", Answer = "checkin.answer", Submit = "checkin.submit", Recorded = "checkin.remove";

    /// <summary>Only a member is offered one of these.</summary>
    static readonly HashSet<string> ForMembers = ["try.question", "try.answer", "invite", "leave", "checkin.preview", "checkin.open", Answer, Recorded, "result"];

    public static bool IsMember(IEnumerable<string> verbs) => verbs.Any(ForMembers.Contains);

    public static IEnumerable<string> In(SlackMessage message) => message.Blocks is { } blocks ? SlackInputs.Pressable(blocks).Select(part => Verb(ActionId(part.Element))).Where(IsVerb) : [];

    public static IEnumerable<string> In(TeamsMessage message, string mri) => message.CardFor(mri) is { } card ? CardParts.OfType(card, "Action.").Select(action => CardParts.Text(action, "verb") ?? "").Where(IsVerb) : [];

    /// <summary>The action id of the button with this verb; null when the message has none.</summary>
    public static string? Button(SlackMessage message, string verb) => message.Blocks is not { } blocks ? null
        : SlackInputs.Pressable(blocks).Select(part => ActionId(part.Element)).FirstOrDefault(id => Verb(id) == verb);

    static string ActionId(JsonElement element) => element.GetProperty("action_id").GetString()!;

    /// <summary>Slack wants every action id of a message to differ, so a number follows the verb.</summary>
    static string Verb(string actionId) => actionId.Split('#')[0];

    static bool IsVerb(string text) => text.Length > 0;
}
