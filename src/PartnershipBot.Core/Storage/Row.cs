using System.Globalization;

namespace PartnershipBot.Core.Storage;

/// <summary>One row of a partition.</summary>
/// <param name="Key">1 to 512 characters of <c>A-Z a-z 0-9 | . _ -</c>.</param>
/// <param name="Columns">
/// At most 252; each value a string (at most 32,768 characters), long, double, bool, DateTimeOffset (kept in UTC) or byte[] (at most 64 KiB).
/// Names are letters and digits and start with a letter.
/// </param>
/// <param name="ETag">Null for a row that is to be inserted; else the version that was read.</param>
public sealed record Row(string Key, IReadOnlyDictionary<string, object> Columns, string? ETag = null)
{
    /// <returns>The text of the column, or the empty string when the row lacks it.</returns>
    public string Text(string column) => Columns.TryGetValue(column, out var value) ? (string)value : "";

    /// <returns>The number of the column, or 0 when the row lacks it.</returns>
    public long Number(string column) => Columns.TryGetValue(column, out var value) ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;

    /// <returns>The flag of the column, or false when the row lacks it.</returns>
    public bool Flag(string column) => Columns.TryGetValue(column, out var value) && (bool)value;

    /// <returns>The time of the column, or null when the row lacks it.</returns>
    public DateTimeOffset? Time(string column) => Columns.TryGetValue(column, out var value) ? (DateTimeOffset)value : null;

    /// <returns>The bytes of the column, or null when the row lacks it.</returns>
    public byte[]? Bytes(string column) => Columns.TryGetValue(column, out var value) ? (byte[])value : null;
}
