namespace PartnershipBot.Core.Figures;

/// <summary>What one person answered in a round.</summary>
/// <param name="Organisation">The id of the person's organisation; empty when it is not known.</param>
/// <param name="Given">Question id to what was chosen; no entry for a question that was skipped.</param>
public sealed record Respondent(string Organisation, IReadOnlyDictionary<string, string> Given);
