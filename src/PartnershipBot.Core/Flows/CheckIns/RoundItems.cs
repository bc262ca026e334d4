using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What is sealed of a round's questions.</summary>
public static class RoundItems
{
    /// <exception cref="InvalidOperationException">Its pack is not known here.</exception>
    public static IReadOnlyList<SealedItem> Of(Round round) => Of(PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First));

    public static IReadOnlyList<SealedItem> Of(IReadOnlyList<Question> questions) =>
        [.. questions.Select(question => new SealedItem(question.Id, question.Dimension, question.Reversed))];
}
