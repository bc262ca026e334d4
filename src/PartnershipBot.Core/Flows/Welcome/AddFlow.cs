using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>What a partnership can do, and what can be switched on, each with what it asks of whom and how long it takes.</summary>
internal static class AddFlow
{
    /// <summary>What every partnership has from its first day; each has words under <c>Add.</c>.</summary>
    static readonly IReadOnlyList<string> Always = ["CheckIn"];

    /// <summary>What a coordinator can switch on: its name in <c>Partnership.Features</c>, which is also that of its words, and the verb that does it.</summary>
    static readonly IReadOnlyList<(string Feature, string Verb)> Extras = [(Extra.Pairs, "pairs.on")];

    public static async Task<InvokeResponse> AddAsync(TurnContext turn, CancellationToken cancel)
    {
        var say = new Say(turn.Language);
        var partnership = (await Place.MineAsync(turn, cancel))!.Partnership;
        var features = partnership.Features;
        var on = Always.Concat(Extras.Select(extra => extra.Feature).Where(features.Contains)).ToList();
        var off = Extras.Where(extra => !features.Contains(extra.Feature) && (extra.Feature != Extra.Pairs || !partnership.IsMandated(turn.Now))).ToList();
        return Say.Show(
        [
            say.Heading("Add.Title"),
            say.Line("Add.On", string.Join('\n', on.Select(feature => say[$"Add.{feature}"]))),
            off.Count == 0 ? say.Line("Add.NothingMore") : null,
            .. off.Select(extra => say.Line($"Add.{extra.Feature}")),
            Say.Actions([.. off.Take(CardLimits.Actions - 2).Select(extra => say.Button(extra.Verb, $"Add.{extra.Feature}.Button")), say.Button("rhythm", "Rhythm.Button"), say.Button("home", "Home.Button")]),
        ]);
    }
}
