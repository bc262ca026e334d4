using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The round that would open now, to show it and to open it.</summary>
/// <param name="Round">Not kept.</param>
/// <param name="Questions">In the asker's language. None: the partnership has switched everything off.</param>
sealed record NextRound(Round Round, IReadOnlyList<Question> Questions, CurrentRounds Current)
{
    /// <param name="pack">The id of the question pack; one that is not for check-ins, or is not there, stands for the pulse.</param>
    /// <param name="zone">Whose working days count for its closing; null: the asker's.</param>
    public static async Task<NextRound> OfAsync(TurnContext turn, string pack, CancellationToken cancel, string openedBy = "", string? zone = null)
    {
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var chosen = PackLibrary.Newest(pack) is { Set: PackSet.Round } known ? known : PackLibrary.Pulse;
        var questions = await RoundQuestions.NextAsync(turn, chosen, current.NoneEver, cancel);
        var closes = Schedule.ClosesAt(turn.Now, zone ?? Reader.Of(turn).Zone);
        var round = Round.Begin(turn.NewId("r"), chosen.Id, chosen.Version, current.NoneEver, openedBy, turn.Now, closes) with { Questions = string.Join(' ', questions.Ids) };
        return new NextRound(round, questions.In(turn.Language), current);
    }

    /// <summary>Whether nothing that is answered is kept.</summary>
    public static bool IsTest(TurnContext turn) =>
        turn.Activity.Type != ActivityType.Message && turn.Activity.Value.Split('|')[0] == CheckInVerbs.Test;

    /// <summary>In place of a round's id.</summary>
    public static string TestValue(string pack) => $"{CheckInVerbs.Test}|{pack}";

    /// <summary>The pack that a test is about; the empty string for the pulse.</summary>
    public static string PackOfTest(TurnContext turn) => turn.Activity.Value.Split('|') is [_, var pack] ? pack : "";
}
