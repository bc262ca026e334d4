namespace PartnershipBot.Core.Figures;

/// <summary>Gains and costs of one case, organisation by organisation: only counts are told, for sums of all hide who loses.</summary>
public sealed record Balance(int Gain, int Even, int Lose, int NotSaid)
{
    /// <summary>Up to this far from 0 it is even.</summary>
    const double EvenWithin = 0.1;

    /// <param name="gains">The sum of the weights of gains.</param>
    /// <param name="costs">The sum of the weights of costs.</param>
    /// <returns>-1, all costs, to 1, all gains; 0 when both are 0.</returns>
    public static double Of(int gains, int costs) => gains + costs == 0 ? 0 : (double)(gains - costs) / (gains + costs);

    /// <param name="organisations">Each one's gains and costs; null when it has not said.</param>
    public static Balance Of(IReadOnlyCollection<(int Gains, int Costs)?> organisations)
    {
        var said = organisations.OfType<(int Gains, int Costs)>().Select(one => Of(one.Gains, one.Costs)).ToList();
        var (gain, lose) = (said.Count(balance => balance > EvenWithin), said.Count(balance => balance < -EvenWithin));
        return new Balance(gain, said.Count - gain - lose, lose, organisations.Count - said.Count);
    }
}
