using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.CheckIns;

/// <summary>The parts of the check-in that name who runs the service.</summary>
public sealed class CheckInFlow(Site site)
{
    internal Opening Opening { get; } = new(site);
    internal Inviting Inviting { get; } = new(site);
    internal Answering Answering { get; } = new(site);
    internal Protection Protection { get; } = new(site);
}
