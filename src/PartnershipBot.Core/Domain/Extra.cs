namespace PartnershipBot.Core.Domain;

/// <summary>What a coordinator can switch on, as <see cref="Partnership.Features"/> names it.</summary>
public static class Extra
{
    /// <summary>Questions about single partners, beside a check-in.</summary>
    public const string Pairs = "Pairs";
}
