namespace PartnershipBot.Core.Figures;

/// <summary>How wide the range of relationship work is, whatever its amount.</summary>
/// <param name="Volume">How many events.</param>
/// <param name="Kinds">How many kinds were seen.</param>
/// <param name="Entropy">Shannon's H of the shares of kinds, natural logarithm; 0 for one kind or none.</param>
public sealed record RelationshipRange(int Volume, int Kinds, double Entropy)
{
    /// <summary>As many kinds, all alike in number, would be as varied (Hill number of order 1); 0 without events.</summary>
    public double EffectiveKinds => Kinds > 0 ? Math.Exp(Entropy) : 0;

    /// <summary>Pielou's J, 0 to 1; null under two kinds.</summary>
    public double? Evenness => Kinds > 1 ? Entropy / Math.Log(Kinds) : null;

    /// <param name="events">How many events of each kind; none negative.</param>
    public static RelationshipRange Of(params IReadOnlyList<int> events)
    {
        var volume = events.Sum();
        var shares = events.Where(number => number > 0).Select(number => (double)number / volume).ToList();
        return new RelationshipRange(volume, shares.Count, -shares.Sum(share => share * Math.Log(share)));
    }

    /// <summary>Such as of events that no contract pays for, or that two or more partners did together; 0 to 1.</summary>
    public double ShareOf(int events) => (double)events / Volume;
}
