using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Conversation;

/// <summary>A partition that is not the turn's home, to read for one person: their own, or a partnership whose rows say they are in it. Nothing is written through it.</summary>
/// <param name="Member">The person as they are, or were, in the partnership; null in their own partition.</param>
public sealed record OwnRows(Member? Member)
{
    ITable Table { get; init; } = null!;

    string Partition { get; init; } = "";

    /// <returns>Null when the partnership does not know the person.</returns>
    internal static async Task<OwnRows?> OfAsync(ITable table, Person person, string partition, CancellationToken cancel)
    {
        if (partition == person.Partition) return new OwnRows((Member?)null) { Table = table, Partition = partition };
        var membership = person.Memberships.Concat(person.Left).FirstOrDefault(m => Keys.Partnership(m.Partnership) == partition);
        if (membership is null || await table.GetAsync(partition, Keys.MemberPrefix + membership.Member, cancel) is not { } row) return null;
        var member = Domain.Member.FromRow(row);
        return member.PersonId == person.Id ? new OwnRows(member) { Table = table, Partition = partition } : null;
    }

    public Task<Row?> GetAsync(string key, CancellationToken cancel) => Table.GetAsync(Partition, key, cancel);

    /// <summary>The rows whose keys start with the prefix, in order.</summary>
    public IAsyncEnumerable<Row> QueryAsync(string prefix, CancellationToken cancel) => Table.QueryAsync(Partition, prefix, Keys.After(prefix), cancel);

    /// <summary>The rows that are kept for the person alone: all of their own partition; of a partnership those whose keys name them as a member.</summary>
    public async IAsyncEnumerable<Row> KeptAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in Table.QueryAsync(Partition, "!", "~", cancel))
            if (Member is null || row.Key.Contains(Member.Id, StringComparison.Ordinal)) yield return row;
    }
}
