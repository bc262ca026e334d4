using System.Globalization;

namespace PartnershipBot.Core.Cards;

/// <summary>Where a card or form came from. It goes out on every button and comes back with the press.</summary>
/// <param name="Home">The partition the press belongs to.</param>
/// <param name="CardId">The card's row in that partition, or empty for a card without one.</param>
/// <param name="Step">The step the card was at when it was shown; a press from an earlier step is stale.</param>
public sealed record Origin(string Home, string CardId = "", int Step = 0)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Home}~{CardId}~{Step}");

    /// <returns>Null when the text is not an origin.</returns>
    public static Origin? Parse(string? text)
    {
        var parts = (text ?? "").Split('~');
        return parts.Length == 3 && parts[0].Length > 0 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? new Origin(parts[0], parts[1], step)
            : null;
    }
}
