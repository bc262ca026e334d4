using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The three words that open a person's own page. They are shown once; only their hash is kept. Tries are limited where the page is served.</summary>
internal static class DoorKey
{
    /// <summary>Three words for this request: the same again when it is delivered again, others for the next.</summary>
    /// <param name="turn">Its activity's id must be one that nobody can know.</param>
    public static string For(TurnContext turn)
    {
        var chance = Chance.From(turn.Hash("door words|" + turn.Activity.Id));
        return string.Join(' ', Enumerable.Range(0, 3).Select(i => KeyWords.All[32 * chance[2 * i] + chance[2 * i + 1]]));
    }

    /// <summary>What is kept of the words.</summary>
    /// <param name="typed">In any case, with any spaces, dashes or commas between them.</param>
    public static string Hash(TurnContext turn, string personId, string typed) => turn.Hash($"door|{personId}|{Plain(typed)}");

    public static bool Opens(TurnContext turn, string personId, string kept, string typed) =>
        kept.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(Hash(turn, personId, typed)));

    static string Plain(string typed)
    {
        var letters = typed.ToLowerInvariant().Select(c => char.IsLetter(c) ? c : ' ').ToArray();
        return string.Join('-', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
