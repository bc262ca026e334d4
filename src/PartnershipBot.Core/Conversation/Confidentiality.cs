namespace PartnershipBot.Core.Conversation;

/// <summary>What is said about confidentiality: the same words wherever somebody asks or is asked.</summary>
static class Confidentiality
{
    static readonly Texts Texts = new(typeof(Confidentiality), "ConversationText");

    /// <param name="host">Who runs this service.</param>
    public static string OfRatings(string host, string language) => Texts["Confidential", language, host];

    /// <param name="when">When the check-in closes, in words.</param>
    public static string Until(string when, string language) => Texts["Confidential.Until", language, when];
}
