using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What the bot has started with a person this month, and what it kept for them because that was enough.</summary>
internal static class WaitingFlow
{
    /// <summary>How many are shown at once.</summary>
    const int Most = 5;

    public static async Task<InvokeResponse> WaitingAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        if (await LineAsync(turn, say, cancel) is null) return Say.Show(say.Line("Waiting.None"), say.Small("Home.OnlyYou"));
        turn.Schedule("waiting.show", turn.Now, "", turn.Person!.Partition);
        return Say.Show(say.Line("Waiting.Here"), say.Small("Home.OnlyYou"));
    }

    /// <summary>In the person's own partition: the cards, for whoever asked. That is an answer, which does not count.</summary>
    public static async Task<InvokeResponse> ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var shown = 0;
        await foreach (var row in turn.QueryAsync(Waiting.Prefix, cancel))
        {
            if (shown == Most) break;
            var waiting = Waiting.FromRow(row);
            turn.Remove(row);
            if (waiting.Until <= turn.Now) continue;
            // A card's own id belongs to the partition that meant to send it.
            turn.Send(turn.Home["person|".Length..], waiting.Card with { Origin = waiting.Card.Origin is { } origin ? new Origin(origin.Home) : null });
            shown++;
        }
        return InvokeResponse.Ok;
    }

    /// <returns>Null when nothing waits.</returns>
    public static async Task<TextBlock?> LineAsync(TurnContext turn, Say say, CancellationToken cancel) =>
        (await ReadAsync(turn, cancel)).Where(waiting => !(waiting.Until <= turn.Now)).ToList() switch
        {
            [] => null,
            [var one] => say.Line("Waiting.Line", Say.Short(one.Card.Summary.TrimEnd('.'), 120)),
            var several => say.Line("Waiting.Lines", several.Count),
        };

    /// <summary>How many messages the bot started this month, of how many.</summary>
    public static async Task<Fact> StartedAsync(TurnContext turn, Say say, CancellationToken cancel)
    {
        var person = turn.Person!;
        var (month, count) = (Budget.Month(turn.Now, person.Zone), 0);
        await foreach (var _ in turn.QueryOwnAsync(Budget.Key(month, ""), Budget.AfterMonth(month), cancel)) count++;
        return new Fact(say["Status.Started", say.MonthName(Schedule.Today(turn.Now, person.Zone).Month)],
            person.MostMessages == Budget.NoLimit ? say["Status.Started.NoLimit", count] : say["Status.Started.Of", count, person.MostMessages]);
    }

    /// <summary>What goes first comes first.</summary>
    static async Task<IReadOnlyList<Waiting>> ReadAsync(TurnContext turn, CancellationToken cancel)
    {
        var all = new List<Waiting>();
        await foreach (var row in turn.QueryOwnAsync(Waiting.Prefix, Keys.After(Waiting.Prefix), cancel)) all.Add(Waiting.FromRow(row));
        return all;
    }
}
