namespace PartnershipBot.Core.Figures;

/// <summary>One outcome, by who set and who assessed it. Somebody who answers for a service user is none.</summary>
/// <param name="Setters">Who set it, the lead first.</param>
/// <param name="Assessors">Empty when it is not assessed yet.</param>
public sealed record OutcomeVoices(IReadOnlyList<Voice> Setters, IReadOnlyList<Voice> Assessors);

public enum Voice { ServiceUser, Worker, Funder }

/// <summary>In how many outcomes service users speak: printed as "4 of 8", never as a target.</summary>
/// <param name="Set">A service user is among those who set it.</param>
/// <param name="Led">A service user comes first among them.</param>
/// <param name="AssessedByUser">Of <see cref="Assessed"/>.</param>
/// <param name="Both">Set and assessed with a service user, of all.</param>
/// <param name="Silent">No service user in either, of all.</param>
public sealed record VoiceShare(int Outcomes, int Assessed, int Set, int Led, int AssessedByUser, int Both, int Silent)
{
    public static VoiceShare Of(IReadOnlyCollection<OutcomeVoices> outcomes) => new(
        outcomes.Count,
        outcomes.Count(outcome => outcome.Assessors.Count > 0),
        outcomes.Count(HasSet),
        outcomes.Count(outcome => outcome.Setters is [Voice.ServiceUser, ..]),
        outcomes.Count(HasAssessed),
        outcomes.Count(outcome => HasSet(outcome) && HasAssessed(outcome)),
        outcomes.Count(outcome => !HasSet(outcome) && !HasAssessed(outcome)));

    static bool HasSet(OutcomeVoices outcome) => outcome.Setters.Contains(Voice.ServiceUser);

    static bool HasAssessed(OutcomeVoices outcome) => outcome.Assessors.Contains(Voice.ServiceUser);
}
