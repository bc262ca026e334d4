namespace PartnershipBot.Core.Storage;

/// <summary>Another writer was first. Read again and decide again.</summary>
public sealed class ConflictException(string partition, string? key, Exception? inner = null)
    : Exception($"A row of partition '{partition}' was changed by another writer. Read again and decide again.", inner)
{
    /// <summary>The row that lost, or null when the store did not say which.</summary>
    public string? Key { get; } = key;
}

/// <summary>The store did not answer. Nothing may be promised.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
