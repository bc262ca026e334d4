using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartnershipBot.Core.Cards;

namespace PartnershipBot.Core.Storage;

/// <summary>The answers of rounds that are open: one encrypted, padded row for each person who answered, under a key that goes when the round closes.</summary>
/// <remarks>The key of a row is an HMAC of the member under the round's key: without that key no row can be tied to a person, and there is no other row that says who answered.</remarks>
public sealed class OpenRounds(Tables tables, KeyRing ring, TimeProvider clock)
{
    /// <summary>The sizes, in bytes, that an encrypted row is padded to.</summary>
    static readonly int[] Sizes = [2_048, 4_096, 16_384];
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);
    readonly ConcurrentDictionary<string, (byte[] Key, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>Makes the round's key, unless it is there.</summary>
    public async Task BeginAsync(string roundId, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            await tables.Rounds.CommitAsync(Keys.RoundKeys(roundId),
                [new Change.Put(new Row("key", new Columns { ["wrapped"] = ring.Wrap(key) }))], cancel);
        }
        catch (ConflictException)
        {
            // Begun before: the first key stays.
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <returns>What the member has answered, by question; null when nothing, or when the round's key is gone.</returns>
    public async Task<OpenAnswers?> ReadAsync(string roundId, string memberId, CancellationToken cancel)
    {
        if (await KeyAsync(roundId, cancel) is not { } key) return null;
        var row = await tables.Rounds.GetAsync(Keys.Round(roundId), RowKey(key, memberId), cancel);
        return row is null ? null : new OpenAnswers(Open(key, row), row.ETag);
    }

    /// <summary>Keeps the member's answers, in place of those that were read. No answers: the row goes.</summary>
    /// <exception cref="ConflictException">They were changed since they were read, or the round's key is gone.</exception>
    public async Task SaveAsync(string roundId, string memberId, OpenAnswers answers, CancellationToken cancel)
    {
        var partition = Keys.Round(roundId);
        var key = await KeyAsync(roundId, cancel) ?? throw new ConflictException(partition, null);
        var rowKey = RowKey(key, memberId);
        if (answers.Given.Count > 0)
            await tables.Rounds.CommitAsync(partition, [new Change.Put(new Row(rowKey, new Columns { ["data"] = Seal(key, rowKey, answers.Given) }, answers.Version))], cancel);
        else if (answers.Version is not null)
            await tables.Rounds.CommitAsync(partition, [new Change.Remove(rowKey, answers.Version)], cancel);
    }

    /// <summary>Everybody's answers, in the order of their row keys, which tells nothing.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> AllAsync(string roundId, CancellationToken cancel)
    {
        if (await KeyAsync(roundId, cancel) is not { } key) return [];
        var all = new List<IReadOnlyDictionary<string, string>>();
        await foreach (var row in tables.Rounds.QueryAsync(Keys.Round(roundId), "0", "~", cancel)) all.Add(Open(key, row));
        return all;
    }

    /// <summary>Deletes the open answers, and the key last. Nobody can tell afterwards who said what.</summary>
    public async Task ForgetAsync(string roundId, CancellationToken cancel)
    {
        var partition = Keys.Round(roundId);
        var batch = new List<Change>();
        await foreach (var row in tables.Rounds.QueryAsync(partition, "0", "~", cancel))
        {
            batch.Add(new Change.Remove(row.Key, row.ETag!));
            if (batch.Count < 90) continue;
            await tables.Rounds.CommitAsync(partition, batch, cancel);
            batch = [];
        }
        if (batch.Count > 0) await tables.Rounds.CommitAsync(partition, batch, cancel);

        if (await tables.Rounds.GetAsync(Keys.RoundKeys(roundId), "key", cancel) is { } last)
            await tables.Rounds.CommitAsync(Keys.RoundKeys(roundId), [new Change.Remove(last.Key, last.ETag!)], cancel);
        await tables.Rounds.ForgetRemnantsAsync(cancel);
        if (known.TryRemove(roundId, out var held)) CryptographicOperations.ZeroMemory(held.Key);
    }

    async ValueTask<byte[]?> KeyAsync(string roundId, CancellationToken cancel)
    {
        if (known.TryGetValue(roundId, out var held) && clock.GetUtcNow() - held.At < Remembered) return held.Key;
        var row = await tables.Rounds.GetAsync(Keys.RoundKeys(roundId), "key", cancel);
        known.TryRemove(roundId, out _);
        if (row is null) return null;
        var key = ring.Unwrap(row.Bytes("wrapped")!);
        known[roundId] = (key, clock.GetUtcNow());
        return key;
    }

    static string RowKey(byte[] key, string memberId) => Keys.Base32(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("ans|" + memberId)))[..26];

    static byte[] Seal(byte[] key, string rowKey, IReadOnlyDictionary<string, string> answers)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(answers, StringComparer.Ordinal), CardJson.Default.DictionaryStringString);
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

    static Dictionary<string, string> Open(byte[] key, Row row)
    {
        var data = row.Bytes("data")!.AsSpan();
        var padded = new byte[data.Length - 28];
        using var aes = new AesGcm(EncryptionKey(key), 16);
        aes.Decrypt(data[..12], data[28..], data[12..28], padded, Encoding.UTF8.GetBytes(row.Key));
        return JsonSerializer.Deserialize(padded.AsSpan(4, BitConverter.ToInt32(padded)), CardJson.Default.DictionaryStringString)!;
    }

    static byte[] EncryptionKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "enc"u8.ToArray());
}

/// <summary>One person's answers while the round is open.</summary>
/// <param name="Given">Question id to what was chosen; no free text.</param>
/// <param name="Version">The row's ETag; null when nothing was kept yet.</param>
public sealed record OpenAnswers(IReadOnlyDictionary<string, string> Given, string? Version);
