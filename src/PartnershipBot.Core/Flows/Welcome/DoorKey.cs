using System.Security.Cryptography;
using System.Text;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Core.Flows.Welcome;

/// <summary>The three words that open a person's own page. They are shown once; only their hash is kept.</summary>
internal static class DoorKey
{
    /// <summary>1,024 short words, so that three of them are 30 bits; tries are limited where the page is served.</summary>
    static readonly IReadOnlyList<string> Words = Read();

    /// <summary>Three words for this request: the same again when it is delivered again, others for the next.</summary>
    /// <param name="turn">Its activity's id must be one that nobody can know.</param>
    public static string For(TurnContext turn)
    {
        var chance = Chance.From(turn.Hash("door words|" + turn.Activity.Id));
        return string.Join(' ', Enumerable.Range(0, 3).Select(i => Words[32 * chance[2 * i] + chance[2 * i + 1]]));
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

    static List<string> Read()
    {
        using var file = typeof(DoorKey).Assembly.GetManifestResourceStream(typeof(DoorKey), "DoorWords.txt")
            ?? throw new InvalidOperationException("The words for doors, 'DoorWords.txt', are not in the program. Embed them.");
        using var reader = new StreamReader(file);
        var words = new List<string>();
        while (reader.ReadLine() is { } word) words.Add(word);
        return words.Count == 1_024 ? words : throw new InvalidOperationException($"'DoorWords.txt' has {words.Count} words; it must have 1,024.");
    }
}
