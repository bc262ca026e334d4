using PartnershipBot.Acceptance.Tests.Architecture.Planted.Southern;

namespace PartnershipBot.Acceptance.Tests.Architecture.Planted.North.Quiet;

internal sealed class KnowsOnlyTheNeighbour
{
    public Neighbour? Neighbour { get; set; }
}
