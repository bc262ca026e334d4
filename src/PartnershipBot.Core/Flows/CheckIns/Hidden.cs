using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Figures;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Two check-ins running that showed nothing: those who coordinate are offered another way.</summary>
static class Hidden
{
    const int MostCoordinators = 20;

    /// <param name="round">Whose result is being sent for the first time.</param>
    public static async Task OfferAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        if (IsShown(round) || await BeforeAsync(turn, round, cancel) is not { } before || IsShown(before)) return;
        foreach (var coordinator in (await MemberPage.AllAsync(turn, cancel)).Where(member => member.Roles.HasFlag(Roles.Coordinator)).Take(MostCoordinators))
            turn.Send(coordinator.PersonId, Draw(Reader.Of(coordinator), round.Id), started: true);
    }

    static Card Draw(Reader reader, string round) => new(reader["Hidden.Title"],
    [
        new TextBlock(reader["Hidden.Title"], TextStyle.Heading),
        new TextBlock(reader["Hidden.What"]),
        new TextBlock(reader["Hidden.OnlyYou"], TextStyle.Small),
        new ActionSet([
            reader.Button("talk", "Hidden.Talk", round, ButtonStyle.Primary),
            reader.Button(CheckInVerbs.Longer, "Hidden.Longer"),
            reader.Button(CheckInVerbs.Quarterly, "Hidden.Quarterly"),
        ]),
    ]);

    static bool IsShown(Round round) => RoundResult.FromJson(round.Result).ShowsAnything;

    static async Task<Round?> BeforeAsync(TurnContext turn, Round round, CancellationToken cancel)
    {
        Round? before = null;
        await foreach (var row in turn.QueryAsync(Keys.RoundPrefix, cancel))
            if (Round.FromRow(row) is { State: RoundState.Closed } other && other.ClosedAt < round.ClosedAt && (before is null || other.ClosedAt > before.ClosedAt)) before = other;
        return before;
    }
}
