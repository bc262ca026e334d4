using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Which round of which partnership a note belongs to, and as whom its writer is a member there.</summary>
/// <param name="Name">The partnership's name.</param>
sealed record NotePlace(string Partnership, string Round, string Member, string Name)
{
    /// <summary>From the press: in the partnership its value is the round; in the person's own partition, what <see cref="ToString"/> gives.</summary>
    /// <returns>Null when it names no round, or a partnership that the person is not in.</returns>
    public static NotePlace? Of(TurnContext turn)
    {
        var parts = turn.PartnershipId.Length > 0 ? [turn.PartnershipId, turn.Activity.Value] : turn.Activity.Value.Split('|');
        if (parts.Length != 2 || parts.Any(part => part.Length is 0 or > 40 || !part.All(char.IsAsciiLetterOrDigit))) return null;
        var membership = turn.Person!.Memberships.FirstOrDefault(m => m.Partnership == parts[0]);
        return membership is null ? null : new NotePlace(parts[0], parts[1], membership.Member, membership.Name);
    }

    public override string ToString() => $"{Partnership}|{Round}";
}
