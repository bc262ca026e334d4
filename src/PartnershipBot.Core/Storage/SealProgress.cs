namespace PartnershipBot.Core.Storage;

/// <summary>How far the sealing of a round has come. Every commit to the sealed rows changes it, so that a process which was overtaken can write no more.</summary>
/// <param name="After">The last sealed key that is known to be right in this pass; empty at the start of one.</param>
/// <param name="Changed">Whether this pass had to write: then another one follows.</param>
/// <param name="Version">The row's ETag; null when it is not kept yet.</param>
sealed record SealProgress(SealStep Step, string After, bool Changed, string? Version)
{
    public const string Key = "sealing";

    public static SealProgress Begin { get; } = new(SealStep.Writing, "", false, null);

    public static SealProgress? FromRow(Row? row) => row is null ? null
        : new SealProgress(Enum.Parse<SealStep>(row.Text("step")), row.Text("after"), row.Flag("changed"), row.ETag);

    public Row ToRow() => new(Key, new Columns { ["step"] = Step.ToString(), ["after"] = After, ["changed"] = Changed }, Version);
}

enum SealStep
{
    /// <summary>The sealed rows are being made equal to the open answers.</summary>
    Writing,
    /// <summary>A whole pass found nothing to change.</summary>
    Sealed,
    /// <summary>The figures are made; the open answers may go.</summary>
    Counted,
}
