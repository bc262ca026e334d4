namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>Chance that is the same again for the same request: numbers from a keyed hash.</summary>
internal static class Chance
{
    const string Alphabet = "0123456789abcdefghijklmnopqrstuv";

    /// <param name="hash">As TurnContext.Hash gives it: 26 characters of 5 bits each.</param>
    /// <returns>A number from 0 to 31 for each character but the last, which has fewer bits.</returns>
    public static byte[] From(string hash) => [.. hash[..^1].Select(c => (byte)Alphabet.IndexOf(c, StringComparison.Ordinal))];
}
