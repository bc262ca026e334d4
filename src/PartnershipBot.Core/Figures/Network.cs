namespace PartnershipBot.Core.Figures;

/// <summary>Who works with whom among organisations. More ties is not always better.</summary>
/// <param name="Density">Ties there are, of all there could be; 0 to 1.</param>
/// <param name="Centralisation">How far ties run through one organisation (Freeman's degree centralisation): a star 1, all with all 0; null under three organisations.</param>
/// <param name="DirectedDensity">Ties named, of all that those who answered could name; 0 to 1; null when nobody answered.</param>
/// <param name="Degrees">Organisation to how many others it has a tie with.</param>
public sealed record Network(double Density, double? Centralisation, double? DirectedDensity, IReadOnlyDictionary<string, int> Degrees)
{
    /// <summary>About once a month.</summary>
    const int LeastContact = 2;

    /// <param name="organisations">All of the partnership; at least two.</param>
    /// <param name="contact">What each that answered says of its contact with others, 0 to 3; a tie is there if either side says at least 2.</param>
    public static Network Of(IReadOnlyCollection<string> organisations, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> contact)
    {
        var named = contact.SelectMany(row => row.Value.Where(other => other.Value >= LeastContact).Select(other => (From: row.Key, To: other.Key))).ToList();
        var ties = named.Select(tie => string.CompareOrdinal(tie.From, tie.To) < 0 ? tie : (From: tie.To, To: tie.From)).ToHashSet();
        var degrees = organisations.ToDictionary(one => one, one => ties.Count(tie => tie.From == one || tie.To == one), StringComparer.Ordinal);
        double n = organisations.Count;
        var most = degrees.Values.Max();
        return new Network(
            2 * ties.Count / (n * (n - 1)),
            n > 2 ? degrees.Values.Sum(degree => most - degree) / ((n - 1) * (n - 2)) : null,
            contact.Count > 0 ? named.Count / (contact.Count * (n - 1)) : null,
            degrees);
    }
}
