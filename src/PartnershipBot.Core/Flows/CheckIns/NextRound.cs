using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The round that would open now, to show it and to open it.</summary>
/// <param name="Round">Not kept.</param>
/// <param name="Questions">In the asker's language. None: the partnership has switched everything off.</param>
sealed record NextRound(Round Round, IReadOnlyList<Question> Questions, CurrentRounds Current)
{
    /// <summary>Whether it is the long check-in.</summary>
    public bool IsFull => Round.Pack == PackLibrary.Full.Id;

    /// <param name="pack">The id of a question pack for check-ins; any other text for the one whose turn it is: the long one when a quarter has passed, else the pulse.</param>
    /// <param name="rhythm">Null: the partnership's.</param>
    /// <param name="zone">Where its days are counted; null: the asker's.</param>
    public static async Task<NextRound> OfAsync(TurnContext turn, string pack, CancellationToken cancel, string openedBy = "", RhythmSetting? rhythm = null, string? zone = null)
    {
        zone ??= Reader.Of(turn).Zone;
        rhythm ??= await RhythmRows.OrUsualAsync(turn, zone, cancel);
        var chosen = PackLibrary.Newest(pack) is { Set: PackSet.Round } named ? named
            : rhythm.IsFullOn(Schedule.Today(turn.Now, zone)) ? PackLibrary.Full
            : PackLibrary.Pulse;
        var current = await RoundRows.CurrentAsync(turn, cancel);
        var questions = await RoundQuestions.NextAsync(turn, chosen, current.NoneEver, cancel);
        var closes = Schedule.ClosesAt(turn.Now, zone, days: rhythm.DaysOpen);
        var round = Round.Begin(turn.NewId("r"), chosen.Id, chosen.Version, current.NoneEver, openedBy, turn.Now, closes) with { Questions = string.Join(' ', questions.Ids) };
        return new NextRound(round, questions.In(turn.Language), current);
    }

    /// <summary>Whether nothing that is answered is kept.</summary>
    public static bool IsTest(TurnContext turn) =>
        turn.Activity.Type != ActivityType.Message && turn.Activity.Value.Split('|')[0] == CheckInVerbs.Test;

    /// <summary>In place of a round's id.</summary>
    public static string TestValue(string pack) => $"{CheckInVerbs.Test}|{pack}";

    /// <summary>The pack that a test is about; the empty string for the one whose turn it is.</summary>
    public static string PackOfTest(TurnContext turn) => turn.Activity.Value.Split('|') is [_, var pack] ? pack : "";
}
