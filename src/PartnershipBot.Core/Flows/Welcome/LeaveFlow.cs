using System.Globalization;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Leaving takes two presses, and nobody is told.</summary>
internal static class LeaveFlow
{
    public static async Task<InvokeResponse> LeaveAsync(TurnContext turn, CancellationToken cancel)
    {
        var (say, member) = (new Say(turn.Language), turn.Member!);
        var place = (await Place.MineAsync(turn, cancel))!;
        var isLastCoordinator = member.Roles.HasFlag(Roles.Coordinator) && place.Coordinators.Count == 1;
        return Say.Show(
            say.Heading("Leave.Title", place.Partnership.Name),
            say.Line("Leave.What"),
            say.Line("Leave.Answers"),
            isLastCoordinator ? say.Line("Leave.LastCoordinator") : null,
            say.Small("Leave.NotTold"),
            Say.Actions(
                new Cards.Button("leave.yes", say["Leave.Yes"], Stay(member), Cards.ButtonStyle.Danger),
                say.Button("pause", "Leave.Pause"),
                say.Button("home", "Leave.Stay")));
    }

    public static async Task<InvokeResponse> YesAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        if (turn.Member is not { } member) return Say.Show(say.Line("Leave.NotIn"), say.Small("NothingChanged"));
        if (member.IsActive)
        {
            // A card from before they left and came back: leaving has to be asked again.
            if (turn.Activity.Value != Stay(member)) return await LeaveAsync(turn, cancel);
            turn.Save((member with { LeftAt = turn.Now, Roles = Roles.None }).ToRow());
            turn.Schedule("pairs.left", turn.Now, member.Id);
            if (member.Roles.HasFlag(Roles.Coordinator)) turn.Schedule("coordinator.gone", turn.Now + SuccessorFlow.Patience);
            turn.Schedule("person.left", turn.Now, turn.PartnershipId, turn.Person!.Partition);
            turn.Schedule(PeopleFlow.Changed, turn.Now);
        }
        return Say.Show(say.Line("Left.Thanks"), say.Line("Left.Back"), say.Small("Leave.NotTold"));
    }

    /// <summary>Names this stay of the member, as distinct from an earlier one.</summary>
    static string Stay(Member member) => member.JoinedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
