using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipBot.Core.Storage;

/// <summary>Every partition and every row-key prefix, with what lives there.</summary>
public static class Keys
{
    // Partitions of the main table.

    /// <summary>Everything of one partnership; the tenant boundary of all data.</summary>
    public static string Partnership(string id) => "partnership|" + id;
    /// <summary>One human: profile, language, zone, pause, partnerships, letters.</summary>
    public static string Person(string id) => "person|" + id;
    /// <summary>Hashed identities, invitations and installations, spread over 1,024 partitions.</summary>
    public static string Directory(string hash) => "directory|" + hash[..2];
    /// <summary>Which partitions have work, spread by a hash of the partition.</summary>
    public static string Index(int shard) => string.Create(CultureInfo.InvariantCulture, $"index|{shard:D3}");

    /// <summary>The sealed answers of one round, each value a row of its own, and its figures.</summary>
    public static string Sealed(string partnershipId, string roundId) => $"sealed|{partnershipId}|{roundId}";

    /// <summary>What this service knows about itself.</summary>
    public const string Service = "service";

    // Partitions of the rounds table.

    /// <summary>The open answers of one round; gone after it closes.</summary>
    public static string Round(string id) => "round|" + id;
    /// <summary>The two wrapped keys of one round; deleted last.</summary>
    public static string RoundKeys(string id) => "keys|" + id;
    /// <summary>The rounds whose keys are to go soon, and since when.</summary>
    public const string ClosingRounds = "closing";

    // Rows of partnership| and person|.

    /// <summary>The partnership itself, or the person's profile.</summary>
    public const string Profile = "profile";
    public const string OrganisationPrefix = "organisation|";
    public const string MemberPrefix = "member|";
    public const string RoundPrefix = "checkin|";
    /// <summary>What the bot waits for from one person in this partition.</summary>
    public static string Session(string personId) => "session|" + personId;
    /// <summary>A card that is live: its step, and the verb that draws it as it is now.</summary>
    public static string Card(string id) => "card|" + id;
    /// <summary>The message that holds a card, once it was sent.</summary>
    public static string Sent(string cardId) => "sent|" + cardId;
    /// <summary>An activity that was handled, kept for three days.</summary>
    public static string Seen(DateTimeOffset day, string hash) => string.Create(CultureInfo.InvariantCulture, $"{SeenPrefix}{day.UtcDateTime:yyyyMMdd}|{hash}");
    public const string SeenPrefix = "seen|";
    /// <summary>A job, by the time it is due.</summary>
    public static string Due(DateTimeOffset due, string jobId) => $"{DuePrefix}{Time(due)}|{jobId}";
    public const string DuePrefix = "due|";
    /// <summary>A job that was given up, or whose outcome is not known.</summary>
    public static string Dead(string jobId) => DeadPrefix + jobId;
    public const string DeadPrefix = "dead|";
    /// <summary>A message to a person who has neither Slack nor Teams; in person|.</summary>
    public static string Letter(DateTimeOffset at, string id) => $"{LetterPrefix}{Time(at)}|{id}";
    public const string LetterPrefix = "letter|";

    // Rows of service.

    /// <summary>The fingerprint of the identity key that the store was begun with.</summary>
    public const string IdentityKey = "identity-key";

    // Rows of directory|.

    /// <summary>A platform's identity: the person it is, and where to reach them.</summary>
    public static string Identity(string hash) => "identity|" + hash;
    /// <summary>An invitation: the partnership and organisation it opens.</summary>
    public static string Invitation(string hash) => "invitation|" + hash;
    /// <summary>A workspace or tenant the bot is installed in; its secret is encrypted.</summary>
    public static string Installation(string hash) => "installation|" + hash;

    /// <summary>A link to a file of what is held about a person: whose, and until when.</summary>
    public static string DataLink(string hash) => "data|" + hash;

    /// <summary>The end of a range that holds every key with this prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>A time that sorts: yyyyMMddHHmmssfff, UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <returns>Null when the text is not such a time.</returns>
    public static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A short name for a text: the first 20 characters of base32hex of its SHA-256, 100 bits. Not for secrets: see <see cref="KeyRing.Hash"/>.</summary>
    public static string Hash(string text) => Base32(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];

    /// <summary>Lower-case base32hex without padding: sorts as the bytes do and is safe in every key.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string alphabet = "0123456789abcdefghijklmnopqrstuv";
        var text = new char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text[at++] = alphabet[(buffer >> (bits - 5)) & 31];
        }
        if (bits > 0) text[at] = alphabet[(buffer << (5 - bits)) & 31];
        return new string(text);
    }
}
