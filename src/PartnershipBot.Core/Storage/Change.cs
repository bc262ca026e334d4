namespace PartnershipBot.Core.Storage;

/// <summary>One change to one row of a commit.</summary>
public abstract record Change(string Key)
{
    /// <summary>Inserts a row without ETag; replaces the whole row that still has the given one.</summary>
    public sealed record Put(Row Row) : Change(Row.Key);

    /// <summary>Removes the row that still has this ETag.</summary>
    public sealed record Remove(string Key, string ETag) : Change(Key);
}
