using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>What is sealed of a round's questions.</summary>
public static class RoundItems
{
    /// <summary>As the round's own row tells it: a partnership's own question is a dimension by itself.</summary>
    /// <exception cref="InvalidOperationException">Its pack is not known here.</exception>
    public static IReadOnlyList<SealedItem> Of(Round round)
    {
        var pack = PackLibrary.Find(round.Pack, round.PackVersion);
        if (round.Questions.Length == 0) return Of(pack.Rated(round.First));
        var known = pack.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        return [.. round.Questions.Split(' ').Select(id => known.TryGetValue(id, out var question) ? new SealedItem(id, question.Dimension, question.Reversed) : new SealedItem(id, id, Reversed: false))];
    }

    public static IReadOnlyList<SealedItem> Of(IReadOnlyList<Question> questions) =>
        [.. questions.Select(question => new SealedItem(question.Id, question.Dimension, question.Reversed))];
}
