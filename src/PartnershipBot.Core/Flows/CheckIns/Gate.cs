using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>Asking without acting harms trust: a check-in opens when the last one has a note of what was heard and what will be done, or somebody said "nothing this time".</summary>
static class Gate
{
    /// <returns>Whether a new check-in may open.</returns>
    public static async Task<bool> IsOpenAsync(TurnContext turn, CurrentRounds current, CancellationToken cancel) =>
        current.Last.Length == 0 || await turn.GetAsync(Note.Key(current.Last), cancel) is not null;

    /// <summary>What is said to whoever would open one.</summary>
    public static Card Shut(Reader reader, string round) => Draw(reader, "Gate.Title", "Gate.First", round);

    /// <summary>Told once to those who coordinate: a check-in was due and did not open.</summary>
    public static Card Skipped(Reader reader, string round) =>
        Draw(reader, "Gate.Skipped.Title", "Gate.Skipped", round, reader.Button("coordinator.here", "Gate.Here"));

    /// <summary>Told a week later to those who lead.</summary>
    public static Card StillShut(Reader reader, string round) => Draw(reader, "Gate.Skipped.Title", "Gate.StillShut", round);

    static Card Draw(Reader reader, string title, string what, string round, params CardAction[] more) => new(reader[title],
    [
        new TextBlock(reader[title], TextStyle.Heading),
        new TextBlock(reader[what]),
        new TextBlock(reader["Gate.Anyone"], TextStyle.Small),
        new ActionSet([
            reader.Button("note", "Gate.Write", round, ButtonStyle.Primary),
            reader.Button("note.nothing", "Gate.Nothing", round),
            reader.Button("talk", "Result.Talk", round),
            .. more,
        ]),
    ]);
}
