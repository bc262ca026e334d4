using System.Security.Cryptography;
using System.Text;

namespace PartnershipBot.Core.Storage;

/// <summary>The service's own secrets.</summary>
/// <param name="identityKey">32 bytes; hashes what comes from outside before it becomes a key.</param>
/// <param name="wrap">Encrypts and authenticates a secret that is to be kept in a row.</param>
/// <param name="unwrap">Its inverse.</param>
public sealed class KeyRing(byte[] identityKey, Func<byte[], byte[]> wrap, Func<byte[], byte[]> unwrap)
{
    readonly byte[] identityKey = identityKey.Length == 32
        ? identityKey
        : throw new ArgumentException($"Secrets:IdentityKey has {identityKey.Length} bytes; it must have 32. Make one with: openssl rand -base64 32", nameof(identityKey));

    /// <returns>26 characters of base32hex: 128 bits of HMAC-SHA256 under the identity key.</returns>
    public string Hash(string text)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(identityKey, Encoding.UTF8.GetBytes(text), mac);
        return Keys.Base32(mac[..16]);
    }

    public byte[] Wrap(byte[] secret) => wrap(secret);

    /// <exception cref="CryptographicException">It was wrapped under another key ring, or changed since.</exception>
    public byte[] Unwrap(byte[] wrapped) => unwrap(wrapped);
}
