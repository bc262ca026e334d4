namespace PartnershipBot.Acceptance.Tests.Architecture.Planted.Southern;

internal sealed class Neighbour;
