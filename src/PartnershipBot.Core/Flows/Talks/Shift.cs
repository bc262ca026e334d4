using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>A clear change since an earlier check-in.</summary>
/// <param name="About">What it is about: the first letters of the question ids.</param>
/// <param name="Since">When the earlier one closed, UTC.</param>
sealed record Shift(string About, bool IsFall, DateTimeOffset Since)
{
    /// <summary>The clearest fall of a check-in, else a rise.</summary>
    /// <returns>Null when nothing has clearly changed, or nothing can be told.</returns>
    public static Shift? Of(Round round) => null;
}
