using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipBot.Core.Storage;

/// <summary>How one person's answers lie in the store while the round is open: under a key only the round's key can make, encrypted, and padded to one of three sizes.</summary>
static class RoundCipher
{
    /// <summary>The sizes, in bytes, that an encrypted row is padded to.</summary>
    static readonly int[] Sizes = [2_048, 4_096, 16_384];

    /// <returns>The key of the member's row: 26 characters.</returns>
    public static string RowKey(byte[] key, string memberId) => Derive(key, "ans|" + memberId);

    /// <summary>128 bits of an HMAC: the same name again under the same key, and nothing else to tell it by.</summary>
    public static string Derive(byte[] key, string name)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name), mac);
        return Keys.Base32(mac[..16]);
    }

    public static byte[] Seal(byte[] key, string rowKey, RoundAnswers answers)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(answers, RoundAnswersJson.Default.RoundAnswers);
        var size = Array.Find(Sizes, s => s >= plain.Length + 4);
        if (size == 0) throw new InvalidOperationException($"The answers of one person have {plain.Length} bytes; a row holds {Sizes[^1]}.");
        var padded = new byte[size];
        BitConverter.TryWriteBytes(padded, plain.Length);
        plain.CopyTo(padded, 4);

        var data = new byte[12 + 16 + size];
        RandomNumberGenerator.Fill(data.AsSpan(0, 12));
        using var aes = new AesGcm(EncryptionKey(key), 16);
        aes.Encrypt(data.AsSpan(0, 12), padded, data.AsSpan(28), data.AsSpan(12, 16), Encoding.UTF8.GetBytes(rowKey));
        return data;
    }

    /// <exception cref="CryptographicException">It was sealed under another key, or in another row.</exception>
    public static RoundAnswers Open(byte[] key, Row row)
    {
        var data = row.Bytes("data")!.AsSpan();
        var padded = new byte[data.Length - 28];
        using var aes = new AesGcm(EncryptionKey(key), 16);
        aes.Decrypt(data[..12], data[28..], data[12..28], padded, Encoding.UTF8.GetBytes(row.Key));
        return JsonSerializer.Deserialize(padded.AsSpan(4, BitConverter.ToInt32(padded)), RoundAnswersJson.Default.RoundAnswers)!;
    }

    static byte[] EncryptionKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "enc"u8.ToArray());
}

/// <summary>What one person answered, without who they are.</summary>
/// <param name="Organisation">The id of the organisation they answered for; empty when that is not known.</param>
/// <param name="Given">Question id to what was chosen; no free text.</param>
public sealed record RoundAnswers(string Organisation, IReadOnlyDictionary<string, string> Given);

[JsonSerializable(typeof(RoundAnswers))]
sealed partial class RoundAnswersJson : JsonSerializerContext;
