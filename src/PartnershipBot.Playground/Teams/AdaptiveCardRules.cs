using System.Text;
using System.Text.Json;

namespace PartnershipBot.Playground.Teams;

/// <summary>What Teams accepts as an Adaptive Card: schema 1.5, known properties only, every input with an id of its own.</summary>
internal static class AdaptiveCardRules
{
    /// <summary>Bytes of JSON that one card may take.</summary>
    public const int LargestCard = 24 * 1024;

    /// <summary>What is wrong with the card; empty when Teams would take it.</summary>
    public static IReadOnlyList<string> Of(JsonElement card)
    {
        List<string> wrong = [];
        AdaptiveCardElements.Card(card, "", wrong);
        foreach (var twice in Inputs(card).Select(input => CardParts.Text(input, "id")).Where(id => id is not null).GroupBy(id => id).Where(group => group.Count() > 1))
            wrong.Add($"two inputs have the id \"{twice.Key}\"");
        return wrong;
    }

    public static bool TooLarge(JsonElement card) => Encoding.UTF8.GetByteCount(card.GetRawText()) > LargestCard;

    static IEnumerable<JsonElement> Inputs(JsonElement card) => CardParts.OfType(card, "Input.");
}
