using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Talks;

/// <summary>When the members meet for 20 minutes about a check-in.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">The member who suggested it.</param>
/// <param name="Number">Counts the dates that were suggested, from 1.</param>
/// <param name="ToldTo">The last member id that was told of this date; <see cref="Domain.Round.Everyone"/> when all were; empty before.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record Talk(string Round, DateTimeOffset At, string By, int Number, string ToldTo, string? Version)
{
    public static string Key(string round) => "talk|" + round;

    public static Talk FromRow(Row row) => new(
        row.Key["talk|".Length..], row.Time("at")!.Value, row.Text("by"), (int)row.Number("number"), row.Text("toldTo"), row.ETag);

    public Row ToRow() => new(Key(Round), new Columns { ["at"] = At, ["by"] = By, ["number"] = (long)Number, ["toldTo"] = ToldTo }, Version);
}
