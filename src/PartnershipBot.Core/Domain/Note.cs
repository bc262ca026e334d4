using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Domain;

/// <summary>What we heard and what we will do after a check-in, for all members; or that there is nothing this time. Either lets the next check-in open.</summary>
/// <param name="Round">The check-in it is about.</param>
/// <param name="By">The member who wrote it.</param>
/// <param name="At">UTC.</param>
/// <param name="Words">At most <see cref="MostWords"/> characters; empty when somebody said that there is nothing this time.</param>
/// <param name="Promises">Up to <see cref="MostPromises"/> lines: what, who, by when.</param>
/// <param name="ToldTo">The last member id that was told; <see cref="Domain.Round.Everyone"/> when all were; empty before.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
public sealed record Note(string Round, string By, DateTimeOffset At, string Words, IReadOnlyList<string> Promises, string ToldTo, string? Version)
{
    public const int MostWords = 1_500;
    public const int MostPromises = 3;
    public const int LongestPromise = 200;

    public bool IsNothing => Words.Length == 0;

    public static string Key(string round) => "note|" + round;

    public static Note? FromRow(Row? row) => row is null ? null : new(
        row.Key["note|".Length..], row.Text("by"), row.Time("at")!.Value, row.Text("words"),
        row.Text("promises").Split('\n', StringSplitOptions.RemoveEmptyEntries), row.Text("toldTo"), row.ETag);

    public Row ToRow() => new(Key(Round), new Columns
    {
        ["by"] = By,
        ["at"] = At,
        ["words"] = Words,
        ["promises"] = string.Join('\n', Promises),
        ["toldTo"] = ToldTo,
    }, Version);
}
