using System.Text.Json;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Web.Door;

/// <summary>A message on a person's own page.</summary>
/// <param name="Key">Its row key.</param>
/// <param name="At">UTC.</param>
internal sealed record Letter(string Key, DateTimeOffset At, Card Card);

/// <summary>The messages of people who have neither Slack nor Teams, each a row of theirs.</summary>
internal sealed class DoorLetters(Tables tables)
{
    /// <summary>The oldest goes when there would be more.</summary>
    public const int Kept = 200;

    const string CardColumn = "card";

    /// <summary>Newest first.</summary>
    /// <param name="before">The row key of a letter: only older ones are read. Null: from the newest.</param>
    public async Task<IReadOnlyList<Letter>> ReadAsync(string personId, string? before, int most, CancellationToken cancel)
    {
        var newest = new Queue<Row>(most + 1);
        await foreach (var row in tables.Main.QueryAsync(Keys.Person(personId), Keys.LetterPrefix, before ?? Keys.After(Keys.LetterPrefix), cancel))
        {
            newest.Enqueue(row);
            if (newest.Count > most) newest.Dequeue();
        }
        return [.. newest.Reverse().Select(Read)];
    }

    /// <param name="id">Unique among the person's letters.</param>
    /// <returns>The letter's row key, which comes after that of every letter before it.</returns>
    /// <exception cref="ConflictException">Another writer was first.</exception>
    /// <exception cref="StoreUnavailableException">The letter may or may not be there.</exception>
    public async Task<string> AddAsync(string personId, string id, DateTimeOffset at, string card, CancellationToken cancel)
    {
        var partition = Keys.Person(personId);
        var before = new List<Row>();
        await foreach (var row in tables.Main.QueryAsync(partition, Keys.LetterPrefix, Keys.After(Keys.LetterPrefix), cancel)) before.Add(row);
        // Keys hold whole milliseconds.
        var earliest = before.Count == 0 ? DateTimeOffset.MinValue : At(before[^1]).AddMilliseconds(1);
        var key = Keys.Letter(at < earliest ? earliest : at, id);
        var tooMany = Math.Clamp(before.Count + 1 - Kept, 0, TableLimits.ChangesInACommit - 1);
        await tables.Main.CommitAsync(partition,
            [new Change.Put(Row(key, card)), .. before.Take(tooMany).Select(row => new Change.Remove(row.Key, row.ETag!))], cancel);
        return key;
    }

    /// <returns>False when there is no such letter any more.</returns>
    /// <exception cref="ConflictException">Another writer was first.</exception>
    public async Task<bool> ReplaceAsync(string personId, string key, string card, CancellationToken cancel)
    {
        if (await tables.Main.GetAsync(Keys.Person(personId), key, cancel) is not { } row) return false;
        await tables.Main.CommitAsync(Keys.Person(personId), [new Change.Put(Row(key, card) with { ETag = row.ETag })], cancel);
        return true;
    }

    static Row Row(string key, string card) => new(key, new Dictionary<string, object>(StringComparer.Ordinal) { [CardColumn] = card });

    static Letter Read(Row row) => new(
        row.Key,
        At(row),
        JsonSerializer.Deserialize(row.Text(CardColumn), CardJson.Default.Card) ?? throw new InvalidDataException($"Letter '{row.Key}' holds no card."));

    static DateTimeOffset At(Row row) => Keys.ParseTime(row.Key.Split('|')[1]) ?? throw new InvalidDataException($"Letter '{row.Key}' has no time in its key.");
}
